//! The reader of `us-patent-grant` and `us-patent-application`.
//!
//! Clause: ST.36 application-body

use crate::reading::Reading;
use crate::vocabulary::{
    attributes, biblio, body, claims, inline, media, once, party, statement, text, value,
};
use model::{Attachment, Attribute, ClaimSet, Inline, Origin, Party, PartyRole, Patent, Str};
use xml::tree::{Element, Tree};

/// Reads a document whose root is a US grant or application.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut patent = Patent::default();
    if let Some(root) = tree.root() {
        document(&root, &mut patent);
    }
    Reading::of(tree, patent)
}

fn document(root: &Element<'_, '_>, patent: &mut Patent) {
    patent.origin = origin(root);
    patent.language = value(root, "lang").to_lowercase();
    patent.office = value(root, "country");
    patent.origin.attributes.extend([
        Attribute::new("lang", value(root, "lang")),
        Attribute::new("country", value(root, "country")),
    ]);
    patent.origin.attributes.extend(attributes(root));
    patent
        .origin
        .attributes
        .retain(|attribute| !attribute.value.is_empty());
    for child in root.elements() {
        part(&child, patent);
    }
}

fn origin(root: &Element<'_, '_>) -> Origin {
    Origin {
        format: "redbook".into(),
        version: version(&value(root, "dtd-version")),
        root: root.name().into(),
        ..Origin::default()
    }
}

/// The version in its common form: sources write `v4.5 2014-04-03` and `v40 2004-12-02`.
pub(crate) fn version(raw: &str) -> Str {
    raw.into()
}

fn part(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "us-bibliographic-data-grant" | "us-bibliographic-data-application" => {
            patent.origin.bibliographic = attributes(element);
            for child in element.elements() {
                bibliographic(&child, patent);
            }
        }
        "abstract" => patent.abstracts.push(body::section(element)),
        "description" => patent.descriptions.push(body::section(element)),
        "drawings" => patent.drawings.push(body::drawings(element)),
        "us-claim-statement" => statement_before(element, patent),
        "claims" => {
            let mut set = claims::claim_set(element);
            if let Some(waiting) = waiting_statement(patent) {
                set.statement = waiting;
            }
            patent.claim_sets.push(set);
        }
        "us-sequence-list-doc"
        | "sequence-list-doc"
        | "us-megatable-doc"
        | "us-chemistry"
        | "us-math"
        | "table-external-doc" => patent.attachments.push(companion(element)),
        "doc-page" => {
            let page = media::page(element);
            patent.attachments.push(Attachment {
                name: "doc-page".into(),
                id: page.id,
                file: page.file,
                attributes: page.attributes,
                ..Attachment::default()
            });
        }
        _ => {}
    }
}

/// The words before the claims come before them: they wait in a set without claims.
fn statement_before(element: &Element<'_, '_>, patent: &mut Patent) {
    let words = inline::mixed(element);
    patent.claim_sets.push(ClaimSet {
        name: "us-claim-statement".into(),
        statement: words,
        ..ClaimSet::default()
    });
}

fn waiting_statement(patent: &mut Patent) -> Option<Vec<Inline>> {
    let waits = patent
        .claim_sets
        .last()
        .is_some_and(|set| set.name == "us-claim-statement");
    waits.then(|| {
        patent
            .claim_sets
            .pop()
            .expect("the last set was looked at")
            .statement
    })
}

fn companion(element: &Element<'_, '_>) -> Attachment {
    media::attachment(element)
}

fn bibliographic(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "us-application-series-code" => once(&mut patent.application.series, element),
        "us-exemplary-claim" => patent.exemplary_claims.push(text(element)),
        "us-publication-filing-type" => {
            for child in element.elements() {
                patent
                    .publication
                    .statements
                    .push(statement::statement(&child));
            }
        }
        "us-botanic" => {
            let plant = patent.plant.get_or_insert_default();
            for child in element.elements() {
                match child.name() {
                    "latin-name" if plant.latin.is_empty() => plant.latin = inline::mixed(&child),
                    "variety" if plant.variety.is_empty() => plant.variety = inline::mixed(&child),
                    _ => {}
                }
            }
        }
        "us-deceased-inventor" => {
            patent
                .parties
                .push(party::party(element, PartyRole::DeceasedInventor));
        }
        "text"
        | "dtext"
        | "rule-47-flag"
        | "us-sir-flag"
        | "us-microform-quantity"
        | "us-issued-on-continued-prosecution-application"
        | "us-publication-of-continued-prosecution-application"
        | "us-appendix-data" => {
            patent.statements.push(statement::statement(element));
        }
        "date-cited" => patent.milestones.push(biblio::milestone(element)),
        "correspondence-address" => {
            let role = PartyRole::Correspondent;
            let party: Party = party::party(element, role);
            patent.parties.push(party);
        }
        _ => {
            biblio::child(element, patent);
        }
    }
}
