//! What was different before and after; values of secrets never come in here.

use store::audit::Field;

/// Fields as they are gathered; those that stayed the same fall out.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<Field>);

impl Fields {
    /// None yet.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// A property with its values; nothing is noted when they are the same.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "values are given as they stand, and are small"
    )]
    pub fn changed(self, name: &str, from: impl ToString, to: impl ToString) -> Self {
        self.maybe(name, Some(from.to_string()), Some(to.to_string()))
    }

    /// A property that something may have or not.
    #[must_use]
    pub fn maybe(mut self, name: &str, from: Option<String>, to: Option<String>) -> Self {
        let [from, to] = [from, to].map(|value| value.filter(|text| !text.is_empty()));
        if from != to {
            self.0.push(Field {
                name: name.to_owned(),
                from,
                to,
                secret: false,
            });
        }
        self
    }

    /// What a new thing has.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "values are given as they stand, and are small"
    )]
    pub fn is(self, name: &str, value: impl ToString) -> Self {
        self.maybe(name, None, Some(value.to_string()))
    }

    /// A property that is different now, and too long to say how.
    #[must_use]
    pub fn touched(mut self, name: &str, different: bool) -> Self {
        if different {
            self.0.push(Field {
                name: name.to_owned(),
                from: None,
                to: None,
                secret: false,
            });
        }
        self
    }

    /// A secret that changed: nothing more is said of it.
    #[must_use]
    pub fn secret(mut self, name: &str) -> Self {
        self.0.push(Field {
            name: name.to_owned(),
            from: None,
            to: None,
            secret: true,
        });
        self
    }

    pub(super) fn done(self) -> Vec<Field> {
        self.0
    }
}
