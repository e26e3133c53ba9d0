//! Markdown of comments as HTML that can do no harm: raw HTML is shown as it was typed, links lead to the web, mail or a phone.

use domain::mention::named_in;
use domain::{AgentId, Mention};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Where a link may lead.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

/// A comment as HTML. A line break stays one, as it does for whoever types in a chat.
#[must_use]
pub fn html_of(text: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut links = Vec::new();
    let safe = Parser::new_ext(text, options).filter_map(|event| harmless(event, &mut links));
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, safe);
    out
}

/// The same with those highlighted whom it names, the reader most of all.
#[must_use]
pub fn html_naming(text: &str, people: &[Mention], reader: AgentId) -> String {
    let html = html_of(text);
    let escaped: Vec<Mention> = people
        .iter()
        .map(|one| Mention {
            id: one.id,
            name: escape(&one.name),
        })
        .collect();
    let mut out = String::with_capacity(html.len());
    let mut done = 0;
    for (place, one) in named_in(&html, &escaped) {
        if is_inside_a_tag(&html[..place.start]) {
            continue;
        }
        let me = if one.id == reader { " data-me" } else { "" };
        let named = &html[place.clone()];
        out.push_str(&html[done..place.start]);
        out.push_str(&format!("<span class=\"mention\"{me}>{named}</span>"));
        done = place.end;
    }
    out.push_str(&html[done..]);
    out
}

/// Names as HTML has them in its text.
fn escape(name: &str) -> String {
    name.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Whether what follows stands in a tag: its last bracket is an opening one.
fn is_inside_a_tag(before: &str) -> bool {
    before.rfind('<') > before.rfind('>')
}

/// `links` remembers which of the links around this place were let through.
fn harmless<'a>(event: Event<'a>, links: &mut Vec<bool>) -> Option<Event<'a>> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::SoftBreak => Some(Event::HardBreak),
        Event::Start(tag) => opened(tag, links).map(Event::Start),
        Event::End(tag) => closed(tag, links).map(Event::End),
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::FootnoteReference(_)
        | Event::HardBreak
        | Event::Rule
        | Event::TaskListMarker(_) => Some(event),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "not our enum: whatever else it has is harmless"
)]
fn opened<'a>(tag: Tag<'a>, links: &mut Vec<bool>) -> Option<Tag<'a>> {
    match tag {
        // A page has its own headings; a comment's stand below them all.
        Tag::Heading {
            id, classes, attrs, ..
        } => Some(Tag::Heading {
            level: HeadingLevel::H5,
            id,
            classes,
            attrs,
        }),
        // Pictures from elsewhere are not loaded: a link to them is.
        Tag::Link {
            dest_url,
            title,
            id,
            link_type,
        }
        | Tag::Image {
            dest_url,
            title,
            id,
            link_type,
        } => {
            links.push(leads_out(&dest_url));
            let link = Tag::Link {
                dest_url,
                title,
                id,
                link_type,
            };
            links.last().is_some_and(|shown| *shown).then_some(link)
        }
        Tag::HtmlBlock => Some(Tag::Paragraph),
        other => Some(other),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "not our enum: whatever else it has is harmless"
)]
fn closed(tag: TagEnd, links: &mut Vec<bool>) -> Option<TagEnd> {
    match tag {
        TagEnd::Heading(_) => Some(TagEnd::Heading(HeadingLevel::H5)),
        TagEnd::Link | TagEnd::Image => links.pop().unwrap_or_default().then_some(TagEnd::Link),
        TagEnd::HtmlBlock => Some(TagEnd::Paragraph),
        other => Some(other),
    }
}

fn leads_out(address: &CowStr<'_>) -> bool {
    let address = address.trim().to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| address.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_in_comments_is_formatted() {
        let html = html_of("Обещала **сегодня**\nс 19 до 22\n\n- чек\n- акт");
        assert_eq!(
            html,
            "<p>Обещала <strong>сегодня</strong><br />\nс 19 до 22</p>\n<ul>\n<li>чек</li>\n<li>акт</li>\n</ul>\n"
        );
    }

    #[test]
    fn those_who_are_named_are_highlighted_and_links_stay_whole() {
        let at = domain::At::UNIX_EPOCH;
        let person = |name: &str| Mention {
            id: AgentId::at(at),
            name: name.to_owned(),
        };
        let people = [person("Анна"), person("Б & В")];
        let html = html_naming(
            "@анна, **@Б & В** [x](https://ya.ru/@Анна)",
            &people,
            people[0].id,
        );
        assert!(
            html.contains("<span class=\"mention\" data-me>@анна</span>"),
            "{html}"
        );
        assert!(
            html.contains("<strong><span class=\"mention\">@Б &amp; В</span></strong>"),
            "{html}"
        );
        assert_eq!(html.matches("mention").count(), 2, "{html}");
    }

    #[test]
    fn html_is_text() {
        let html = html_of("<script>alert(1)</script>\n\nи <b onclick=x>жирно</b> & \"так\"");
        assert!(!html.contains("<script") && !html.contains("<b "), "{html}");
        assert!(
            html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
            "{html}"
        );
    }

    #[test]
    fn links_lead_to_the_web_mail_or_a_phone_and_nowhere_else() {
        let html = html_of(
            "[a](https://ya.ru) <mailto:i@ya.ru> [b](javascript:alert(1)) [c](data:text/html,x) [d](/sign_out)",
        );
        assert!(
            html.contains("<a href=\"https://ya.ru\">a</a>") && html.contains("mailto:"),
            "{html}"
        );
        assert_eq!(html.matches("<a ").count(), 2, "{html}");
        assert_eq!(
            html.matches("<a ").count(),
            html.matches("</a>").count(),
            "{html}"
        );
    }

    #[test]
    fn pictures_become_links() {
        let html = html_of("![чек](https://shop.example/чек.png)");
        assert!(
            !html.contains("<img") && html.contains(">чек</a>"),
            "{html}"
        );
    }
}
