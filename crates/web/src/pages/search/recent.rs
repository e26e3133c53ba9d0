//! What somebody had open lately: the browser keeps the addresses, the desk says what stands there now, within their reach.

use desk::Result;
use domain::search::Ask;
use domain::{CallId, ClientId};

use super::found::{self, Line};
use crate::frame::Frame;
use crate::pages::visit::Visit;

/// More are not shown.
const MOST: usize = 7;

/// The lines of these addresses; what is gone, or was never theirs, is left out.
pub async fn recent(visit: &Visit, frame: &Frame) -> Vec<Line> {
    let mut lines = Vec::new();
    for address in visit.query.all("recent").take(MOST) {
        // Not being there any more is no trouble here.
        if let Ok(Some(line)) = line(visit, frame, address).await {
            lines.push(line);
        }
    }
    lines
}

async fn line(visit: &Visit, frame: &Frame, address: &str) -> Result<Option<Line>> {
    let ask = Ask::default();
    let Some((kind, name)) = address.trim_start_matches('/').split_once('/') else {
        return Ok(None);
    };
    Ok(match kind {
        "tickets" => match name.parse() {
            Ok(number) => {
                let view = visit.desk.ticket_by_number(&visit.actor, number).await?;
                Some(found::ticket(&view, &ask, frame))
            }
            Err(_) => None,
        },
        "clients" => match name.parse::<ClientId>() {
            Ok(id) => {
                let client = visit.desk.client(&visit.actor, id).await?;
                Some(found::client(&client, &ask, frame))
            }
            Err(_) => None,
        },
        "calls" => match name.parse::<CallId>() {
            Ok(id) => {
                let view = visit.desk.call(&visit.actor, id).await?;
                Some(found::call(&view, &ask, frame))
            }
            Err(_) => None,
        },
        _ => None,
    })
}
