//! Notes that the desk hands to somebody's browser and reads again: nobody else can write one, or read another's.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Actor;

use crate::Desk;

impl Desk {
    /// Seals a note for somebody; `purpose` tells notes of one kind from those of another.
    #[must_use]
    pub fn seal_note(&self, actor: &Actor, purpose: &str, note: &str) -> Option<String> {
        let sealed = self.sealer.seal(&name(actor, purpose), note).ok()?;
        Some(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// Opens a note of this kind that was sealed for them; nothing when it was not.
    #[must_use]
    pub fn open_note(&self, actor: &Actor, purpose: &str, sealed: &str) -> Option<String> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        self.sealer.open(&name(actor, purpose), &sealed).ok()
    }
}

fn name(actor: &Actor, purpose: &str) -> String {
    format!("note:{purpose}:{}", actor.agent)
}
