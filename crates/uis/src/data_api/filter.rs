//! `filter`: one condition, or several joined by and / or.

use serde::Serialize;
use serde_json::Value;

/// What a field is compared by. Some methods take fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub enum Operator {
    /// Equal.
    #[serde(rename = "=")]
    Is,
    /// Not equal.
    #[serde(rename = "!=")]
    IsNot,
    /// Less.
    #[serde(rename = "<")]
    Less,
    /// More.
    #[serde(rename = ">")]
    More,
    /// At most.
    #[serde(rename = "<=")]
    AtMost,
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
    /// Like a pattern with `%`.
    #[serde(rename = "like")]
    Like,
    /// The same in any case of letters.
    #[serde(rename = "ilike")]
    LikeAnyCase,
    /// One of a list.
    #[serde(rename = "in")]
    In,
    /// None of a list.
    #[serde(rename = "not_in")]
    NotIn,
    /// Has something in common with a list.
    #[serde(rename = "overlap")]
    Overlap,
    /// Nothing.
    #[serde(rename = "is_null")]
    IsNull,
    /// Anything.
    #[serde(rename = "is_not_null")]
    IsNotNull,
}

/// Which rows are wanted; up to three levels deep.
///
/// ```
/// use uis::data_api::{Filter, Operator};
/// let filter = Filter::is("direction", "in").and(Filter::of("talk_duration", Operator::More, 60));
/// assert_eq!(serde_json::to_value(filter).unwrap(), serde_json::json!({
///     "filters": [
///         {"field": "direction", "operator": "=", "value": "in"},
///         {"field": "talk_duration", "operator": ">", "value": 60},
///     ],
///     "condition": "and",
/// }));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Filter(Inner);

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Inner {
    One {
        field: String,
        operator: Operator,
        value: Value,
    },
    Several {
        filters: Vec<Filter>,
        condition: Condition,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Condition {
    And,
    Or,
}

impl Filter {
    /// The field equals the value.
    #[must_use]
    pub fn is(field: &str, value: impl Into<Value>) -> Self {
        Self::of(field, Operator::Is, value)
    }

    /// The field compares so with the value.
    #[must_use]
    pub fn of(field: &str, operator: Operator, value: impl Into<Value>) -> Self {
        Self(Inner::One {
            field: field.to_owned(),
            operator,
            value: value.into(),
        })
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.joined(Condition::And, other)
    }

    /// Either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.joined(Condition::Or, other)
    }

    /// Conditions joined in the same way stay on one level.
    fn joined(self, wanted: Condition, other: Self) -> Self {
        match self.0 {
            Inner::Several {
                mut filters,
                condition,
            } if condition == wanted => {
                filters.push(other);
                Self(Inner::Several { filters, condition })
            }
            one @ (Inner::One { .. } | Inner::Several { .. }) => Self(Inner::Several {
                filters: vec![Self(one), other],
                condition: wanted,
            }),
        }
    }
}
