#![doc = include_str!("../README.md")]

#[macro_use]
mod declare;

mod attachment;
mod biblio;
mod body;
mod citation;
mod classification;
mod component;
mod date;
mod event;
mod files;
mod finding;
pub mod number;
mod party;
mod patent;
pub mod sequence;
pub mod shape;
mod statement;
mod table;
pub mod text;

pub use attachment::{Attachment, Chemistry, Formula, Image, Markup, MarkupNode};
pub use biblio::{
    Application, Designation, Family, FamilyMember, FigureSummary, Gazette, HagueData, Milestone,
    Origin, Plant, Priority, Publication, RegionalData, Relation, Search, Term, TermDisclaimer,
    TermLapse,
};
pub use body::{
    Block, Change, Claim, ClaimSet, Definition, Definitions, Drawings, Figure, Group, Heading,
    Inline, Instruction, List, ListItem, PageImage, Paragraph, Part, Preformatted, Reference,
    ReferenceKind, Section, Sign, Style, Styled, Title,
};
pub use citation::{Citation, Deposit, NonPatent, Passage};
pub use classification::{Classification, Combination, CombinationRank, Symbol};
pub use component::{Carried, Component, Stand};
pub use date::{Date, Ymd};
pub use declare::{Declared, Publicity};
pub use event::{EventDate, EventDateRole, LegalEvent, StandardEvent};
pub use finding::{Finding, Severity, Span, Unmapped};
pub use number::DocumentId;
pub use party::{Address, AddressLine, Contact, Name, Party, PartyDate, PartyRole};
pub use patent::{Patent, Record};
pub use sequence::{Sequence, SequenceListing};
pub use shape::{Mismatch, Shape, Sink, Value};
pub use statement::{Attribute, Statement};
pub use table::{Table, TableCell, TableColumn, TableGroup, TablePart, TableRow, Tables};

/// A piece of text; short ones live without an allocation.
pub type Str = compact_str::CompactString;
