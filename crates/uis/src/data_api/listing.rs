//! What all `get` methods share: which fields, which rows, in which order, page by page.

use std::marker::PhantomData;

use futures_util::Stream;
use futures_util::stream::{self, TryStreamExt as _};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::DataApi;
use super::filter::Filter;
use super::period::Period;
use crate::rpc::Failure;

/// Rows of a page: what the platform gives unasked.
const PAGE: u64 = 1000;

/// A row of a listing: which method gives it, and which fields it is read from.
pub trait Row: DeserializeOwned + Send + 'static {
    /// The method.
    const METHOD: &'static str;
    /// The fields that are asked for unless told otherwise; none for the platform's usual ones.
    const FIELDS: &'static [&'static str];
}

/// Which way rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Smallest first.
    Asc,
    /// Largest first.
    Desc,
}

#[derive(Debug, Clone, Serialize)]
struct Sort {
    field: String,
    order: Order,
}

/// One page of rows.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many there are in all pages, where the platform says.
    pub total: Option<u64>,
}

/// What is about to be listed. Nothing is asked before [`page`](Self::page), [`all`](Self::all) or
/// [`stream`](Self::stream).
#[derive(Debug, Clone)]
#[must_use]
pub struct Listing<T> {
    api: DataApi,
    wish: Wish,
    row: PhantomData<fn() -> T>,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Wish {
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u64>,
    offset: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<Filter>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sort: Vec<Sort>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<i64>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
}

impl<T: Row> Listing<T> {
    pub(super) fn new(api: &DataApi, period: Option<Period>) -> Self {
        let fields = T::FIELDS.iter().map(|field| (*field).to_owned()).collect();
        let wish = Wish {
            fields,
            period,
            ..Wish::default()
        };
        Self {
            api: api.clone(),
            wish,
            row: PhantomData,
        }
    }

    /// Asks for these fields only; the others of a row stay empty.
    pub fn fields<S: Into<String>>(mut self, fields: impl IntoIterator<Item = S>) -> Self {
        self.wish.fields = fields.into_iter().map(Into::into).collect();
        self
    }

    /// Only rows that fit.
    pub fn filter(mut self, filter: Filter) -> Self {
        self.wish.filter = Some(filter);
        self
    }

    /// Sorted by this field, after those named before.
    pub fn sort(mut self, field: &str, order: Order) -> Self {
        let field = field.to_owned();
        self.wish.sort.push(Sort { field, order });
        self
    }

    /// So many rows a page, at most 10,000.
    pub fn limit(mut self, rows: u64) -> Self {
        self.wish.limit = Some(rows.max(1));
        self
    }

    /// Without the first so many, at most 100,000.
    pub fn offset(mut self, rows: u64) -> Self {
        self.wish.offset = rows;
        self
    }

    /// In the name of this user: agents ask for their clients so.
    pub fn user(mut self, id: i64) -> Self {
        self.wish.user_id = Some(id);
        self
    }

    /// One page.
    pub async fn page(&self) -> Result<Page<T>, Failure> {
        let mut reply = self.api.line.ask(T::METHOD, &self.wish).await?;
        Ok(Page {
            total: reply.total(),
            rows: reply.rows()?,
        })
    }

    /// All rows of all pages.
    pub async fn all(self) -> Result<Vec<T>, Failure> {
        self.stream().try_collect().await
    }

    /// The rows one after the other; the next page is asked for when the last one is used up.
    pub fn stream(self) -> impl Stream<Item = Result<T, Failure>> + Send {
        let pages = stream::try_unfold(Some(self), |listing| async {
            let Some(listing) = listing else {
                return Ok::<_, Failure>(None);
            };
            let page = listing.page().await?;
            let next = listing.after(&page);
            let rows = stream::iter(page.rows.into_iter().map(Ok));
            Ok(Some((rows, next)))
        });
        pages.try_flatten()
    }

    /// What is asked for after this page; nothing after the last.
    fn after(mut self, page: &Page<T>) -> Option<Self> {
        let asked = self.wish.limit.unwrap_or(PAGE);
        let came = page.rows.len() as u64;
        self.wish.offset += came;
        let more = match page.total {
            Some(total) => self.wish.offset < total,
            None => came >= asked,
        };
        (more && came > 0).then_some(self)
    }
}
