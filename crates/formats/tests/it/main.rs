//! Integration tests of the formats.

mod claims;
mod corpus;
mod exchange;
mod facts;
mod odd;
mod readable;
mod st96_schema;
