//! Citations of patents and other literature, and deposits of biological material.

use crate::body::Inline;
use crate::classification::Classification;
use crate::number::DocumentId;
use crate::party::Address;
use crate::statement::{Attribute, Statement};
use crate::{Date, Str};

record! {
    /// A citation: what is cited, where, by whom, why.
    ///
    /// Clause: ST.14
    pub struct Citation {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// Sequence as written.
        public sequence: Str,
        /// Phase of the search, as written.
        public phase: Str,
        /// Who cited it, as written.
        public cited_by: Str,
        /// Identifier of what is cited, where it has one of its own.
        public cited_id: Str,
        /// The cited patent document in each number format.
        public documents: Vec<DocumentId>,
        /// The cited other literature.
        public literature: Option<NonPatent>,
        /// The citation in free text.
        public text: Vec<Inline>,
        /// Passages with their relevance.
        public passages: Vec<Passage>,
        /// Categories: ST.14 letters, or words such as `cited by examiner`.
        public categories: Vec<Str>,
        /// Claims concerned.
        public claims: Vec<Str>,
        /// Classifications of the cited document.
        public classifications: Vec<Classification>,
        /// Documents which correspond to the cited one.
        public corresponding: Vec<Citation>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts.
        public statements: Vec<Statement>,
    }
}

record! {
    /// Literature that is no patent document.
    pub struct NonPatent {
        /// Kind in the source: `othercit`, `article`, `book`, `online`, `text`.
        public kind: Str,
        /// Identifier.
        public id: Str,
        /// Language as written.
        public language: Str,
        /// Its text, when it is given in one.
        public content: Vec<Inline>,
        /// Its parts under their source names, when it is given in parts.
        public parts: Vec<Statement>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// Passages of a cited document with what they are relevant for.
    pub struct Passage {
        /// The passages.
        public texts: Vec<Str>,
        /// ST.14 categories.
        public categories: Vec<Str>,
        /// Claims concerned.
        public claims: Vec<Str>,
        /// Passages given in parts: page, column, line, figure ...
        public parts: Vec<Statement>,
    }
}

record! {
    /// A deposit of biological material (INID 83).
    pub struct Deposit {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// Depositary institution.
        public depositary: Str,
        /// Address of the institution.
        public address: Option<Address>,
        /// Accession number.
        public accession: Str,
        /// Date.
        public date: Date,
        /// Term.
        public term: Str,
        /// Further text.
        public text: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}
