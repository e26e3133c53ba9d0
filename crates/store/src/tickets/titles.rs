//! What tickets are called, for those who only point at them.

use std::collections::HashMap;

use uuid::Uuid;

use domain::text::Subject;
use domain::{ChannelId, TicketId};

use crate::args::Arg;
use crate::filter::Filter;
use crate::{Conn, Error, Result};

/// What a ticket is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The number people say.
    pub number: i64,
    /// What it is about.
    pub subject: Subject,
    /// Whose people may know.
    pub channel_id: Option<ChannelId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    subject: String,
    channel_id: Option<Uuid>,
}

/// What these tickets are called.
pub async fn titles(conn: &mut Conn, ids: &[TicketId]) -> Result<HashMap<TicketId, Title>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.and_in("id", ids.iter().map(|id| Arg::from(id.0)).collect());
    let (clause, args) = filter.done();
    let sql = format!("SELECT id, number, subject, channel_id FROM tickets{clause}");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter().map(Row::title).collect()
}

impl Row {
    fn title(self) -> Result<(TicketId, Title)> {
        let subject = Subject::parse(&self.subject);
        let title = Title {
            number: self.number,
            subject: subject.map_err(|error| Error::corrupt("tickets", error))?,
            channel_id: self.channel_id.map(ChannelId),
        };
        Ok((TicketId(self.id), title))
    }
}
