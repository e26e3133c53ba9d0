//! Lists of clients, in several orders; the thousandth page costs what the first does.

use domain::search::Ask;
use domain::{AgentId, Client, ClientId, FieldId, PhoneNumber, Reach};

use super::{Row, SELECT, with_phones};
use crate::args::Arg;
use crate::filter::{Filter, anywhere};
use crate::search::{Kind, Narrowed};
use crate::{Conn, Cursor, Page, Result, Slice};

/// What a list of clients is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ClientFilter {
    /// Words of theirs, as the search knows them: names, company, notes, addresses, numbers in any spelling.
    pub text: Option<String>,
    /// This number, E.164.
    pub number: Option<PhoneNumber>,
    /// Those whom somebody has named, or callers whom nobody has.
    pub named: Option<bool>,
    /// Those who come first.
    pub vip: bool,
    /// Those whose calls are spam.
    pub spammer: bool,
    /// Those whom this agent answers for.
    pub responsible: Option<AgentId>,
    /// Values of fields that administrators have added.
    pub fields: Vec<(FieldId, FieldMatch)>,
    /// In which order.
    pub sort: ClientSort,
}

/// What a field's value must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldMatch {
    /// This.
    Is(String),
    /// With this in it.
    Has(String),
    /// None.
    Empty,
}

/// The order of a list of clients.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClientSort {
    /// The latest changed first.
    #[default]
    Change,
    /// The one last in contact first; who never was stands where they were made.
    Contact,
    /// By name.
    Name,
    /// The latest made first.
    Start,
}

impl ClientSort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Contact, Self::Change, Self::Start, Self::Name];

    /// The name in an address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Change => "changed",
            Self::Contact => "contact",
            Self::Name => "name",
            Self::Start => "created",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Change => "c.updated_at",
            Self::Contact => "COALESCE(c.last_contact_at, c.created_at)",
            Self::Name => "c.sort_name",
            Self::Start => "c.created_at",
        }
    }

    fn cursor(self, client: &Client) -> Cursor {
        let at = match self {
            Self::Change => client.updated_at,
            Self::Contact => client.last_contact_at.unwrap_or(client.created_at),
            // A name is no number: its row tells the place.
            Self::Name | Self::Start => client.created_at,
        };
        Cursor {
            key: at.as_microsecond(),
            id: client.id.0,
        }
    }
}

/// Clients in their order. Within a reach: those who have called there, and those who have called nowhere.
pub async fn list(
    conn: &mut Conn,
    filter: &ClientFilter,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Client>> {
    let mut clause = narrowed(filter);
    if let Some(words) = words(conn, filter).await? {
        words.apply(&mut clause, "c.id");
    }
    for (field, wanted) in &filter.fields {
        by_value(conn, &mut clause, *field, wanted).await?;
    }
    within(&mut clause, reach);
    let key = filter.sort.key();
    let order = match filter.sort {
        ClientSort::Name => {
            if let Some(after) = slice.after {
                let place = "(SELECT x.sort_name FROM clients x WHERE x.id = ?)";
                let sql = format!("{key} >= {place} AND ({key} > {place} OR c.id > ?)");
                clause.and(
                    &sql,
                    vec![after.id.into(), after.id.into(), after.id.into()],
                );
            }
            format!("{key}, c.id")
        }
        ClientSort::Change | ClientSort::Contact | ClientSort::Start => {
            clause.newest_first(key, "c.id", &slice);
            format!("{key} DESC, c.id DESC")
        }
    };
    let (clause, mut args) = clause.done();
    args.push(Arg::from(slice.limit + 1));
    let sql = format!("{SELECT}{clause} ORDER BY {order} LIMIT ${}", args.len());
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let items = with_phones(conn, rows).await?;
    Ok(slice.cut(items, |client| filter.sort.cursor(client)))
}

fn narrowed(filter: &ClientFilter) -> Filter {
    let mut clause = Filter::new();
    clause.and("c.merged_into IS NULL", Vec::new());
    // Bare words lead to the indexes that hold only these.
    match filter.named {
        Some(true) => clause.and("c.named", Vec::new()),
        Some(false) => clause.and("NOT c.named", Vec::new()),
        None => {}
    }
    if filter.vip {
        clause.and("c.vip", Vec::new());
    }
    if filter.spammer {
        clause.and("c.spammer", Vec::new());
    }
    clause.and_some("c.responsible_id = ?", filter.responsible);
    if let Some(number) = &filter.number {
        let has = "c.id IN (SELECT p.client_id FROM client_phones p WHERE p.number = ?)";
        clause.and(has, vec![number.as_str().into()]);
    }
    clause
}

/// What the text comes to in the index of words; a text without a single word in it finds nobody.
async fn words(conn: &mut Conn, filter: &ClientFilter) -> Result<Option<Narrowed>> {
    match filter.text.as_deref().map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => Narrowed::by(conn, Kind::Client, &Ask::read(text))
            .await
            .map(Some),
    }
}

