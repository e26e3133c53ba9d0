//! `filter`: one condition, or several joined by and / or, up to three deep.

use std::cmp::Ordering;

use serde_json::Value;

use super::listing::Row;
use super::sorting::compare;
use crate::rpc::fault::Fault;

/// How deep conditions may stand in each other.
const DEEPEST: u32 = 3;

/// A condition that a row fits or not.
pub(super) enum Filter {
    All(Vec<Filter>),
    Any(Vec<Filter>),
    One {
        field: String,
        operator: Operator,
        value: Value,
    },
}

/// What a field is compared by.
#[derive(Clone, Copy)]
pub(super) enum Operator {
    Is,
    IsNot,
    Less,
    More,
    AtMost,
    AtLeast,
    Like { any_case: bool, wanted: bool },
    In { wanted: bool },
    Null { wanted: bool },
}

impl Filter {
    pub(super) fn read(filter: &Value, columns: &[&str]) -> Result<Self, Fault> {
        Self::read_at(filter, columns, DEEPEST)
    }

    fn read_at(filter: &Value, columns: &[&str], deeper: u32) -> Result<Self, Fault> {
        if let Some(several) = filter["filters"].as_array() {
            if deeper == 0 {
                return Err(Fault::wrong_value("filter.filters", filter));
            }
            let several = several
                .iter()
                .map(|filter| Self::read_at(filter, columns, deeper - 1));
            let several = several.collect::<Result<Vec<_>, _>>()?;
            return match filter["condition"].as_str() {
                Some("and") | None => Ok(Self::All(several)),
                Some("or") => Ok(Self::Any(several)),
                Some(other) => Err(Fault::wrong_value("filter.condition", other)),
            };
        }
        let field = filter["field"]
            .as_str()
            .ok_or_else(|| Fault::missing("filter.field"))?;
        if !columns.contains(&field) {
            return Err(Fault::forbidden_filter(field));
        }
        let name = filter["operator"]
            .as_str()
            .ok_or_else(|| Fault::missing("filter.operator"))?;
        let operator =
            Operator::named(name).ok_or_else(|| Fault::wrong_value("filter.operator", name))?;
        Ok(Self::One {
            field: field.to_owned(),
            operator,
            value: filter["value"].clone(),
        })
    }

    pub(super) fn fits(&self, row: &Row) -> bool {
        match self {
            Self::All(several) => several.iter().all(|filter| filter.fits(row)),
            Self::Any(several) => several.iter().any(|filter| filter.fits(row)),
            Self::One {
                field,
                operator,
                value,
            } => operator.fits(row.get(field).unwrap_or(&Value::Null), value),
        }
    }
}

impl Operator {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "=" => Self::Is,
            "!=" => Self::IsNot,
            "<" => Self::Less,
            ">" => Self::More,
            "<=" => Self::AtMost,
            ">=" => Self::AtLeast,
            "like" => Self::Like {
                any_case: false,
                wanted: true,
            },
            "ilike" => Self::Like {
                any_case: true,
                wanted: true,
            },
            "not_like" => Self::Like {
                any_case: false,
                wanted: false,
            },
            "not_ilike" => Self::Like {
                any_case: true,
                wanted: false,
            },
            "in" => Self::In { wanted: true },
            "not_in" => Self::In { wanted: false },
            "is_null" => Self::Null { wanted: true },
            "is_not_null" => Self::Null { wanted: false },
            _ => return None,
        })
    }

    fn fits(self, field: &Value, value: &Value) -> bool {
        let order = compare(field, value);
        match self {
            Self::Is => order == Ordering::Equal,
            Self::IsNot => order != Ordering::Equal,
            Self::Less => !field.is_null() && order == Ordering::Less,
            Self::More => !field.is_null() && order == Ordering::Greater,
            Self::AtMost => !field.is_null() && order != Ordering::Greater,
            Self::AtLeast => !field.is_null() && order != Ordering::Less,
            Self::Like { any_case, wanted } => like(field, value, any_case) == wanted,
            Self::In { wanted } => {
                value
                    .as_array()
                    .is_some_and(|several| several.contains(field))
                    == wanted
            }
            Self::Null { wanted } => field.is_null() == wanted,
        }
    }
}

/// `%` stands for any text.
fn like(field: &Value, pattern: &Value, any_case: bool) -> bool {
    let fold = |text: &str| {
        if any_case {
            text.to_lowercase()
        } else {
            text.to_owned()
        }
    };
    let (Some(text), Some(pattern)) = (field.as_str().map(fold), pattern.as_str().map(fold)) else {
        return false;
    };
    let mut parts = pattern.split('%');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        let Some(found) = rest.find(part) else {
            return false;
        };
        rest = &rest[found + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_percent_sign_is_any_text() {
        for (pattern, fits) in [
            ("7495%", true),
            ("%0001", true),
            ("%950%", true),
            ("7496%", false),
            ("7495", false),
        ] {
            assert_eq!(
                like(&json!("74950000001"), &json!(pattern), false),
                fits,
                "{pattern}"
            );
        }
    }

    #[test]
    fn conditions_join_by_and_and_or() {
        let columns = ["id", "status"];
        let filter = json!({"condition": "or", "filters": [
            {"field": "id", "operator": "=", "value": 2},
            {"condition": "and", "filters": [
                {"field": "status", "operator": "in", "value": ["active"]}, {"field": "id", "operator": ">", "value": 5}]}]});
        let filter = Filter::read(&filter, &columns).unwrap();
        let fits = |id: i64, status: &str| {
            filter.fits(&super::super::listing::row(
                json!({"id": id, "status": status}),
            ))
        };
        assert!(fits(2, "reserved") && fits(6, "active"));
        assert!(!fits(6, "reserved") && !fits(1, "active"));
    }
}
