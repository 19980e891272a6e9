//! Bibliographic data: publication, application, priorities, relations, dates.

use crate::body::Inline;
use crate::number::DocumentId;
use crate::statement::{Attribute, Statement};
use crate::{Date, Str};

record! {
    /// What the source says of itself.
    pub struct Origin {
        /// Format: `redbook`, `epfull`, `docdb`.
        public format: Str,
        /// Version as written (`v4.5 2014-04-03`).
        public version: Str,
        /// Name of the root element.
        public root: Str,
        /// Whether the source was not well-formed and was recovered as far as is safe.
        public recovered: bool,
        /// Attributes of the root under their source names.
        public attributes: Vec<Attribute>,
        /// Attributes of the bibliographic part under their source names.
        public bibliographic: Vec<Attribute>,
    }
}

record! {
    /// A publication in its number formats.
    pub struct Publication {
        /// Identifier.
        public id: Str,
        /// The identification, one a number format; the first is the office's.
        public documents: Vec<DocumentId>,
        /// Kind of document in plain language (INID 12), with language.
        public designations: Vec<Statement>,
        /// Further facts: type of publication, corrections.
        public statements: Vec<Statement>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// An application in its number formats.
    pub struct Application {
        /// Identifier.
        public id: Str,
        /// The identification, one a number format; the first is the office's.
        public documents: Vec<DocumentId>,
        /// Kind as written (`utility`, `design`).
        public kind: Str,
        /// Series code of the office.
        public series: Str,
        /// Applicant's file reference.
        public reference: Str,
        /// Language of filing (INID 25).
        public filing_language: Str,
        /// Language of the procedure, or further language codes, under their source names.
        public languages: Vec<Attribute>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts.
        public statements: Vec<Statement>,
    }
}

record! {
    /// A priority claim (INID 31, 32, 33).
    pub struct Priority {
        /// Identifier.
        public id: Str,
        /// Sequence as written.
        public sequence: Str,
        /// Kind as written (`national`, `international`).
        public kind: Str,
        /// The earlier application in its number formats.
        public documents: Vec<DocumentId>,
        /// Offices of filing for a regional or international application (INID 34).
        public offices: Vec<Str>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts: priority document requested, linkage, activity.
        public statements: Vec<Statement>,
    }
}

record! {
    /// A gazette in which something was announced.
    pub struct Gazette {
        /// Number of the issue.
        public number: Str,
        /// Date of the issue.
        public date: Date,
        /// Further text.
        public text: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// A relation to other applications (INID 60 to 68).
    pub struct Relation {
        /// Kind in the source: `continuation`, `division`, `us-provisional-application`, `B620` ...
        public kind: Str,
        /// Identifier.
        public id: Str,
        /// Parents.
        public parents: Vec<DocumentId>,
        /// Status of the parent or provisional application as written.
        public status: Str,
        /// Grants of the parent.
        public parent_grants: Vec<DocumentId>,
        /// International application of the parent.
        public parent_international: Vec<DocumentId>,
        /// Children.
        public children: Vec<DocumentId>,
        /// Documents in no such part: related publications, corrected documents.
        public documents: Vec<DocumentId>,
        /// The relation in words.
        public text: Vec<Inline>,
        /// Gazette of a correction.
        public gazette: Option<Gazette>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts.
        public statements: Vec<Statement>,
    }
}

record! {
    /// The term of a grant and what limits it.
    pub struct Term {
        /// Length in years, as written.
        public lengths: Vec<Str>,
        /// Extensions in days, as written.
        public extensions: Vec<Str>,
        /// Disclaimers.
        public disclaimers: Vec<TermDisclaimer>,
        /// Lapses.
        public lapses: Vec<TermLapse>,
        /// Statutory texts.
        public texts: Vec<Str>,
        /// Further facts.
        public statements: Vec<Statement>,
    }
}

record! {
    /// A terminal disclaimer.
    pub struct TermDisclaimer {
        /// Its date.
        public date: Date,
        /// Its text.
        public text: Str,
    }
}

record! {
    /// A lapse of the patent.
    pub struct TermLapse {
        /// The document concerned.
        public document: DocumentId,
        /// Its text.
        public text: Str,
    }
}

record! {
    /// A plant's names.
    pub struct Plant {
        /// Botanical name.
        public latin: Vec<Inline>,
        /// Variety.
        public variety: Vec<Inline>,
    }
}

record! {
    /// How many figures there are, and which one is published.
    pub struct FigureSummary {
        /// Sheets of drawings, as written.
        public sheets: Str,
        /// Figures, as written.
        public figures: Str,
        /// Figures to publish with the abstract.
        public to_publish: Vec<Str>,
    }
}

record! {
    /// Data of a search.
    pub struct Search {
        /// When it was completed.
        public completed: Date,
        /// When its report was mailed.
        public mailed: Date,
        /// Place.
        public place: Str,
        /// Publications of the report.
        public publications: Vec<DocumentId>,
        /// Citations in free text.
        public texts: Vec<Str>,
        /// Further facts.
        public statements: Vec<Statement>,
    }
}

record! {
    /// Filing or publication at another level: PCT or regional (INID 86, 87, 96, 97).
    pub struct RegionalData {
        /// Name in the source.
        public code: Str,
        /// The document in its number formats.
        public documents: Vec<DocumentId>,
        /// Gazette of the publication.
        public gazette: Option<Gazette>,
        /// Language, as written.
        public language: Str,
        /// Dates under their source names.
        public dates: Vec<Milestone>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts.
        public statements: Vec<Statement>,
    }
}

record! {
    /// Data of an international registration of a design.
    pub struct HagueData {
        /// Filing date.
        public filed: Date,
        /// Publication date of the registration.
        public published: Date,
        /// Number of the registration.
        public number: Str,
        /// Date of the registration.
        public registered: Date,
    }
}

record! {
    /// Designated states, under the source's name of the list.
    pub struct Designation {
        /// Name in the source (`B840`, `designated-states`, `regional`).
        public code: Str,
        /// Identifier.
        public id: Str,
        /// Region, when the states are named through one.
        public region: Str,
        /// The states.
        public countries: Vec<Str>,
        /// States with a date, where the list gives one.
        public dated: Vec<Milestone>,
        /// Further facts.
        public statements: Vec<Statement>,
    }
}

record! {
    /// A dated event of the procedure, under the office's name of it.
    pub struct Milestone {
        /// Name in the source (`B241`, `B430`, `unexamined-printed-without-grant`).
        public code: Str,
        /// Identifier.
        public id: Str,
        /// Date.
        public date: Date,
        /// Number of the gazette.
        public gazette: Str,
        /// Document concerned.
        public document: Option<DocumentId>,
        /// Countries concerned.
        public countries: Vec<Str>,
        /// Kind code concerned.
        public kind: Str,
        /// Texts.
        public texts: Vec<Str>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// A member of a family: an application and what was published of it.
    pub struct FamilyMember {
        /// The application, once in each number format.
        public applications: Vec<DocumentId>,
        /// The publications, each once in each number format.
        public publications: Vec<DocumentId>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// A patent family as the source gives it.
    pub struct Family {
        /// Identifier.
        public id: Str,
        /// Priority applications.
        public priority: Vec<DocumentId>,
        /// Members that are given by a number alone.
        public members: Vec<DocumentId>,
        /// Members that are given with their application and its publications.
        public member_groups: Vec<FamilyMember>,
        /// The family in words.
        public texts: Vec<Str>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}
