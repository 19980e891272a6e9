//! Integration tests of the formats.

mod corpus;
mod st96_schema;
