//! Fields of clients: administrators add them, name them, order them and take them away.

use domain::text::one_line;
use domain::{Actor, ClientField, FieldId, FieldKind};
use store::client_fields;

use crate::audit::{self, Deed, Fields, Kind, Subject};
use crate::fault::{Faults, Why};
use crate::refusal::free_name;
use crate::rights::admins_only;
use crate::{Desk, Refusal, Result, Thing};

/// A field as typed; what is absent stays, in a new one it is empty.
#[derive(Debug, Clone, Default)]
pub struct FieldForm {
    /// What it is called.
    pub name: Option<String>,
    /// What it takes, by name; stays as it was made.
    pub kind: Option<String>,
    /// What may be chosen.
    pub choices: Option<Vec<String>>,
    /// Its place among the others.
    pub place: Option<i64>,
}

/// The most fields of a desk: a form has to end somewhere.
const MOST_FIELDS: usize = 50;
/// Their places: as far apart as anybody types.
const PLACES: std::ops::RangeInclusive<i64> = 0..=100_000;

impl Desk {
    /// All fields, in their order: everybody sees them in forms.
    pub async fn client_fields(&self, _: &Actor) -> Result<Vec<ClientField>> {
        let mut conn = self.store.read().await?;
        Ok(client_fields::list(&mut conn).await?)
    }

    /// Adds a field.
    pub async fn create_client_field(&self, actor: &Actor, form: FieldForm) -> Result<ClientField> {
        admins_only(actor)?;
        let mut faults = Faults::none();
        let kind = form.kind.as_deref().unwrap_or_default();
        let kind = faults.take("kind", kind.parse::<FieldKind>().map_err(|_| kinds()));
        let mut tx = self.store.begin().await?;
        let known = client_fields::list(&mut tx).await?;
        if known.len() >= MOST_FIELDS {
            faults.add("", Why::NotWithin(0, MOST_FIELDS as i64));
        }
        let mut field = ClientField {
            id: FieldId::at(self.now()),
            name: String::new(),
            kind: kind.unwrap_or(FieldKind::Text),
            choices: Vec::new(),
            place: known.last().map_or(0, |last| last.place + 1),
        };
        let form = FieldForm {
            name: Some(form.name.unwrap_or_default()),
            ..form
        };
        fill(&mut faults, &mut field, form);
        faults.check()?;
        free_name(client_fields::insert(&mut tx, &field, self.now()).await)?;
        let told = Fields::none()
            .is("kind", field.kind.as_str())
            .is("choices", field.choices.join(", "));
        audit::record(
            &mut tx,
            actor,
            Deed::Created,
            subject(&field),
            told,
            self.now(),
        )
        .await?;
        tx.commit().await?;
        Ok(field)
    }

    /// Changes a field. What it takes stays as it was made: values are there already.
    pub async fn change_client_field(
        &self,
        actor: &Actor,
        id: FieldId,
        form: FieldForm,
    ) -> Result<ClientField> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let known = client_fields::list(&mut tx).await?;
        let found = known.into_iter().find(|field| field.id == id);
        let mut field = found.ok_or(Refusal::NotFound(Thing::ClientField))?;
        let before = field.clone();
        let mut faults = Faults::none();
        if form
            .kind
            .as_deref()
            .is_some_and(|kind| kind != field.kind.as_str())
        {
            faults.add("kind", Why::NotOneOf(vec![field.kind.as_str()]));
        }
        fill(&mut faults, &mut field, form);
        faults.check()?;
        free_name(client_fields::update(&mut tx, &field).await)?;
        let told = Fields::none()
            .changed("name", &before.name, &field.name)
            .changed(
                "choices",
                before.choices.join(", "),
                field.choices.join(", "),
            )
            .changed("place", before.place, field.place);
        audit::record(
            &mut tx,
            actor,
            Deed::Changed,
            subject(&field),
            told,
            self.now(),
        )
        .await?;
        tx.commit().await?;
        Ok(field)
    }

    /// Takes a field away with all its values.
    pub async fn delete_client_field(&self, actor: &Actor, id: FieldId) -> Result<()> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let known = client_fields::list(&mut tx).await?;
        let field = known.iter().find(|field| field.id == id);
        let field = field.ok_or(Refusal::NotFound(Thing::ClientField))?;
        client_fields::delete(&mut tx, id).await?;
        let told = Fields::none();
        audit::record(
            &mut tx,
            actor,
            Deed::Deleted,
            subject(field),
            told,
            self.now(),
        )
        .await?;
        Ok(tx.commit().await?)
    }

    /// How many clients would lose a value with this field.
    pub async fn clients_with_field(&self, actor: &Actor, id: FieldId) -> Result<i64> {
        admins_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(client_fields::in_use(&mut conn, id).await?)
    }
}

fn subject(field: &ClientField) -> Subject {
    Subject::new(Kind::ClientField, field.id, &field.name)
}

fn kinds() -> Why {
    Why::NotOneOf(FieldKind::ALL.iter().map(|kind| kind.as_str()).collect())
}

fn fill(faults: &mut Faults, field: &mut ClientField, form: FieldForm) {
    if let Some(name) = form.name
        && let Some(name) = faults.take("name", one_line(&name, ClientField::LONGEST_NAME))
    {
        field.name = name;
    }
    if let Some(choices) = form.choices {
        field.choices = read_choices(faults, &choices);
    }
    if field.kind == FieldKind::Choice && field.choices.is_empty() {
        faults.add("choices", Why::Required);
    }
    if let Some(place) = form.place {
        if PLACES.contains(&place) {
            field.place = place;
        } else {
            faults.add("place", Why::NotWithin(*PLACES.start(), *PLACES.end()));
        }
    }
}

fn read_choices(faults: &mut Faults, typed: &[String]) -> Vec<String> {
    let mut choices: Vec<String> = Vec::new();
    for choice in typed.iter().filter(|choice| !choice.trim().is_empty()) {
        if let Some(choice) = faults.take("choices", one_line(choice, ClientField::LONGEST_NAME))
            && !choices.contains(&choice)
        {
            choices.push(choice);
        }
    }
    if choices.len() > ClientField::MOST_CHOICES {
        faults.add(
            "choices",
            Why::NotWithin(1, ClientField::MOST_CHOICES as i64),
        );
    }
    choices
}
