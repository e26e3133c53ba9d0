//! Pages of lists: `limit` and `cursor` in, `items` and `next_cursor` out.

use serde::Serialize;
use store::{Page, Slice};
use utoipa::ToSchema;

use crate::problem::{Faults, Why};

/// How many things a page holds when nobody says.
const USUAL: i64 = 50;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Items<T: ToSchema> {
    /// The things.
    pub(super) items: Vec<T>,
    /// Ask with this `cursor` for the next page; `null` on the last.
    pub(super) next_cursor: Option<String>,
}

impl<T: ToSchema> Items<T> {
    /// A page of the store, each thing in its shape.
    pub(super) fn of<U>(page: Page<U>, shape: impl FnMut(U) -> T) -> Self {
        let next_cursor = page.next.map(|cursor| cursor.to_string());
        Self {
            items: page.items.into_iter().map(shape).collect(),
            next_cursor,
        }
    }

    /// A list that is short enough to be given whole.
    pub(super) fn whole<U>(all: Vec<U>, shape: impl FnMut(U) -> T) -> Self {
        Self {
            items: all.into_iter().map(shape).collect(),
            next_cursor: None,
        }
    }
}

/// The part of a list that is asked for.
pub(super) fn slice(faults: &mut Faults, limit: Option<&str>, cursor: Option<&str>) -> Slice {
    let limit = faults.take("limit", limit.map_or(Ok(USUAL), read_limit));
    let after = cursor.map(|text| text.parse().map_err(|_| Why::NotACursor));
    let after = faults.take("cursor", after.transpose());
    Slice {
        after: after.flatten(),
        ..Slice::first(limit.unwrap_or(USUAL))
    }
}

fn read_limit(text: &str) -> Result<i64, desk::Why> {
    let limit = text.trim().parse().ok();
    limit
        .filter(|limit| (1..=Slice::MOST).contains(limit))
        .ok_or(desk::Why::NotWithin(1, Slice::MOST))
}

/// The fields of a query that every list has; spelled out where they are used, so that unknown fields can be refused.
#[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PageOnly {
    /// How many things a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    pub(super) limit: Option<String>,
    /// `next_cursor` of the page before.
    pub(super) cursor: Option<String>,
}

impl PageOnly {
    pub(super) fn slice(&self) -> crate::problem::Result<Slice> {
        let mut faults = Faults::default();
        let slice = slice(&mut faults, self.limit.as_deref(), self.cursor.as_deref());
        faults.check()?;
        Ok(slice)
    }
}
