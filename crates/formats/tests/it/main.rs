//! Integration tests of the formats.

mod st96_schema;
