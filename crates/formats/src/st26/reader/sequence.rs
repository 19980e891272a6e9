//! One sequence with its features.
//!
//! Clause: ST.26 Annex II

use super::place::{Met, Place};
use crate::st26::names;
use model::Sequence;
use model::sequence::{Feature, Qualifier, Written};
use xml::tree::Element;

/// Reads `SequenceData`.
pub(super) fn sequence(element: &Element<'_, '_>, place: &mut Place<'_>) -> Sequence {
    let span = place.span(element);
    let number = element.attribute("sequenceIDNumber");
    let mut out = Sequence {
        number: number.map(|number| Written::new(number, span.clone())),
        span,
        ..Sequence::default()
    };
    let mut first = true;
    for child in element.elements() {
        if child.name() == "INSDSeq" && std::mem::take(&mut first) {
            entry(&child, place, &mut out);
        }
    }
    out
}

fn entry(element: &Element<'_, '_>, place: &mut Place<'_>, out: &mut Sequence) {
    let mut met = Met::default();
    for child in element.elements() {
        place.in_order(&child, names::SEQUENCE, &mut met);
        match child.name() {
            "INSDSeq_length" => place.keep(&child, &mut out.length),
            "INSDSeq_moltype" => place.keep(&child, &mut out.molecule),
            "INSDSeq_division" => place.keep(&child, &mut out.division),
            "INSDSeq_other-seqids" => {
                let is_second = out.other_ids.is_some();
                let ids = out.other_ids.get_or_insert_default();
                for id in bag(&child, is_second).filter(|id| id.name() == "INSDSeqid") {
                    ids.push(place.written(&id));
                }
            }
            "INSDSeq_feature-table" => {
                let is_second = out.features.is_some();
                let features = out.features.get_or_insert_default();
                for part in bag(&child, is_second).filter(|part| part.name() == "INSDFeature") {
                    features.push(feature(&part, place));
                }
            }
            "INSDSeq_sequence" => place.keep(&child, &mut out.residues),
            _ => {}
        }
    }
}

/// What stands in a bag; of a second one, that is read with the first, and the bag itself is not understood.
fn bag<'t, 'a>(
    element: &Element<'t, 'a>,
    is_second: bool,
) -> impl Iterator<Item = Element<'t, 'a>> + use<'t, 'a> {
    let inner = element.elements();
    if is_second {
        let _content = element.flatten();
    }
    inner
}

fn feature(element: &Element<'_, '_>, place: &mut Place<'_>) -> Feature {
    let mut out = Feature {
        span: place.span(element),
        ..Feature::default()
    };
    let mut met = Met::default();
    for child in element.elements() {
        place.in_order(&child, names::FEATURE, &mut met);
        match child.name() {
            "INSDFeature_key" => place.keep(&child, &mut out.key),
            "INSDFeature_location" => place.keep(&child, &mut out.location),
            "INSDFeature_quals" => {
                let is_second = out.qualifiers.is_some();
                let all = out.qualifiers.get_or_insert_default();
                for part in bag(&child, is_second) {
                    if part.name() == "INSDQualifier" {
                        all.push(qualifier(&part, place));
                    }
                }
            }
            _ => {}
        }
    }
    out
}

fn qualifier(element: &Element<'_, '_>, place: &mut Place<'_>) -> Qualifier {
    let mut out = Qualifier {
        id: element.attribute("id").map(model::Str::from),
        span: place.span(element),
        ..Qualifier::default()
    };
    let mut met = Met::default();
    for child in element.elements() {
        place.in_order(&child, names::QUALIFIER, &mut met);
        match child.name() {
            "INSDQualifier_name" => place.keep(&child, &mut out.name),
            "INSDQualifier_value" => place.keep(&child, &mut out.value),
            "NonEnglishQualifier_value" => place.keep(&child, &mut out.foreign),
            _ => {}
        }
    }
    out
}
