//! A body as it was written: JSON that keeps repeated keys and their order.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// A value of the body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Nothing,
    /// The platform left `{{name}}` in its place.
    Unrendered,
    Flag(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Group(Vec<(String, Node)>),
}

impl Node {
    /// The first text or number under `key`, at any depth, in the order of the body.
    pub(crate) fn text_at(&self, key: &str) -> Option<String> {
        match self {
            Self::List(items) => items.iter().find_map(|item| item.text_at(key)),
            Self::Group(entries) => entries.iter().find_map(|(name, node)| match node {
                Self::Text(text) if name == key => Some(text.clone()),
                Self::Number(number) if name == key => Some(number.to_string()),
                Self::Nothing
                | Self::Unrendered
                | Self::Flag(_)
                | Self::Number(_)
                | Self::Text(_)
                | Self::List(_)
                | Self::Group(_) => node.text_at(key),
            }),
            Self::Nothing | Self::Unrendered | Self::Flag(_) | Self::Number(_) | Self::Text(_) => {
                None
            }
        }
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Nothing | Self::Unrendered => Value::Null,
            Self::Flag(flag) => Value::Bool(flag),
            Self::Number(number) => Value::Number(number),
            Self::Text(text) => Value::String(text),
            Self::List(items) => items.into_iter().map(Self::into_value).collect(),
            Self::Group(entries) => {
                let mut map = Map::new();
                for (key, node) in entries {
                    map.entry(key).or_insert(node.into_value());
                }
                Value::Object(map)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Number::from_f64(number).map_or(Node::Nothing, Node::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Node::Group(entries))
    }
}
