//! Classifications with every indicator that sources give.

use crate::statement::{Attribute, Statement};
use crate::{Date, Str};

record! {
    /// Symbols of one scheme, as they stand together in the source.
    pub struct Classification {
        /// Scheme: `ipc`, `ipcr`, `cpc`, `cpc-text`, `national`, `locarno`, `ecla`, `udc`, or the source's own name.
        public scheme: Str,
        /// Identifier.
        public id: Str,
        /// Office of a national scheme.
        public office: Str,
        /// Edition.
        public edition: Str,
        /// The main symbol.
        public main: Option<Symbol>,
        /// All other symbols, in order.
        public symbols: Vec<Symbol>,
        /// Combination sets.
        public combinations: Vec<Combination>,
        /// Free texts.
        public texts: Vec<Str>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts: additional information, indexing codes.
        public statements: Vec<Statement>,
    }
}

record! {
    /// A symbol with its indicators.
    ///
    /// Clause: ST.8
    pub struct Symbol {
        /// Identifier.
        public id: Str,
        /// Sequence as written.
        public sequence: Str,
        /// The symbol in one, with all that stands in it.
        public text: Str,
        /// Section.
        public section: Str,
        /// Class.
        public class: Str,
        /// Subclass.
        public subclass: Str,
        /// Main group.
        public main_group: Str,
        /// Subgroup.
        public subgroup: Str,
        /// Version of the scheme.
        public version: Date,
        /// Level (A, C, S).
        public level: Str,
        /// Position (F, L).
        public position: Str,
        /// Value (I, N, A).
        public value: Str,
        /// When it was given.
        public action_date: Date,
        /// By which office.
        public office: Str,
        /// Status (B, R, V, D).
        public status: Str,
        /// Source of the data (H, M, G).
        public source: Str,
        /// Origin of the scheme (C).
        public origin: Str,
        /// Scheme, when it differs from symbol to symbol.
        public scheme: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

impl Symbol {
    /// A symbol given in one text.
    pub fn of(text: impl Into<Str>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The symbol in one, as people write it: `A61K 9/16`.
    #[must_use]
    pub fn display(&self) -> String {
        if !self.text.is_empty() {
            return self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        let mut out = format!("{}{}{}", self.section, self.class, self.subclass);
        if !self.main_group.is_empty() {
            out.push(' ');
            out.push_str(&self.main_group);
        }
        if !self.subgroup.is_empty() {
            out.push('/');
            out.push_str(&self.subgroup);
        }
        out
    }
}

record! {
    /// Symbols that count only together.
    pub struct Combination {
        /// Identifier.
        public id: Str,
        /// Number of the set.
        public number: Str,
        /// Its symbols by rank.
        public ranks: Vec<CombinationRank>,
    }
}

record! {
    /// A symbol at its rank in a combination set.
    pub struct CombinationRank {
        /// Identifier.
        public id: Str,
        /// The rank.
        public rank: Str,
        /// The symbol.
        public symbol: Symbol,
    }
}
