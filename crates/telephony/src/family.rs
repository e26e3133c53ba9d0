//! UIS, CoMagic, Novofon and CallGear: one platform, one driver.

mod event;

use domain::At;

use crate::hearing::{Heard, Place};

/// Reads a request of the platform.
pub(crate) fn hear(request: &uis::Request<'_>, received_at: At, place: &Place) -> Heard {
    let reading = uis::read(request);
    let faulty = reading
        .findings
        .iter()
        .any(|finding| finding.severity() == uis::Severity::Fault);
    let findings = serde_json::to_value(&reading.findings).unwrap_or_default();
    let call = reading.notification.as_ref().and_then(|said| {
        let unnamed = uis::Event::Other(String::new());
        let event = reading.event.as_ref().unwrap_or(&unnamed);
        Some((
            said.call_session_id?,
            event::of(said, event, received_at, place),
        ))
    });
    Heard {
        call,
        event: reading
            .event
            .as_ref()
            .map(|event| event.mnemonic().to_owned()),
        readable: reading.notification.is_some(),
        faulty,
        findings,
    }
}

#[cfg(test)]
mod tests;
