//! What people have changed of a client, in words.

use desk::clients::ClientView;
use domain::client::PhoneKind;
use domain::timeline::Change;
use locale::Words;
use store::clients::ClientChanges;

use crate::frame::{Frame, Moment};
use crate::pages::visit::Visit;
use crate::pages::words::phone_kind;
use crate::problem::Result;

/// One person's changes at one moment.
pub struct Changed {
    /// When.
    pub moment: Moment,
    /// Who.
    pub who: String,
    /// What.
    pub lines: Vec<String>,
}

/// The latest changes first.
pub async fn history(visit: &Visit, frame: &Frame, view: &ClientView) -> Result<Vec<Changed>> {
    let changes = visit
        .desk
        .client_changes(&visit.actor, view.client.id, 0)
        .await?;
    let line = |changed: ClientChanges| Changed {
        moment: frame.day_or_hour(changed.at),
        who: who(&changed, frame.t),
        lines: changed
            .changes
            .iter()
            .map(|one| change_line(one, frame.t))
            .collect(),
    };
    Ok(changes.into_iter().map(line).collect())
}

/// Who made changes.
#[must_use]
pub fn who(changed: &ClientChanges, t: &Words) -> String {
    let author = changed.author.as_ref();
    author.map_or_else(|| t.msg_app_name(), |author| author.name.clone())
}

/// A change in a line.
#[must_use]
pub fn change_line(change: &Change, t: &Words) -> String {
    let other = change.from.as_deref().unwrap_or_default();
    let label = match change.field.as_str() {
        "merged" => return t.msg_client_change_merged(other),
        "parted" => return t.msg_client_change_parted(other),
        "name" => t.msg_client_name(),
        "phones" => t.msg_client_phones(),
        "emails" => t.msg_client_emails(),
        "company" => t.msg_client_company(),
        "note" => t.msg_client_note(),
        "vip" => t.msg_client_vip(),
        "spammer" => t.msg_client_spammer(),
        "responsible" => t.msg_client_responsible(),
        field => field.trim_start_matches("field:").to_owned(),
    };
    let side = |value: Option<&str>| match (change.field.as_str(), value) {
        (_, None) => t.msg_entry_nothing(),
        ("vip" | "spammer", Some(_)) => t.msg_clients_yes(),
        ("phones", Some(phones)) => in_words(phones, t),
        (_, Some(value)) => value.to_owned(),
    };
    t.msg_client_change(
        label,
        side(change.from.as_deref()),
        side(change.to.as_deref()),
    )
}

/// Numbers are kept with the names of their kinds: `+7 916 204-18-37 mobile, …`.
fn in_words(phones: &str, t: &Words) -> String {
    let phone = |text: &str| match text.rsplit_once(' ') {
        Some((number, kind)) => match kind.parse::<PhoneKind>() {
            Ok(kind) => format!("{number} ({})", phone_kind(kind, t)),
            Err(_) => text.to_owned(),
        },
        None => text.to_owned(),
    };
    phones.split(", ").map(phone).collect::<Vec<_>>().join(", ")
}
