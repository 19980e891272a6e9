//! Facts about parties: rights of successors, signatures.

use crate::component::draft::View;
use crate::component::reader::inline::{self, uncapitalized};
use crate::component::schema::{attr, com, pat};
use model::{Attribute, Statement, Str};

/// Reads the rights of a successor, such as an heir of the inventor.
///
/// Clause: ST.96 V6_0 pat:SuccessorRights
pub(super) fn rights(view: View<'_, '_>) -> Statement {
    let reference = view.value(attr::APPLICANT_SEQUENCE_NUMBER_REFERENCE);
    let category = view.text_of(pat::SUCCESSOR_CATEGORY);
    let kind = uncapitalized(&category).replace(' ', "-");
    let words = view.child(pat::SUCCESSOR_RIGHTS_TEXT);
    Statement {
        attributes: said([
            ("to-dead-inventor", reference.into()),
            ("kind", kind.into()),
        ]),
        content: words.map(inline::mixed).unwrap_or_default(),
        ..Statement::flag("us-rights")
    }
}

/// Reads an electronic signature.
///
/// Clause: ST.96 V6_0 com:ElectronicSignature
pub(super) fn signature(view: View<'_, '_>) -> Statement {
    let date = view.text_of(com::ELECTRONIC_SIGNATURE_DATE);
    let place = view.text_of(com::ELECTRONIC_SIGNATURE_PLACE);
    let parts = view.elements().filter_map(|child| match child.name() {
        com::ELECTRONIC_BASIC_SIGNATURE => Some(basic(child)),
        com::ELECTRONIC_ENHANCED_SIGNATURE => Some(enhanced(child)),
        _ => None,
    });
    Statement {
        attributes: said([("date", date), ("place-signed", place)]),
        parts: parts.collect(),
        ..Statement::flag("electronic-signature")
    }
}

/// A signature as an image, as words, or as a click.
fn basic(view: View<'_, '_>) -> Statement {
    let parts = view.elements().filter_map(|child| {
        Some(match child.name() {
            com::ELECTRONIC_BASIC_SIGNATURE_IMAGE_URI => Statement {
                attributes: said([("file", child.text())]),
                ..Statement::flag("fax-image")
            },
            com::ELECTRONIC_BASIC_SIGNATURE_CLICK_WRAP => Statement::flag("click-wrap"),
            com::ELECTRONIC_BASIC_SIGNATURE_TEXT => Statement::text("text-string", child.text()),
            _ => return None,
        })
    });
    Statement {
        parts: parts.collect(),
        ..Statement::flag("basic-signature")
    }
}

fn enhanced(view: View<'_, '_>) -> Statement {
    let is_pkcs7 = matches!(view.value(attr::PKCS7_INDICATOR), "true" | "1");
    Statement {
        content: inline::mixed(view),
        parts: is_pkcs7
            .then(|| Statement::flag("pkcs7"))
            .into_iter()
            .collect(),
        ..Statement::flag("enhanced-signature")
    }
}

fn said<const N: usize>(all: [(&str, Str); N]) -> Vec<Attribute> {
    let all = all.into_iter().filter(|(_, value)| !value.is_empty());
    all.map(|(name, value)| Attribute::new(name, value))
        .collect()
}
