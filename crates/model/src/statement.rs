//! Facts for which one office or one format has its own word.

use crate::{Inline, Str};

record! {
    /// An attribute kept under its source name.
    pub struct Attribute {
        /// The name.
        public name: Str,
        /// The value.
        public value: Str,
    }
}

impl Attribute {
    /// An attribute called `name`.
    pub fn new(name: impl Into<Str>, value: impl Into<Str>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

record! {
    /// A named fact in an office's own terms: the name, its text, its parts in order.
    pub struct Statement {
        /// The office's name of it, such as `B007EP` or `rule-47-flag`.
        public code: Str,
        /// Attributes under their source names.
        public attributes: Vec<Attribute>,
        /// Its text.
        public content: Vec<Inline>,
        /// Its parts.
        public parts: Vec<Statement>,
    }
}

impl Statement {
    /// A statement called `code` that has no text: its presence is the fact.
    pub fn flag(code: impl Into<Str>) -> Self {
        Self {
            code: code.into(),
            ..Self::default()
        }
    }

    /// A statement called `code` that says `text`.
    pub fn text(code: impl Into<Str>, text: impl Into<Str>) -> Self {
        Self {
            code: code.into(),
            content: vec![Inline::Text(text.into())],
            ..Self::default()
        }
    }
}
