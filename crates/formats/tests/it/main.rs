//! Integration tests of the formats.

mod attributes;
mod claims;
mod corpus;
mod exchange;
mod facts;
mod odd;
mod readable;
mod st96_schema;
