//! Outcome codes: administrators write down what can come of a call, in which order it is offered, and what no longer is.

use domain::text::one_line;
use domain::{Actor, OutcomeCode, OutcomeCodeId};
use store::outcome_codes;

use crate::audit::{self, Deed, Fields, Kind, Subject};
use crate::fault::{Faults, Why};
use crate::refusal::free_name;
use crate::rights::admins_only;
use crate::{Desk, Refusal, Result, Thing};

/// An outcome code as typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct OutcomeCodeForm {
    /// What it is called.
    pub name: Option<String>,
    /// Whether it can be chosen.
    pub active: Option<bool>,
    /// Its place among the others.
    pub place: Option<i64>,
}

/// Their places: as far apart as anybody types.
const PLACES: std::ops::RangeInclusive<i64> = 0..=100_000;

impl Desk {
    /// All of them, in their order: everybody who wraps up calls sees them.
    pub async fn outcome_codes(&self, _: &Actor) -> Result<Vec<OutcomeCode>> {
        let mut conn = self.store.read().await?;
        Ok(outcome_codes::list(&mut conn).await?)
    }

    /// Adds one, which can be chosen at once.
    pub async fn create_outcome_code(
        &self,
        actor: &Actor,
        form: OutcomeCodeForm,
    ) -> Result<OutcomeCode> {
        admins_only(actor)?;
        let now = self.now();
        let mut faults = Faults::none();
        let mut tx = self.store.begin().await?;
        let known = outcome_codes::list(&mut tx).await?;
        if known.len() >= OutcomeCode::MOST {
            faults.add("", Why::NotWithin(0, OutcomeCode::MOST as i64));
        }
        let mut code = OutcomeCode {
            id: OutcomeCodeId::at(now),
            name: String::new(),
            active: true,
            place: known.last().map_or(1, |last| last.place + 1),
        };
        let form = OutcomeCodeForm {
            name: Some(form.name.unwrap_or_default()),
            ..form
        };
        fill(&mut faults, &mut code, form);
        is_free(&mut faults, &known, &code);
        faults.check()?;
        free_name(outcome_codes::insert(&mut tx, &code, now).await)?;
        let told = Fields::none();
        audit::record(&mut tx, actor, Deed::Created, subject(&code), told, now).await?;
        tx.commit().await?;
        Ok(code)
    }

    /// Changes one; calls that have it show it as it is called now.
    pub async fn change_outcome_code(
        &self,
        actor: &Actor,
        id: OutcomeCodeId,
        form: OutcomeCodeForm,
    ) -> Result<OutcomeCode> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let known = outcome_codes::list(&mut tx).await?;
        let found = known.iter().find(|code| code.id == id).cloned();
        let before = found.ok_or(Refusal::NotFound(Thing::OutcomeCode))?;
        let mut code = before.clone();
        let mut faults = Faults::none();
        fill(&mut faults, &mut code, form);
        is_free(&mut faults, &known, &code);
        faults.check()?;
        if code != before {
            free_name(outcome_codes::update(&mut tx, &code).await)?;
            let told = Fields::none()
                .changed("name", &before.name, &code.name)
                .changed("active", before.active, code.active)
                .changed("place", before.place, code.place);
            let now = self.now();
            audit::record(&mut tx, actor, Deed::Changed, subject(&code), told, now).await?;
            tx.commit().await?;
        }
        Ok(code)
    }
}

fn subject(code: &OutcomeCode) -> Subject {
    Subject::new(Kind::OutcomeCode, code.id, &code.name)
}

fn fill(faults: &mut Faults, code: &mut OutcomeCode, form: OutcomeCodeForm) {
    if let Some(name) = form.name
        && let Some(name) = faults.take("name", one_line(&name, OutcomeCode::LONGEST_NAME))
    {
        code.name = name;
    }
    code.active = form.active.unwrap_or(code.active);
    if let Some(place) = form.place {
        if PLACES.contains(&place) {
            code.place = place;
        } else {
            faults.add("place", Why::NotWithin(*PLACES.start(), *PLACES.end()));
        }
    }
}

/// Two that differ in case alone nobody tells apart.
fn is_free(faults: &mut Faults, known: &[OutcomeCode], code: &OutcomeCode) {
    let same = |other: &&OutcomeCode| other.name.to_lowercase() == code.name.to_lowercase();
    if known.iter().filter(same).any(|other| other.id != code.id) {
        faults.add("name", Why::Taken);
    }
}
