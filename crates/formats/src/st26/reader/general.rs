//! The general information of a listing.
//!
//! Clause: ST.26 Annex II

use super::place::{Met, Place};
use crate::st26::names;
use crate::vocabulary::{attributes, statement};
use model::sequence::{ListedApplication, ListingDoctype, Wording, Written};
use model::{SequenceListing, Span, Str};
use xml::tree::Element;

/// The encoding that an XML declaration names.
pub(super) fn declaration(text: &str, listing: &mut SequenceListing) {
    let Some((_, rest)) = text.split_once("encoding") else {
        return;
    };
    listing.encoding = quoted(rest).map_or_else(Str::default, |(value, _)| value.into());
}

/// The identifiers of a document type declaration.
pub(super) fn doctype(text: &str, span: Span, listing: &mut SequenceListing) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let inside = text.strip_prefix("<!DOCTYPE").unwrap_or(text);
    let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '[' | '>');
    let mut out = ListingDoctype {
        root: inside
            .trim_start()
            .split(ends)
            .next()
            .unwrap_or_default()
            .into(),
        subset: text.contains('['),
        span,
        ..ListingDoctype::default()
    };
    let outer = text.split('[').next().unwrap_or(text);
    if let Some((_, rest)) = outer.split_once("PUBLIC") {
        if let Some((public, rest)) = quoted(rest) {
            out.public_id = public.into();
            out.system_id = quoted(rest).map_or_else(Str::default, |(system, _)| system.into());
        }
    } else if let Some((_, rest)) = outer.split_once("SYSTEM") {
        out.system_id = quoted(rest).map_or_else(Str::default, |(system, _)| system.into());
    }
    listing.doctype = Some(out);
}

/// The first text in quotes, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let at = text.find(['"', '\''])?;
    let quote = text[at..].chars().next()?;
    text[at + 1..].split_once(quote)
}

/// The attributes of the root.
pub(super) fn root(
    element: &Element<'_, '_>,
    place: &mut Place<'_>,
    listing: &mut SequenceListing,
) {
    element.enter();
    let span = place.span(element);
    let written = |name: &str| {
        let value = element.attribute(name)?;
        Some(Written::new(value, span.clone()))
    };
    listing.dtd_version = written("dtdVersion");
    listing.file_name = written("fileName");
    listing.software_name = written("softwareName");
    listing.software_version = written("softwareVersion");
    listing.production_date = written("productionDate");
    listing.original_language = written("originalFreeTextLanguageCode");
    listing.foreign_language = written("nonEnglishFreeTextLanguageCode");
    let origin = &mut listing.origin;
    origin.format = "st26".into();
    origin.root = element.qualified().into();
    let version = listing.dtd_version.as_ref();
    origin.version = version.map_or_else(Str::default, |version| version.text.clone());
    origin.attributes = attributes(element)
        .into_iter()
        .filter(|attribute| !is_of_schema(&attribute.name))
        .collect();
    listing.span = span;
}

/// Whether an attribute says where the schema of the document is.
fn is_of_schema(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:")
}

/// A child of the root that is no sequence.
pub(super) fn child(
    element: &Element<'_, '_>,
    place: &mut Place<'_>,
    listing: &mut SequenceListing,
) {
    place.follows(element, names::LISTING);
    match element.name() {
        "ApplicationIdentification" => application(element, place, &mut listing.application),
        "ApplicantFileReference" => place.keep(element, &mut listing.reference),
        "EarliestPriorityApplicationIdentification" => {
            application(element, place, &mut listing.earliest_priority);
        }
        "ApplicantName" => wording(element, place, &mut listing.applicant),
        "ApplicantNameLatin" => wording(element, place, &mut listing.applicant_latin),
        "InventorName" => wording(element, place, &mut listing.inventor),
        "InventorNameLatin" => wording(element, place, &mut listing.inventor_latin),
        "InventionTitle" => {
            let mut title = None;
            wording(element, place, &mut title);
            listing.titles.extend(title);
        }
        "SequenceTotalQuantity" => place.keep(element, &mut listing.total),
        // The Japanese office adds its own data of the publication at the end of listings that it hands out.
        "Bibliography" => listing.statements.push(statement::statement(element)),
        _ => {}
    }
}

fn application(
    element: &Element<'_, '_>,
    place: &mut Place<'_>,
    slot: &mut Option<ListedApplication>,
) {
    if slot.is_some() {
        return;
    }
    let mut out = ListedApplication {
        span: place.span(element),
        ..ListedApplication::default()
    };
    let mut met = Met::default();
    for part in element.elements() {
        place.in_order(&part, names::APPLICATION, &mut met);
        match part.name() {
            "IPOfficeCode" => place.keep(&part, &mut out.office),
            "ApplicationNumberText" => place.keep(&part, &mut out.number),
            "FilingDate" => place.keep(&part, &mut out.filed),
            _ => {}
        }
    }
    *slot = Some(out);
}

fn wording(element: &Element<'_, '_>, place: &mut Place<'_>, slot: &mut Option<Wording>) {
    if slot.is_some() {
        return;
    }
    let span = place.span(element);
    *slot = Some(Wording {
        language: element.attribute("languageCode").map(Str::from),
        text: place.written(element).text,
        span,
    });
}
