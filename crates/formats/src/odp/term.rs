//! The adjustment of the term: the days are facts of the term, the steps that led to them are events.

use super::event;
use super::reader::fact;
use crate::vocabulary::text;
use model::{Patent, Statement};
use xml::tree::Element;

/// Reads a `patentTermAdjustmentData`.
pub(super) fn adjustment(element: &Element<'_, '_>, out: &mut Patent) {
    let mut term = out.term.take().unwrap_or_default();
    for child in element.elements() {
        match child.name() {
            "patentTermAdjustmentHistoryDataBag" => {
                let step = event::transaction(&child, "term-adjustment");
                out.events.push(step);
            }
            "adjustmentTotalQuantity" => term.extensions.push(text(&child)),
            _ => term.statements.extend(fact(&child)),
        }
    }
    out.term = (term != model::Term::default()).then_some(term);
}

/// Reads one of the counts of days that PEDS gives beside each other.
pub(super) fn days(element: &Element<'_, '_>, out: &mut Patent) {
    let said: Option<Statement> = fact(element);
    if let Some(said) = said {
        out.term.get_or_insert_default().statements.push(said);
    }
}
