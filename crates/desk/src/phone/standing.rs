//! How a call stands by the PBX's own list of live calls.

use domain::call::Stance;
use telephony::pbx::LiveCall;

/// The call's stance, when it is among those that are live. The states of its parties are Russian words.
pub(super) fn of(all: &[LiveCall], session: i64) -> Option<Stance> {
    let call = all.iter().find(|call| call.call_session_id == session)?;
    let any = |word: &str| {
        let states = call.legs.iter().filter_map(|leg| leg.state.as_deref());
        states.into_iter().any(|state| state == word)
    };
    Some(if any("Разговор операторов") || any("Перевод вызова") {
        Stance::Consulting
    } else if any("На удержании") {
        Stance::Held
    } else {
        Stance::Talking
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn live(states: &[&str]) -> Vec<LiveCall> {
        let legs: Vec<_> = states
            .iter()
            .map(|state| serde_json::json!({"state": state}))
            .collect();
        let call = serde_json::json!({"call_session_id": 7, "legs": legs});
        vec![serde_json::from_value(call).unwrap()]
    }

    #[test]
    fn the_parties_states_tell_how_the_call_stands() {
        assert_eq!(
            of(&live(&["Разговор", "Разговор"]), 7),
            Some(Stance::Talking)
        );
        assert_eq!(
            of(&live(&["На удержании", "Разговор"]), 7),
            Some(Stance::Held)
        );
        let asking = live(&["На удержании", "Разговор операторов", "Разговор операторов"]);
        assert_eq!(of(&asking, 7), Some(Stance::Consulting));
        assert_eq!(of(&asking, 8), None);
    }
}
