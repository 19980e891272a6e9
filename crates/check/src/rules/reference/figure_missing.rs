//! `reference/figure-missing`.

use super::missing;
use crate::{Context, rule::Found};
use model::ReferenceKind;

rule! {
    /// References to figures lead to a figure.
    ///
    /// *What it checks:* that each target of a reference to a figure is an identifier of the
    /// document.
    ///
    /// *Why:* readers follow the reference to the drawing.
    ///
    /// *Example:* `<figref idref="f0009">` in a document with three figures.
    ///
    /// Clause: ST.36 figref/@idref; ST.96 V6_0 com:FigureReference
    struct FigureMissing = "reference/figure-missing", Error,
        "correct the identifier, or look for the drawing in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    missing(context, ReferenceKind::Figure, found);
}
