//! Sequence listings: the sequences that a patent application discloses, with what is said of them.
//!
//! Everything is kept as written, with its place, so that a rule can point at it; what it means is computed when
//! asked. A part that the source lacks is `None`, one that it gives without content is there and blank.

mod location;
mod molecule;
mod reading;

pub use location::{Location, LocationError, LocationTrouble, Position, Stretch};
pub use molecule::Molecule;

use crate::biblio::Origin;
use crate::finding::{Span, Unmapped};
use crate::number::DocumentId;
use crate::statement::{Attribute, Statement};
use crate::{Date, Str};

record! {
    /// A text as the source writes it, with its place.
    pub struct Written {
        /// The characters of the source.
        personal text: Str,
        /// Where the text stands.
        public span: Span,
    }
}

record! {
    /// A name or title in one language.
    pub struct Wording {
        /// The language code, as written.
        public language: Option<Str>,
        /// The words.
        personal text: Str,
        /// Where the element begins.
        public span: Span,
    }
}

record! {
    /// An application that a listing names: its own, or the one whose priority is claimed.
    pub struct ListedApplication {
        /// The office, ST.3 code as written.
        public office: Option<Written>,
        /// The number, as written.
        public number: Option<Written>,
        /// The filing date, as written.
        public filed: Option<Written>,
        /// Where the element begins.
        public span: Span,
    }
}

record! {
    /// The document type declaration of a listing.
    pub struct ListingDoctype {
        /// The name of the root that it declares.
        public root: Str,
        /// The public identifier.
        public public_id: Str,
        /// The system identifier.
        public system_id: Str,
        /// Whether declarations of its own follow in brackets.
        public subset: bool,
        /// Where the declaration begins.
        public span: Span,
    }
}

record! {
    /// A sequence listing: general information and sequences.
    ///
    /// Clause: ST.26
    pub struct SequenceListing {
        /// What the source says of itself.
        public origin: Origin,
        /// The encoding that the XML declaration names.
        public encoding: Str,
        /// The document type declaration.
        public doctype: Option<ListingDoctype>,
        /// Where the root element begins.
        public span: Span,
        /// Version of the document type definition.
        public dtd_version: Option<Written>,
        /// File name.
        public file_name: Option<Written>,
        /// The program that wrote the listing.
        public software_name: Option<Written>,
        /// Its version.
        public software_version: Option<Written>,
        /// The date on which the listing was made.
        public production_date: Option<Written>,
        /// Language in which the free text was first written.
        public original_language: Option<Written>,
        /// Language of the free text that is not English.
        public foreign_language: Option<Written>,
        /// The application (INID 21, 22).
        public application: Option<ListedApplication>,
        /// The applicant's file reference.
        public reference: Option<Written>,
        /// The earliest application whose priority is claimed (INID 31 to 33).
        public earliest_priority: Option<ListedApplication>,
        /// Further priority claims, for which ST.26 has no place.
        public further_priorities: Vec<ListedApplication>,
        /// The applicant named first (INID 71).
        public applicant: Option<Wording>,
        /// The same name in Latin letters.
        public applicant_latin: Option<Wording>,
        /// The inventor named first (INID 72).
        public inventor: Option<Wording>,
        /// The same name in Latin letters.
        public inventor_latin: Option<Wording>,
        /// Further applicants and inventors, for which ST.26 has no place.
        public further_names: Vec<Wording>,
        /// Titles of the invention (INID 54).
        public titles: Vec<Wording>,
        /// How many sequences there are, as written.
        public total: Option<Written>,
        /// The sequences, in the source's order.
        public sequences: Vec<Sequence>,
        /// Further facts, which one office adds.
        public statements: Vec<Statement>,
        /// What the reader did not understand.
        public unmapped: Vec<Unmapped>,
    }
}

record! {
    /// One sequence with its features; skipped when its residues are `000`.
    pub struct Sequence {
        /// The number (SEQ ID NO), as written.
        public number: Option<Written>,
        /// Length, as written.
        public length: Option<Written>,
        /// Kind of molecule, as written: `DNA`, `RNA`, `AA`.
        public molecule: Option<Written>,
        /// Division, as written: always `PAT`.
        public division: Option<Written>,
        /// Whether there is a part for other identifiers, and they: `pat|JP|2025012345|A|1`.
        public other_ids: Option<Vec<Written>>,
        /// Whether there is a feature table, and what it holds.
        public features: Option<Vec<Feature>>,
        /// The residues, as written; blanks between them mean nothing.
        public residues: Option<Written>,
        /// Where the sequence begins.
        public span: Span,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts: publications of the sequence, and what else an older listing says.
        public statements: Vec<Statement>,
    }
}

record! {
    /// A feature: what some residues are.
    pub struct Feature {
        /// The feature key, as written.
        public key: Option<Written>,
        /// The location, as written.
        public location: Option<Written>,
        /// Whether there is a part for qualifiers, and they.
        public qualifiers: Option<Vec<Qualifier>>,
        /// Where the feature begins.
        public span: Span,
    }
}

record! {
    /// A qualifier: a named value that says more of a feature.
    pub struct Qualifier {
        /// Identifier.
        public id: Option<Str>,
        /// The name, as written.
        public name: Option<Written>,
        /// The value; free text is in English.
        public value: Option<Written>,
        /// The value in another language.
        public foreign: Option<Written>,
        /// Where the qualifier begins.
        public span: Span,
    }
}

impl Written {
    /// A text at `span`.
    pub fn new(text: impl Into<Str>, span: Span) -> Self {
        Self {
            text: text.into(),
            span,
        }
    }
}

impl Wording {
    /// Words in `language` at `span`.
    pub fn new(language: impl Into<Str>, text: impl Into<Str>, span: Span) -> Self {
        Self {
            language: Some(language.into()),
            text: text.into(),
            span,
        }
    }
}

impl ListedApplication {
    /// The application as the identification of a document.
    #[must_use]
    pub fn document(&self) -> DocumentId {
        DocumentId {
            office: text(self.office.as_ref()).into(),
            number: text(self.number.as_ref()).into(),
            date: Date::new(text(self.filed.as_ref())),
            ..DocumentId::default()
        }
    }
}

/// The text of a part without the blanks around it; empty when the part is not there.
fn text(written: Option<&Written>) -> &str {
    written.map_or("", |written| written.text.trim())
}
