//! The reader of `dpma-patent-document`: bibliographic data in the vocabulary of ST.36, and the events of the register.

use super::hits;
use crate::reading::{Found, Reading};
use crate::vocabulary::{
    attributes, biblio, body, document, inline, once, party, statement, text, value,
};
use model::{
    Block, EventDateRole, Gazette, LegalEvent, Milestone, Origin, Party, PartyRole, Patent,
};
use xml::tree::{Element, Tree};

/// Reads an answer of `DPMAregister`.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    match tree.root() {
        Some(root) if root.name() == "PatentHitList" => {
            Reading::of_several(tree, hits::records(&root))
        }
        Some(root) => {
            let patent = right(&root);
            Reading::of_several(tree, vec![Found::at(&root, patent)])
        }
        None => Reading::of_several(tree, Vec::new()),
    }
}

/// A record of this format.
pub(super) fn patent(root: &str) -> Patent {
    Patent {
        origin: Origin {
            format: "dpma".into(),
            root: root.into(),
            ..Origin::default()
        },
        office: "DE".into(),
        part: "register".into(),
        ..Patent::default()
    }
}

fn right(root: &Element<'_, '_>) -> Patent {
    let mut out = patent(root.name());
    out.origin.version = value(root, "schema-version");
    for child in root.elements() {
        match child.name() {
            "bibliographic-data" => {
                out.origin.bibliographic = attributes(&child);
                for part in child.elements() {
                    bibliographic(&part, &mut out);
                }
            }
            "events" => {
                for one in child.elements() {
                    out.events.push(event(&one));
                }
            }
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    out.origin.attributes.extend(attributes(root));
    out
}

fn bibliographic(element: &Element<'_, '_>, out: &mut Patent) {
    match element.name() {
        "publication-references" => {
            for child in element.elements() {
                if !biblio::child(&child, out) {
                    out.statements.push(statement::statement(&child));
                }
            }
        }
        "parties" => {
            for group in element.elements() {
                parties(&group, out);
            }
        }
        "office-specific-bib-data" => {
            for child in element.elements() {
                own(&child, out);
            }
        }
        _ => {
            if !biblio::child(element, out) {
                out.statements.push(statement::statement(element));
            }
        }
    }
}

/// Reads a group of parties; where letters go is a party without a group.
fn parties(group: &Element<'_, '_>, out: &mut Patent) {
    if let Some(party) = party::member(group) {
        return out.parties.push(party);
    }
    let facts = attributes(group);
    for child in group.elements() {
        let mut party: Party = party::member(&child).unwrap_or_else(|| {
            let mut party = party::party(&child, PartyRole::Other);
            party.kind = child.name().into();
            party
        });
        party.attributes.extend(facts.iter().cloned());
        out.parties.push(party);
    }
}

/// Reads what only this office says.
fn own(element: &Element<'_, '_>, out: &mut Patent) {
    match element.name() {
        "abstract" => {
            let mut section = body::section(element);
            if section.blocks.is_empty() {
                section.blocks = vec![Block::Loose(inline::mixed(element))];
            }
            out.abstracts.push(section);
        }
        name if name.contains("date") || name == "national-filing-data" => {
            let is_leaf = !element.has_elements();
            if is_leaf {
                out.milestones.push(Milestone {
                    code: name.into(),
                    date: document::date(element),
                    attributes: attributes(element),
                    ..Milestone::default()
                });
            } else {
                out.statements.push(statement::statement(element));
            }
        }
        _ => out.statements.push(statement::statement(element)),
    }
}

/// Reads an `event-data`.
fn event(element: &Element<'_, '_>) -> LegalEvent {
    let mut out = LegalEvent::default();
    for child in element.elements() {
        match child.name() {
            "type-of-procedure" => once(&mut out.list, &child),
            "procedural-status" => once(&mut out.code, &child),
            "date-of-procedural-status" => {
                out.dated(EventDateRole::Event, child.name(), text(&child));
            }
            "date-of-capture" => out.dated(EventDateRole::Recorded, child.name(), text(&child)),
            "publication-info" if out.gazette.is_none() => out.gazette = Some(gazette(&child)),
            "applicants" | "inventors" | "agents" | "applicant" | "inventor" | "agent" => {
                let mut holder = Patent::default();
                parties(&child, &mut holder);
                out.parties.append(&mut holder.parties);
            }
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    out.attributes = attributes(element);
    out
}

/// Reads where an event was published; what the place for a gazette has no part for is its text.
fn gazette(element: &Element<'_, '_>) -> Gazette {
    let mut out = Gazette::default();
    for child in element.elements() {
        match child.name() {
            "issue-number" => once(&mut out.number, &child),
            "publication-date" => once(&mut out.date.raw, &child),
            _ => {
                if !out.text.is_empty() {
                    out.text.push_str("; ");
                }
                out.text.push_str(&text(&child));
            }
        }
        out.attributes.extend(attributes(&child));
    }
    out
}
