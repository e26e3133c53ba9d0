//! Addresses of lists read back.

use super::*;

fn wanted(text: &str) -> Wanted {
    Wanted::of(&Typed::read(text.as_bytes()))
}

#[test]
fn an_address_reads_back() {
    for (text, suffix) in [
        ("", ""),
        ("view=all", ""),
        ("view=nonsense&sort=oldest", ""),
        ("view=mine&after=1.2&at=3.4", "?view=mine&after=1.2&at=3.4"),
        ("q=%D0%98%D1%80%D0%B0+1", "?q=%D0%98%D1%80%D0%B0+1"),
        (
            "view=mine&q=1&sort=priority",
            "?view=mine&q=1&sort=priority",
        ),
        ("view=all&q=1", "?view=all&q=1"),
        ("view=mine&assignee=none", "?assignee=none"),
        ("view=solved&status=spam", "?status=spam"),
        (
            "tag=%D1%87%D0%B5%D0%BA&status=new,open&priority=high&from=2026-03-01&missed=1&status=",
            "?status=new&status=open&tag=%D1%87%D0%B5%D0%BA&priority=high&from=2026-03-01&missed=1",
        ),
    ] {
        assert_eq!(wanted(text).suffix(), suffix, "{text}");
        assert_eq!(wanted(suffix.trim_start_matches('?')).suffix(), suffix);
    }
    let free = Wanted::view(BuiltIn::Free);
    assert_eq!(free.suffix_with(Some("client")), "?view=free&pane=client");
}

#[test]
fn a_view_is_narrowed_further_and_a_field_of_its_own_is_replaced() {
    let (narrowing, order) = wanted("view=missed&status=new&tag=a").whole(None);
    assert!(narrowing.missed);
    assert_eq!(narrowing.statuses, [domain::Status::New]);
    assert_eq!(
        (narrowing.tags, order),
        (vec!["a".to_owned()], Order::Waiting)
    );
    let chips = wanted("view=missed&tag=a").removable(None);
    assert!(!chips.missed && chips.tags.len() == 1);
}
