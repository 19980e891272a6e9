//! Descriptions and claims as the service gives them: plain paragraphs, and claims in numbered texts.

use super::envelope::patent;
use crate::vocabulary::{attributes, biblio, body, claims, inline, statement, value};
use model::{Claim, ClaimSet, DocumentId, Patent};
use xml::tree::Element;

/// Reads a `fulltext-document`.
pub(super) fn document(element: &Element<'_, '_>) -> Patent {
    let mut out = patent(element.name());
    out.language = value(element, "lang");
    for child in element.elements() {
        match child.name() {
            "bibliographic-data" => {
                out.origin.bibliographic = attributes(&child);
                for part in child.elements() {
                    if !biblio::child(&part, &mut out) {
                        out.statements.push(statement::statement(&part));
                    }
                }
            }
            "description" => out.descriptions.push(body::section(&child)),
            "abstract" => out.abstracts.push(body::section(&child)),
            "claims" => out.claim_sets.push(claim_set(&child)),
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    if out.publication.documents.is_empty() {
        let id = DocumentId {
            office: value(element, "country"),
            number: value(element, "doc-number"),
            kind: value(element, "kind"),
            ..DocumentId::default()
        };
        out.publication
            .documents
            .extend((!id.is_empty()).then_some(id));
    }
    let office = out
        .publication
        .documents
        .first()
        .map(|id| id.office.clone());
    out.office = office.unwrap_or_default();
    out.origin.attributes.extend(attributes(element));
    if out.language.is_empty() {
        let sections = out
            .descriptions
            .first()
            .map(|section| section.language.clone());
        let claims = out.claim_sets.first().map(|set| set.language.clone());
        out.language = sections.or(claims).unwrap_or_default();
    }
    out
}

/// Reads the claims: the service writes all of them into one `claim`, each as a `claim-text` that begins with its
/// number.
fn claim_set(element: &Element<'_, '_>) -> ClaimSet {
    let mut all = element.elements().filter(|child| child.name() == "claim");
    let is_one = match (all.next(), all.next()) {
        (Some(only), None) => only.attribute("num").is_none() && counts(&only),
        _ => false,
    };
    if !is_one {
        return claims::claim_set(element);
    }
    let mut out = ClaimSet {
        name: element.name().into(),
        id: value(element, "id"),
        language: value(element, "lang"),
        attributes: attributes(element),
        ..ClaimSet::default()
    };
    for claim in element.elements().filter(|child| child.name() == "claim") {
        out.attributes.extend(attributes(&claim));
        for child in claim.elements() {
            let next = out.claims.len() + 1;
            let number = number(&child.text()).filter(|number| number.parse() == Ok(next));
            let content = inline::inline(&child);
            match (number, out.claims.last_mut()) {
                (None, Some(last)) => last.content.extend(content),
                (number, _) => out.claims.push(Claim {
                    number: number.unwrap_or_default(),
                    content,
                    ..Claim::default()
                }),
            }
        }
    }
    out
}

/// Whether a claim's texts are claims themselves: the first of them begins with number 1.
fn counts(claim: &Element<'_, '_>) -> bool {
    let first = claim.find("claim-text");
    first.is_some_and(|first| number(&first.text()).as_deref() == Some("1"))
}

/// The number with which a text begins: `12. ` or `12 . `.
fn number(text: &str) -> Option<model::Str> {
    let text = text.trim_start();
    let end = text.find(|sign: char| !sign.is_ascii_digit())?;
    let after = text[end..].trim_start();
    let is_number = end > 0 && end < 5 && after.starts_with(['.', ')']);
    is_number.then(|| text[..end].into())
}
