//! `reference/target-missing`.

use super::missing;
use crate::{Context, rule::Found};
use model::ReferenceKind;

rule! {
    /// Other references lead somewhere.
    ///
    /// *What it checks:* that each target of a cross-reference is an identifier of the document.
    ///
    /// *Why:* readers follow the reference to a table, a formula or a citation.
    ///
    /// *Example:* `<crossref idref="tabl0009">` in a document with three tables.
    ///
    /// Clause: ST.36 crossref/@idref; ST.96 V6_0 com:CrossReference
    struct TargetMissing = "reference/target-missing", Warning, "correct the identifier";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    missing(context, ReferenceKind::Cross, found);
}