/// From so many clients with a value on, walking the list is quicker than sorting those who have it.
const FEW: i64 = 500;

async fn by_value(
    conn: &mut Conn,
    clause: &mut Filter,
    field: FieldId,
    wanted: &FieldMatch,
) -> Result<()> {
    const OF: &str = "SELECT 1 FROM client_values v WHERE v.client_id = c.id AND v.field_id = ?";
    match wanted {
        FieldMatch::Empty => clause.and(&format!("NOT EXISTS ({OF})"), vec![field.into()]),
        FieldMatch::Has(text) => {
            let like = format!("EXISTS ({OF} AND v.folded LIKE ? ESCAPE '\\')");
            let text = anywhere(&text.to_lowercase());
            clause.and(&like, vec![field.into(), text.into()]);
        }
        FieldMatch::Is(value) => {
            let folded = value.to_lowercase();
            let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM client_values WHERE field_id = $1 AND folded = $2 LIMIT $3) few";
            let args = vec![field.into(), folded.as_str().into(), FEW.into()];
            let few: Option<(i64,)> = conn.row(sql, args).await?;
            let sql = if few.is_some_and(|(count,)| count < FEW) {
                "c.id IN (SELECT v.client_id FROM client_values v WHERE v.field_id = ? AND v.folded = ?)".to_owned()
            } else {
                format!("EXISTS ({OF} AND v.folded = ?)")
            };
            clause.and(&sql, vec![field.into(), folded.into()]);
        }
    }
    Ok(())
}

/// Whether somebody with this reach may see this client.
pub async fn is_within(conn: &mut Conn, id: ClientId, reach: &Reach) -> Result<bool> {
    let mut clause = Filter::new();
    clause.and("c.id = ?", vec![id.into()]);
    within(&mut clause, reach);
    let (clause, args) = clause.done();
    let row: Option<(i64,)> = conn
        .row(format!("SELECT COUNT(*) FROM clients c{clause}"), args)
        .await?;
    Ok(row.is_some_and(|(count,)| count > 0))
}

pub(crate) fn within(clause: &mut Filter, reach: &Reach) {
    let Reach::Only(ids) = reach else { return };
    let marks = if ids.is_empty() {
        "NULL".to_owned()
    } else {
        vec!["?"; ids.len()].join(", ")
    };
    let mut values: Vec<Arg> = Vec::new();
    for _ in 0..2 {
        values.extend(ids.iter().map(|id| Arg::from(id.0)));
    }
    clause.and(
        &format!(
            "(EXISTS (SELECT 1 FROM calls k WHERE k.client_id = c.id AND k.channel_id IN ({marks}))
              OR EXISTS (SELECT 1 FROM tickets t WHERE t.client_id = c.id AND (t.channel_id IS NULL OR t.channel_id IN ({marks})))
              OR (NOT EXISTS (SELECT 1 FROM calls k WHERE k.client_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.client_id = c.id)))"
        ),
        values,
    );
}
