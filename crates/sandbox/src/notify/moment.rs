//! The values of parameters at the moment an event happens: who called whom, and in which session.

use serde_json::{Value, json};

use super::offers::offers;
use crate::account::{
    APP_ID, NOT_HANDLED, Operator, PROJECT, VirtualNumber, operator, virtual_number,
};
use crate::call::{Call, Direction, Event, Occasion};
use crate::clients::region;

/// A call as it is when something happens to it.
pub(crate) struct Moment<'a> {
    pub(crate) call: &'a Call,
    pub(crate) occasion: &'a Occasion,
    /// What links of recordings begin with.
    pub(crate) public_url: &'a str,
    /// What the account calls its tags.
    pub(crate) tag_name: &'a dyn Fn(i64) -> Option<String>,
}

impl Moment<'_> {
    /// The value of a parameter; nothing at all when the event does not offer it.
    pub(crate) fn value(&self, name: &str) -> Option<Value> {
        if !offers(self.occasion.event, name) {
            return None;
        }
        self.session(name)
            .or_else(|| self.people(name))
            .or_else(|| self.times(name))
            .or_else(|| self.files(name))
    }

    fn session(&self, name: &str) -> Option<Value> {
        let call = self.call;
        let region = call.caller.number.as_deref().and_then(region);
        Some(match name {
            "app_id" => json!(APP_ID),
            "tp_project" => json!(PROJECT),
            "call_session_id" | "communication_id" => json!(call.session),
            "communication_number" => json!(call.communication_number),
            "communication_type" => json!("call"),
            "call_source" => json!(call.source),
            "direction" => json!(call.direction.name()),
            "external_id" => json!(call.external_id),
            "virtual_phone_number" => json!(call.virtual_number),
            "contact_phone_number" => json!(call.caller.number),
            "contact_full_name" => json!(call.caller.full_name),
            "contact_id" => json!(call.caller.contact_id),
            "calling_phone_number" => json!(self.calling()),
            "called_phone_number" => json!(self.called()),
            "cpn_region_id" => json!(region.map(|region| region.0)),
            "cpn_region_name" => json!(region.map(|region| region.1)),
            "contact_group_ids" | "toc_group_ids" | "visitor_country" | "operator_rating" => {
                Value::Null
            }
            "scenario_id" => json!(self.scenario().map(|number| number.scenario_id)),
            "scenario_name" => json!(self.scenario().map(|number| number.scenario_name)),
            "scenario_operation_ids" => json!(
                self.operations()
                    .iter()
                    .map(|operation| operation.0)
                    .collect::<Vec<_>>()
            ),
            "scenario_operation_names" => json!(
                self.operations()
                    .iter()
                    .map(|operation| operation.1)
                    .collect::<Vec<_>>()
            ),
            "last_scenario_operation_id" => {
                json!(self.operations().last().map(|operation| operation.0))
            }
            "last_scenario_operation_name" => {
                json!(self.operations().last().map(|operation| operation.1))
            }
            "leg_id" => json!(
                self.occasion
                    .leg
                    .and_then(|leg| call.legs.get(leg))
                    .map(|leg| leg.id)
            ),
            "leg_ids" => json!(self.talking_legs()),
            "status" => json!(if self.is_on() { "on" } else { "off" }),
            "is_lost" => json!(call.is_lost()),
            "is_transfer" => json!(call.is_transfer()),
            "lost_reason" => json!(self.occasion.lost),
            "finish_reason" => json!(call.finish_reason()),
            "tag_ids" => json!(self.tags()),
            "tag_names" => json!(
                self.tags()
                    .into_iter()
                    .filter_map(|tag| (self.tag_name)(tag))
                    .collect::<Vec<_>>()
            ),
            "tag_id" => json!(self.occasion.tag),
            "tag_name" => json!(self.occasion.tag.and_then(self.tag_name)),
            "notification_mnemonic" => json!(self.occasion.event.mnemonic()),
            "notification_name" => json!(self.occasion.event.name()),
            _ => return None,
        })
    }

    /// The platform's own tag on a lost call, and those that somebody put there.
    fn tags(&self) -> Vec<i64> {
        let lost = self.call.is_finished() && self.call.is_lost();
        let own = lost.then_some(NOT_HANDLED.id);
        own.into_iter()
            .chain(self.call.tags.iter().map(|tag| tag.id))
            .collect()
    }

    /// Whether what the event switches is on now: the recording or the hold.
    fn is_on(&self) -> bool {
        if self.occasion.event == Event::TalkRecordControl {
            return self.call.sound.is_some();
        }
        let talk = self.call.talks.last();
        talk.is_some_and(|talk| talk.held_since.is_some())
    }

    /// The number shown as caller; a withheld one is told by a word.
    fn calling(&self) -> String {
        let client = || {
            self.call
                .caller
                .number
                .clone()
                .unwrap_or_else(|| "anonymous".to_owned())
        };
        match (
            self.occasion.leg.and_then(|leg| self.call.legs.get(leg)),
            self.call.direction,
        ) {
            (Some(leg), Direction::In | Direction::Out) => {
                leg.calling.clone().unwrap_or_else(client)
            }
            (None, Direction::In) => client(),
            (None, Direction::Out) => self.call.virtual_number.clone(),
        }
    }

    fn called(&self) -> Option<String> {
        let leg = self.occasion.leg.and_then(|leg| self.call.legs.get(leg));
        match (leg, self.call.direction) {
            (Some(leg), Direction::In | Direction::Out) => leg.called.clone(),
            (None, Direction::In) => {
                let talking = self
                    .talk_operator()
                    .map(|operator| operator.sip_number.to_owned());
                talking.or_else(|| Some(self.call.virtual_number.clone()))
            }
            (None, Direction::Out) => self.call.caller.number.clone(),
        }
    }

    /// Only a client's call is processed by a scenario.
    fn scenario(&self) -> Option<VirtualNumber> {
        match self.call.direction {
            Direction::In => virtual_number(&self.call.virtual_number),
            Direction::Out => None,
        }
    }

    /// The operations of the scenario that the call went through: the voice menu, then the operators.
    fn operations(&self) -> Vec<(i64, &'static str)> {
        let passed = if self.call.employees().is_empty() {
            1
        } else {
            2
        };
        let Some(number) = self.scenario() else {
            return Vec::new();
        };
        let all = ["Голосовое меню 1", "Переадресация 1"]
            .into_iter()
            .take(passed);
        (1..)
            .map(|n| number.scenario_id * 100 + n)
            .zip(all)
            .collect()
    }

    fn talking_legs(&self) -> Vec<i64> {
        let operator = self
            .occasion
            .talk
            .and_then(|talk| self.call.talks.get(talk))
            .and_then(|talk| talk.operator);
        let mine = |id: Option<i64>| id.is_none() || id == operator;
        self.call
            .legs
            .iter()
            .filter(|leg| leg.answered().is_some() && mine(leg.party.operator()))
            .map(|leg| leg.id)
            .collect()
    }

    pub(super) fn talk_operator(&self) -> Option<Operator> {
        let talk = self.occasion.talk.or(self
            .occasion
            .record
            .filter(|_| self.occasion.event == Event::TalkRecordFile));
        operator(self.call.talks.get(talk?)?.operator?)
    }
}
