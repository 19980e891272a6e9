//! Findings: what is wrong with a document, where, and what to do.

use crate::{Attribute, Str};

names! {
    /// How much a finding matters; an office's profile may say otherwise.
    pub enum Severity {
        /// Worth knowing.
        #[default]
        Info = "info",
        /// Probably wrong.
        Warning = "warning",
        /// Wrong.
        Error = "error",
    }
}

record! {
    /// A place in a source document.
    pub struct Span {
        /// Byte offset from the start of the document.
        public offset: u64,
        /// Length in bytes.
        public length: u64,
        /// Line, from 1; 0 when unknown.
        public line: u64,
        /// Column in characters, from 1; 0 when unknown.
        public column: u64,
    }
}

record! {
    /// One thing that is wrong with, or worth knowing of, a document.
    pub struct Finding {
        /// The rule that found it, such as `source/unmapped`.
        public rule: Str,
        /// How much it matters.
        public severity: Severity,
        /// What is the matter, in one sentence.
        public message: Str,
        /// Where in the document, as a path of element names.
        public path: Str,
        /// Where in the source.
        public span: Span,
        /// The words concerned, when words are at stake.
        public text: Str,
        /// What to do.
        public hint: Str,
        /// The clause of a standard that says so.
        public clause: Str,
    }
}

impl Finding {
    /// A finding of `rule` at `severity` that says `message`.
    pub fn new(rule: impl Into<Str>, severity: Severity, message: impl Into<Str>) -> Self {
        Self {
            rule: rule.into(),
            severity,
            message: message.into(),
            ..Self::default()
        }
    }

    /// The same finding, at `path`.
    #[must_use]
    pub fn at(mut self, path: impl Into<Str>) -> Self {
        self.path = path.into();
        self
    }

    /// The same finding, about `text`.
    #[must_use]
    pub fn about(mut self, text: impl Into<Str>) -> Self {
        self.text = text.into();
        self
    }

    /// The same finding, at a place in the source.
    #[must_use]
    pub fn within(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    /// The same finding, with what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Str>) -> Self {
        self.hint = hint.into();
        self
    }
}

record! {
    /// A part of the source that its reader did not understand: kept whole, and reported.
    pub struct Unmapped {
        /// Path of element names; an attribute as `@name` at its end.
        public path: Str,
        /// Where in the source.
        public span: Span,
        /// All text of the part, in order.
        public text: Str,
        /// The part itself, in the source's markup.
        public markup: Str,
        /// Its attributes.
        public attributes: Vec<Attribute>,
    }
}
