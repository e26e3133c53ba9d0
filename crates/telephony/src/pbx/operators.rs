//! Who works in the account, whether a call would reach them now, and the account's own numbers.

use std::collections::HashMap;

use domain::agent::OperatorId;
use domain::{Country, PhoneNumber};
use serde::{Deserialize, Serialize};
use uis::data_api::{Employee, SipLine, Status};

use super::{Failure, Pbx};

/// Somebody who works in the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operator {
    /// «ID оператора».
    pub id: OperatorId,
    /// Their name.
    pub name: String,
    /// Their e-mail, by which agents are matched.
    pub email: Option<String>,
    /// The extension that colleagues dial.
    pub extension: Option<String>,
    /// Their phones, in the order they ring.
    pub phones: Vec<Phone>,
    /// What they are at the moment, in the account's words.
    pub status: Option<String>,
    /// Whether clients' calls reach somebody with that status; `None` when it is not known.
    pub takes_calls: Option<bool>,
    /// The account's groups they are in, by id.
    #[serde(default)]
    pub groups: Vec<i64>,
}

/// A phone of an operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// Its number, as the account writes it.
    pub number: String,
    /// Whether it is rung at all.
    pub is_active: bool,
    /// Whether it is there to ring; `None` for numbers that do not register.
    pub is_registered: Option<bool>,
}

/// Whether a call that they begin would ring them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Readiness {
    /// It would.
    Ready,
    /// They have no active phone.
    NoPhone,
    /// None of their phones is there: the softphone is not running.
    NotRegistered,
    /// Their status takes no calls of clients; they can call.
    Away,
}

/// A number of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnNumber {
    /// The number.
    pub number: PhoneNumber,
    /// What the account calls it.
    pub name: Option<String>,
    /// Whether it can be called from and to.
    pub is_active: bool,
}

impl Operator {
    /// Whether a call that they begin would ring them.
    #[must_use]
    pub fn readiness(&self) -> Readiness {
        let mut active = self
            .phones
            .iter()
            .filter(|phone| phone.is_active)
            .peekable();
        if active.peek().is_none() {
            return Readiness::NoPhone;
        }
        if active.all(|phone| phone.is_registered == Some(false)) {
            return Readiness::NotRegistered;
        }
        match self.takes_calls {
            Some(false) => Readiness::Away,
            Some(true) | None => Readiness::Ready,
        }
    }
}

impl Pbx {
    /// Everybody who works in the account, as they are at the moment. Costs three points.
    pub async fn operators(&self) -> Result<Vec<Operator>, Failure> {
        let (employees, statuses, lines) = tokio::try_join!(
            self.account.employees().all(),
            self.account.statuses().all(),
            self.account.sip_lines().all(),
        )?;
        let statuses = statuses.into_iter().map(|it| (it.id, it)).collect();
        let lines = by_number(&lines);
        let operator = |it| operator(it, &statuses, &lines);
        Ok(employees.into_iter().filter_map(operator).collect())
    }

    /// The account's numbers; what is no phone number is left out.
    pub async fn own_numbers(&self) -> Result<Vec<OwnNumber>, Failure> {
        let numbers = self.account.virtual_numbers().all().await?;
        let own = numbers.into_iter().filter_map(|it| {
            // They come as E.164 without the plus, whatever the country.
            let digits = it.virtual_phone_number.as_deref()?;
            let number = PhoneNumber::parse(&format!("+{digits}"), Country::default()).ok()?;
            Some(OwnNumber {
                number,
                is_active: it.is_active(),
                name: it.name,
            })
        });
        Ok(own.collect())
    }
}

fn by_number(lines: &[SipLine]) -> HashMap<&str, Option<bool>> {
    let known = lines
        .iter()
        .filter_map(|line| Some((line.phone_number.as_deref()?, line)));
    known
        .map(|(number, line)| (number, line.is_registered()))
        .collect()
}

fn operator(
    it: Employee,
    statuses: &HashMap<i64, Status>,
    lines: &HashMap<&str, Option<bool>>,
) -> Option<Operator> {
    let status = it.status_id.and_then(|id| statuses.get(&id));
    let phones = it.phone_numbers.iter().filter_map(|phone| {
        let number = phone.phone_number.clone()?;
        Some(Phone {
            is_active: phone.is_active(),
            is_registered: lines.get(number.as_str()).copied().flatten(),
            number,
        })
    });
    Some(Operator {
        id: OperatorId::parse(&it.id.to_string()).ok()?,
        phones: phones.collect(),
        status: status.and_then(|status| status.name.clone()),
        takes_calls: status.map(Status::takes_calls),
        groups: it.groups.iter().map(|group| group.group_id).collect(),
        name: it.full_name.unwrap_or_default(),
        email: it.email,
        extension: it.extension.extension_phone_number,
    })
}
