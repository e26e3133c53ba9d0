//! The frame and its parts are drawn in both languages, as every page will be.

use askama::Template;
use domain::{Direction, Outcome, PhoneNumber, State};

use super::*;
use crate::form::{Choice, Mistakes};

#[derive(Template)]
#[template(path = "tests/sample.html")]
struct Sample {
    frame: Frame,
    phone: PhoneNumber,
    sign: CallSign,
    mistakes: Mistakes,
    choices: Vec<Choice>,
    markup: &'static str,
}

#[derive(Template)]
#[template(path = "tests/bare_sample.html")]
struct BareSample {
    bare: Bare,
    mistakes: Mistakes,
}

fn frame(language: Language, role: Role) -> Frame {
    let now: At = "2026-11-19T10:46:22Z".parse().unwrap();
    Frame {
        t: locale::words(language),
        language,
        now,
        zone: TimeZone::get("Europe/Moscow").unwrap(),
        path: "/calls?state=talking".to_owned(),
        section: Section::Calls,
        live: "calls channels".to_owned(),
        search: String::new(),
        theme: Theme::Dark,
        me: Me {
            name: "Марина Ким".to_owned(),
            role,
            presence: Some(Presence::Talking),
            phone: desk::phone::Phone::Ready,
            chooses: true,
        },
        unread: 2,
        my_tickets: Some("5".to_owned()),
        missed: Some("99+".to_owned()),
        bar: None,
        wrap_up: None,
        people: vec![Person {
            name: "Олег Дёмин".to_owned(),
            presence: Presence::Free,
            since: None,
        }],
        rings: Rings::default(),
        flash: Some(Flash::said("№ 7 → № 8").undo("/tickets/7/unmerge", [("number", "8")])),
    }
}

fn sample(language: Language, role: Role) -> Sample {
    let frame = frame(language, role);
    let mut mistakes = Mistakes::default();
    mistakes.note("number", "Не хватает цифр.");
    mistakes.note("", "Не записано.");
    let choice = |value: &str, chosen| Choice {
        value: value.to_owned(),
        label: value.to_uppercase(),
        chosen,
    };
    Sample {
        sign: CallSign::of(Direction::In, State::Finished, Outcome::Missed, frame.t),
        frame,
        phone: "+79162041837".parse().unwrap(),
        mistakes,
        choices: vec![choice("uis", true), choice("comagic", false)],
        markup: "<b>\"&",
    }
}

fn pages() -> Vec<String> {
    let signed_in = Language::ALL.map(|language| sample(language, Role::Admin).render().unwrap());
    let bare = Language::ALL.map(|language| {
        let bare = Bare {
            t: locale::words(language),
            language,
            host: "desk.example".to_owned(),
        };
        BareSample {
            bare,
            mistakes: Mistakes::default(),
        }
        .render()
        .unwrap()
    });
    signed_in.into_iter().chain(bare).collect()
}

#[test]
fn nothing_is_inline() {
    for page in pages() {
        for inline in [
            "<style",
            " style=",
            "<script>",
            " onclick=",
            " onload=",
            "javascript:",
            "http://",
            "https://",
        ] {
            assert!(!page.contains(inline), "{inline} in {page}");
        }
    }
}

#[test]
fn every_asset_a_page_names_exists() {
    for page in pages() {
        assert!(page.contains("/assets/app."));
        assert!(!page.contains("/assets/unknown"), "{page}");
    }
}

#[test]
fn every_icon_a_page_names_is_in_the_sprite() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let sprite = std::fs::read_to_string(folder.join("assets/vendor/lucide/icons.svg")).unwrap();
    for page in pages() {
        for (_, after) in page
            .match_indices(".svg#")
            .map(|(at, found)| page.split_at(at + found.len()))
        {
            let name = after.split('"').next().unwrap();
            assert!(
                sprite.contains(&format!("id=\"{name}\"")),
                "{name}: add it to icons/list.txt, run bin/vendor"
            );
        }
    }
}

#[test]
fn each_language_says_its_own_words() {
    let ru = sample(Language::Ru, Role::Admin).render().unwrap();
    assert!(
        ru.contains("<html lang=\"ru\"") && ru.contains("Запросы") && ru.contains("Дозвон</title>")
    );
    let en = sample(Language::En, Role::Admin).render().unwrap();
    assert!(en.contains("<html lang=\"en\"") && en.contains("Tickets") && !en.contains("Запросы"));
}

#[test]
fn the_rail_leads_where_somebodys_role_lets_them_in() {
    let leads = |role, path: &str| {
        let page = sample(Language::Ru, role).render().unwrap();
        page.contains(&format!("href=\"{path}\""))
    };
    for path in ["/channels", "/settings/agents"] {
        for role in [Role::Admin, Role::Supervisor] {
            assert!(leads(role, path), "{role} {path}");
        }
        for role in [Role::Agent, Role::Internal] {
            assert!(!leads(role, path), "{role} {path}");
        }
    }
    for role in Role::ALL {
        assert_eq!(leads(role, "/settings/audit"), role == Role::Admin);
        assert!(leads(role, "/settings/profile"));
    }
}

#[test]
fn the_rail_shows_where_one_is() {
    let page = sample(Language::Ru, Role::Agent).render().unwrap();
    assert!(
        page.contains("<a href=\"/calls\" aria-current=\"page\">"),
        "{page}"
    );
    assert_eq!(page.matches("aria-current=\"page\"").count(), 1);
}

#[test]
fn a_phone_number_is_read_by_people_and_copied_by_programs() {
    let page = sample(Language::Ru, Role::Agent).render().unwrap();
    let number = "<span class=\"phone num\" data-phone=\"+79162041837\" data-copy=\"+79162041837\">+7 916 204-18-37</span>";
    assert!(page.contains(number), "{page}");
}

#[test]
fn what_people_typed_is_shown_as_text() {
    let page = sample(Language::Ru, Role::Agent).render().unwrap();
    assert!(!page.contains("<b>\"&"), "{page}");
}

#[test]
fn a_mistake_stands_at_its_field_and_what_was_typed_stays() {
    let page = sample(Language::Ru, Role::Agent).render().unwrap();
    assert!(
        page.contains("aria-invalid=\"true\" aria-describedby=\"number-mistake\""),
        "{page}"
    );
    assert!(page.contains("<small id=\"number-mistake\">Не хватает цифр.</small>"));
    assert!(page.contains("value=\"495 111\""));
}
