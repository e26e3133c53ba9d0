//! What a method gives back, in the several shapes the platform has for it.

use serde_json::{Map, Value, json};

/// A result before the limits are added to it.
pub(super) enum Reply {
    /// Under `data`, with metadata.
    Data {
        data: Value,
        metadata: Map<String, Value>,
    },
    /// The result itself, without data and metadata.
    Bare(Value),
}

impl Reply {
    /// Under `data`, with nothing but limits beside it.
    pub(super) fn data(data: Value) -> Self {
        Self::Data {
            data,
            metadata: Map::new(),
        }
    }

    /// A page of rows.
    pub(super) fn rows(data: Value, total: usize) -> Self {
        let total = ("total_items".to_owned(), Value::from(total));
        Self::Data {
            data,
            metadata: [total].into_iter().collect(),
        }
    }

    /// Success is a text here, not a boolean: so the platform has it.
    pub(super) fn success() -> Self {
        Self::data(json!({"success": "true"}))
    }

    /// What was made.
    pub(super) fn id(id: i64) -> Self {
        Self::Bare(json!({ "id": id }))
    }

    pub(super) fn written(self, limits: Value) -> Value {
        match self {
            Self::Data { data, mut metadata } => {
                metadata.insert("limits".to_owned(), limits);
                json!({"data": data, "metadata": metadata})
            }
            Self::Bare(result) => result,
        }
    }
}
