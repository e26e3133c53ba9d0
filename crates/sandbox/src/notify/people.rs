//! The values of parameters about operators.

use serde_json::{Value, json};

use super::moment::Moment;
use crate::account::{Operator, operator};
use crate::call::once;

impl Moment<'_> {
    pub(super) fn people(&self, name: &str) -> Option<Value> {
        let call = self.call;
        let (answered, talked) = (call.answered(), call.talked());
        let at = |place: Option<&i64>| place.copied().and_then(operator);
        Some(match name {
            "employee_id" => json!(self.employee().map(|it| it.id)),
            "employee_full_name" => json!(self.employee().map(|it| it.full_name)),
            "employee_email" => json!(self.employee().map(|it| it.email)),
            "employee_phone_number" => json!(self.employee().map(|it| it.sip_number)),
            "extension_phone_number" => json!(self.employee().map(|it| it.extension)),
            "employee_group_ids" => groups(self.employee().map(|it| it.id).into_iter()),
            "group_ids" => groups(call.employees().into_iter()),
            "employee_ids" => json!(call.employees()),
            "employee_full_names" => names(call.employees()),
            "talked_employee_full_names" => names(once(talked.into_iter())),
            "noanswered_employee_full_names" | "actual_noanswered_employee_full_names" => {
                names(call.unanswered())
            }
            "first_answered_employee_id" => json!(answered.first()),
            "first_answered_employee_full_name" => {
                json!(at(answered.first()).map(|it| it.full_name))
            }
            "last_answered_employee_id" => json!(answered.last()),
            "last_answered_employee_full_name" => json!(at(answered.last()).map(|it| it.full_name)),
            "first_talked_employee_id" => json!(talked.first()),
            "first_talked_employee_full_name" => json!(at(talked.first()).map(|it| it.full_name)),
            "first_talked_employee_email" => json!(at(talked.first()).map(|it| it.email)),
            "last_talked_employee_id" => json!(talked.last()),
            "last_talked_employee_full_name" => json!(at(talked.last()).map(|it| it.full_name)),
            "last_talked_employee_email" => json!(at(talked.last()).map(|it| it.email)),
            _ => return None,
        })
    }

    /// Whom the event is about: the operator of the leg or of the talk, else of the call as a whole.
    fn employee(&self) -> Option<Operator> {
        if let Some(leg) = self.occasion.leg.and_then(|leg| self.call.legs.get(leg)) {
            return leg.party.operator().and_then(operator);
        }
        let meant = || self.call.is_live().then_some(self.call.operator);
        self.talk_operator()
            .or_else(|| self.call.main_operator().or_else(meant).and_then(operator))
    }
}

fn names(ids: Vec<i64>) -> Value {
    json!(
        ids.into_iter()
            .filter_map(operator)
            .map(|it| it.full_name)
            .collect::<Vec<_>>()
    )
}

fn groups(ids: impl Iterator<Item = i64>) -> Value {
    json!(once(ids.filter_map(operator).map(|it| it.group_id)))
}
