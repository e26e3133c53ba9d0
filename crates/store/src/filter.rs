//! A WHERE clause put together out of constant pieces and bound values.

use uuid::Uuid;

use domain::Reach;

use crate::args::{Arg, Args};
use crate::page::{Cursor, Slice};

/// Conditions joined by AND; every value is bound, never written into the text.
pub(crate) struct Filter {
    clauses: Vec<String>,
    args: Args,
}

impl Filter {
    pub(crate) fn new() -> Self {
        Self {
            clauses: Vec::new(),
            args: Vec::new(),
        }
    }

    /// Conditions of a statement that has values already.
    pub(crate) fn after(args: Args) -> Self {
        Self {
            clauses: Vec::new(),
            args,
        }
    }

    /// Adds a condition that is put together by itself: it gets the values so far and gives them back with its own.
    pub(crate) fn and_built(&mut self, build: impl FnOnce(Args) -> (String, Args)) {
        let (clause, args) = build(std::mem::take(&mut self.args));
        self.args = args;
        self.clauses.push(clause);
    }

    /// Adds a condition; each `?` in it stands for the next of the values.
    pub(crate) fn and(&mut self, clause: &str, values: Vec<Arg>) {
        let mut text = String::with_capacity(clause.len() + 8);
        let mut values = values.into_iter();
        for piece in clause.split_inclusive('?') {
            match piece.strip_suffix('?') {
                Some(before) => {
                    text.push_str(before);
                    self.args.extend(values.next());
                    text.push_str(&format!("${}", self.args.len()));
                }
                None => text.push_str(piece),
            }
        }
        self.clauses.push(text);
    }

    /// Adds a condition when there is a value for it.
    pub(crate) fn and_some<T: Into<Arg>>(&mut self, clause: &str, value: Option<T>) {
        if let Some(value) = value {
            self.and(clause, vec![value.into()]);
        }
    }

    /// The column is one of these; none of them matches nothing.
    pub(crate) fn and_in(&mut self, column: &str, values: Vec<Arg>) {
        if values.is_empty() {
            return self.and("1 = 0", Vec::new());
        }
        let marks = vec!["?"; values.len()].join(", ");
        self.and(&format!("{column} IN ({marks})"), values);
    }

    /// The column is one of these many: like [`Self::and_in`], but with few texts for any number of values, so that the
    /// statement stays prepared.
    pub(crate) fn and_some_of<T: Into<Arg>>(
        &mut self,
        column: &str,
        values: impl IntoIterator<Item = T>,
    ) {
        let mut values: Vec<Arg> = values.into_iter().map(Into::into).collect();
        if let Some(last) = values.last().cloned() {
            values.resize(values.len().next_power_of_two(), last);
        }
        self.and_in(column, values);
    }

    /// Only rows of channels within reach, and of none.
    pub(crate) fn within(&mut self, column: &str, reach: &Reach) {
        if let Reach::Only(ids) = reach {
            let values: Vec<Arg> = ids.iter().map(|id| Arg::from(id.0)).collect();
            if values.is_empty() {
                return self.and(&format!("{column} IS NULL"), values);
            }
            let marks = vec!["?"; values.len()].join(", ");
            self.and(
                &format!("({column} IS NULL OR {column} IN ({marks}))"),
                values,
            );
        }
    }

    /// Newest first, from the slice's place on.
    pub(crate) fn newest_first(&mut self, key: &str, id: &str, slice: &Slice) {
        if let Some(after) = slice.after {
            let values: Vec<Arg> = vec![after.key.into(), after.key.into(), Uuid::into(after.id)];
            self.and(&format!("{key} <= ? AND ({key} < ? OR {id} < ?)"), values);
            // The first half lets the index find the place, the second settles equal keys.
        }
    }

    /// What comes before a place in a list that stands newest first, exclusive.
    pub(crate) fn before_place(&mut self, key: &str, id: &str, place: Cursor) {
        let values: Vec<Arg> = vec![place.key.into(), place.key.into(), place.id.into()];
        self.and(&format!("{key} >= ? AND ({key} > ? OR {id} > ?)"), values);
    }

    /// Binds a value for a text that is put together elsewhere; its number.
    pub(crate) fn bind(&mut self, value: Arg) -> usize {
        self.args.push(value);
        self.args.len()
    }

    /// The conditions joined by AND, without `WHERE`, and the values.
    pub(crate) fn parts(self) -> (String, Args) {
        (self.clauses.join(" AND "), self.args)
    }

    /// The clause, to follow another condition, and the values.
    pub(crate) fn joined(self) -> (String, Args) {
        let clauses = self.clauses.iter().map(|clause| format!(" AND {clause}"));
        (clauses.collect(), self.args)
    }

    /// The clause, with its `WHERE`, and the values.
    pub(crate) fn done(self) -> (String, Args) {
        if self.clauses.is_empty() {
            return (String::new(), self.args);
        }
        (format!(" WHERE {}", self.clauses.join(" AND ")), self.args)
    }
}

/// A text to be found anywhere, as LIKE wants it; the caller folds case.
pub(crate) fn anywhere(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_numbered_in_order_and_never_written_out() {
        let mut filter = Filter::new();
        filter.and("a = ?", vec!["x'; DROP".into()]);
        filter.and_some::<i64>("b = ?", None);
        filter.and_in("c", vec![1.into(), 2.into()]);
        let (text, args) = filter.done();
        assert_eq!(text, " WHERE a = $1 AND c IN ($2, $3)");
        assert_eq!(args.len(), 3);
    }
}
