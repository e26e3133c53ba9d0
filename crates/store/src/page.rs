//! Keyset paging: page one thousand costs what page one costs.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// How much of a list is wanted, and from where on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// At most so many, 1 to 200.
    pub limit: i64,
    /// After this row.
    pub after: Option<Cursor>,
}

impl Slice {
    /// The most rows a page may have.
    pub const MOST: i64 = 200;

    /// The first page.
    #[must_use]
    pub fn first(limit: i64) -> Self {
        Self {
            limit: limit.clamp(1, Self::MOST),
            after: None,
        }
    }

    /// Cuts one row too many off, which tells that there is a next page.
    pub(crate) fn cut<T>(&self, mut items: Vec<T>, cursor: impl Fn(&T) -> Cursor) -> Page<T> {
        let wanted = usize::try_from(self.limit).unwrap_or_default();
        let more = items.len() > wanted;
        items.truncate(wanted);
        let next = if more { items.last().map(cursor) } else { None };
        Page { items, next }
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// The same page of something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next: self.next,
        }
    }
}

/// A place in a list: the sort key and the id of the row before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Microseconds, or another number the list is sorted by.
    pub key: i64,
    /// The row's id, for equal keys.
    pub id: Uuid,
}

/// A text that is no cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this cursor is not one the desk gave out: leave it away for the first page")]
pub struct WrongCursor;

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}.{}", self.key, self.id.simple())
    }
}

impl FromStr for Cursor {
    type Err = WrongCursor;
    fn from_str(text: &str) -> Result<Self, WrongCursor> {
        let (key, id) = text.split_once('.').ok_or(WrongCursor)?;
        let key = u64::from_str_radix(key, 16)
            .map_err(|_| WrongCursor)?
            .cast_signed();
        Ok(Self {
            key,
            id: Uuid::try_parse(id).map_err(|_| WrongCursor)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back() {
        for key in [0, 1_774_704_547_000_000, -5] {
            let cursor = Cursor {
                key,
                id: Uuid::from_u128(7),
            };
            assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }
        assert!("x.y".parse::<Cursor>().is_err());
    }

    #[test]
    fn a_full_page_has_a_next_one_and_the_last_has_none() {
        let slice = Slice::first(2);
        let cursor = |n: &i64| Cursor {
            key: *n,
            id: Uuid::nil(),
        };
        assert_eq!(slice.cut(vec![1, 2, 3], cursor).next.unwrap().key, 2);
        assert!(slice.cut(vec![1, 2], cursor).next.is_none());
    }
}
