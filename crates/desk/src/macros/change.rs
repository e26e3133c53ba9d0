//! Making, changing and deleting macros.

use std::str::FromStr;

use domain::macros::{self as texts, Acts, Macro};
use domain::text::{many_lines, one_line};
use domain::{Actor, MacroId, Priority, Status};
use store::macros;

use super::{may_edit, may_share, noted, usable};
use crate::audit::Deed;
use crate::fault::{Faults, Why};
use crate::tickets::LONGEST_COMMENT;
use crate::{Denied, Desk, Refusal, Result, Thing, tickets};

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

/// A macro as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MacroForm {
    /// What it is called.
    pub name: String,
    /// What it writes.
    pub text: String,
    /// Whether it is everybody's.
    pub shared: bool,
    /// The status it sets, by name; nothing or "" sets none.
    pub status: Option<String>,
    /// The priority it sets, by name; nothing or "" sets none.
    pub priority: Option<String>,
    /// Whether the ticket goes to whoever uses it.
    pub assign_me: bool,
    /// Labels it adds.
    pub tags: Vec<String>,
}

impl Desk {
    /// Makes a macro.
    pub async fn create_macro(&self, actor: &Actor, form: &MacroForm) -> Result<Macro> {
        tickets::may_change(actor)?;
        let now = self.now();
        let one = self.read(actor, form, MacroId::at(now))?;
        let mut tx = self.store.begin().await?;
        macros::insert(&mut tx, &one).await?;
        noted::plainly(&mut tx, actor, Deed::Created, &one, now).await?;
        tx.commit().await?;
        Ok(one)
    }

    /// Changes a macro. With `version` only when it is still that one.
    pub async fn change_macro(
        &self,
        actor: &Actor,
        id: MacroId,
        form: &MacroForm,
        version: Option<i64>,
    ) -> Result<Macro> {
        let mut tx = self.store.begin().await?;
        let before = usable(&mut tx, actor, id).await?;
        allowed(actor, &before)?;
        if version.is_some_and(|version| version != before.version) {
            return Err(Refusal::Changed);
        }
        let mut after = self.read(actor, form, id)?;
        after.version = before.version;
        if !macros::save(&mut tx, &mut after).await? {
            return Err(Refusal::Changed);
        }
        noted::changed(&mut tx, actor, &before, &after).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Takes a macro away.
    pub async fn delete_macro(&self, actor: &Actor, id: MacroId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let one = usable(&mut tx, actor, id).await?;
        allowed(actor, &one)?;
        macros::set_deleted(&mut tx, id, Some(self.now())).await?;
        noted::plainly(&mut tx, actor, Deed::Deleted, &one, self.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts a macro back that was taken away.
    pub async fn restore_macro(&self, actor: &Actor, id: MacroId) -> Result<Macro> {
        let mut tx = self.store.begin().await?;
        let gone = macros::find_deleted(&mut tx, id).await?;
        let gone = gone.ok_or(Refusal::NotFound(Thing::Macro))?;
        allowed(actor, &gone)?;
        macros::set_deleted(&mut tx, id, None).await?;
        noted::plainly(&mut tx, actor, Deed::Restored, &gone, self.now()).await?;
        tx.commit().await?;
        Ok(gone)
    }

    /// Reads what was typed; all that is wrong is told at once.
    fn read(&self, actor: &Actor, form: &MacroForm, id: MacroId) -> Result<Macro> {
        let mut faults = Faults::none();
        let name = faults.take("name", one_line(&form.name, LONGEST_NAME));
        let tags = faults.take("tags", tickets::read_tags(&form.tags));
        let acts = Acts {
            status: chosen(
                &mut faults,
                "status",
                form.status.as_deref(),
                &Status::SETTABLE,
                Status::as_str,
            ),
            priority: chosen(
                &mut faults,
                "priority",
                form.priority.as_deref(),
                Priority::ALL,
                Priority::as_str,
            ),
            assign_me: form.assign_me,
            tags: tags.unwrap_or_default(),
        };
        let text = if form.text.trim().is_empty() && !acts.is_empty() {
            Some(String::new())
        } else {
            faults.take("text", many_lines(&form.text, LONGEST_COMMENT))
        };
        if let Some(Err(wrong)) = text.as_deref().map(texts::check) {
            faults.add("text", Why::UnknownField(wrong.name, wrong.nearest));
        }
        faults.check()?;
        if form.shared && !may_share(actor) {
            return Err(Refusal::NotAllowed(Denied::SupervisorsOnly));
        }
        let (Some(name), Some(text)) = (name, text) else {
            return Err(Refusal::Inside("a checked form lost a field"));
        };
        Ok(Macro {
            id,
            owner: (!form.shared).then_some(actor.agent),
            name,
            text,
            acts,
            version: 1,
            updated_at: self.now(),
        })
    }
}

fn allowed(actor: &Actor, one: &Macro) -> Result<()> {
    if may_edit(actor, one) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed(Denied::SupervisorsOnly))
    }
}

/// One of the values there are, or none.
fn chosen<T: Copy + FromStr + PartialEq>(
    faults: &mut Faults,
    field: &str,
    typed: Option<&str>,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Option<T> {
    let typed = typed.filter(|text| !text.is_empty())?;
    let read = typed.parse::<T>().ok().filter(|one| all.contains(one));
    if read.is_none() {
        let names = all.iter().map(|one| name(*one));
        faults.add(field, Why::NotOneOf(names.collect()));
    }
    read
}
