//! The reader of the Green Book's groups.

use super::{biblio, body, party};
use crate::reading::Reading;
use model::{Origin, PartyRole, Patent, Section, Statement};
use xml::tree::{Element, Tree};

/// Reads a tree that was made of a patent in the Green Book.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut patent = Patent {
        office: "US".into(),
        origin: Origin {
            format: "greenbook".into(),
            ..Origin::default()
        },
        ..Patent::default()
    };
    if let Some(root) = tree.root() {
        for part in root.elements() {
            group(&part, &mut patent);
        }
    }
    Reading::of(tree, patent)
}

fn group(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "PATN" if patent.publication.documents.is_empty() => biblio::patent(element, patent),
        "INVT" => patent
            .parties
            .push(party::party(element, PartyRole::Inventor)),
        "ASSG" => patent.parties.push(party::party(element, PartyRole::Owner)),
        "LREP" => party::representatives(element, patent),
        "PRIR" => biblio::priority(element, patent),
        "RLAP" | "REIS" => biblio::relation(element, patent),
        "PCTA" => biblio::international(element, patent),
        "CLAS" => biblio::classes(element, patent),
        "UREF" | "FREF" => biblio::cited(element, patent),
        "OREF" => biblio::literature(element, patent),
        "ABST" => patent.abstracts.push(body::section("abstract", element)),
        "CLMS" | "DCLM" => patent.claim_sets.push(body::claim_set(element)),
        "head" => {
            let head = Statement::text("weekly-file", body::line(element));
            patent.statements.push(head);
        }
        name => {
            if let Some(name) = part_name(name) {
                let block = body::group(name, element);
                if patent.descriptions.is_empty() {
                    patent.descriptions.push(Section {
                        name: "description".into(),
                        ..Section::default()
                    });
                }
                patent.descriptions[0].blocks.push(block);
            }
        }
    }
}

/// The name of ST.36 for a part of the description.
fn part_name(group: &str) -> Option<&'static str> {
    Some(match group {
        "PARN" => "cross-reference",
        "GOVT" => "government-interest",
        "BSUM" => "summary-of-invention",
        "DRWD" => "description-of-drawings",
        "DETD" => "detailed-description",
        _ => return None,
    })
}
