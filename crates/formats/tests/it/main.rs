//! Integration tests of the formats.

mod corpus;
mod odd;
mod readable;
mod st96_schema;
