//! Integration tests of the formats.

mod corpus;
mod readable;
mod st96_schema;
