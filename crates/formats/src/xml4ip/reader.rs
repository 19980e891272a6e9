//! The reader of parts of file wrappers.

use super::text::{Edges, attributes, boundary, child, mixed, push, value};
use crate::reading::Reading;
use crate::vocabulary::{once, statement, text as leaf};
use model::{
    Attribute, Block, Claim, ClaimSet, Date, DocumentId, Heading, Inline, Instruction, Milestone,
    Origin, Paragraph, Patent, Section, Statement,
};
use xml::tree::{Child, Element, Tree};

/// Reads a document whose root is a part of a US file wrapper.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut patent = Patent::default();
    if let Some(root) = tree.root() {
        document(&root, &mut patent);
    }
    Reading::of(tree, patent)
}

fn document(root: &Element<'_, '_>, patent: &mut Patent) {
    let schema = root.value("xsi:schemaLocation");
    patent.office = "US".into();
    patent.origin = Origin {
        format: "xml4ip".into(),
        version: super::version(schema),
        root: root.name().into(),
        ..Origin::default()
    };
    if !schema.is_empty() {
        let location = Attribute::new("schemaLocation", schema);
        patent.origin.attributes.push(location);
    }
    patent.origin.attributes.extend(attributes(root));
    patent.application.documents.push(DocumentId {
        office: "US".into(),
        ..DocumentId::default()
    });
    let mut edges = Edges::default();
    let mut code = model::Str::default();
    for part in root.children() {
        match part {
            Child::Element(element) => self::part(&element, &mut code, &mut edges, patent),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => patent.statements.push(Statement::text("text", text.trim())),
            Child::Instruction(..) => {}
        }
    }
    patent
        .application
        .documents
        .retain(|id| !id.number.is_empty());
    keep(edges, patent);
}

fn part(element: &Element<'_, '_>, code: &mut model::Str, edges: &mut Edges, patent: &mut Patent) {
    match element.name() {
        "DocumentCode" => {
            *code = leaf(element);
            let said = Statement::text("document-code", code.clone());
            patent.publication.statements.push(said);
        }
        "DocumentHeaderDetails" => header(element, patent),
        "MailRoomDate" => dated("mail-room-date", element, patent),
        "DocumentCreateDateText" => dated("document-creation-date", element, patent),
        "ClaimTotalQuantity" => once(&mut patent.claim_count, element),
        "ClaimStatement" => claim_set(patent).statement = mixed(element, edges),
        "ClaimSet" => claims(element, edges, patent),
        "Specification" | "Abstract" | "Remarks" => {
            let is_abstract = *code == "ABST" || element.name() == "Abstract";
            let name = match (is_abstract, element.name()) {
                (true, _) => "abstract",
                (_, "Remarks") => "remarks",
                _ => "description",
            };
            let mut section = Section {
                name: name.into(),
                id: value(element, "id"),
                ..Section::default()
            };
            blocks(element, edges, &mut section.blocks);
            section.attributes = attributes(element);
            match name {
                "abstract" => patent.abstracts.push(section),
                "remarks" => patent.sections.push(section),
                _ => patent.descriptions.push(section),
            }
        }
        "BoundaryData" => boundary(element, edges),
        _ => patent
            .statements
            .push(statement::named(element, &kebab(element.name()))),
    }
}

fn header(element: &Element<'_, '_>, patent: &mut Patent) {
    let _id = value(element, "id");
    for part in element.elements() {
        match part.name() {
            "ApplicationHeaderDetails" => {
                for inner in part.elements() {
                    match inner.name() {
                        "ApplicationNumber" => {
                            once(&mut patent.application.documents[0].number, &inner);
                        }
                        _ => {
                            let said = statement::named(&inner, &kebab(inner.name()));
                            patent.application.statements.push(said);
                        }
                    }
                }
            }
            name => patent
                .statements
                .push(statement::named(&part, &kebab(name))),
        }
    }
}

fn dated(code: &str, element: &Element<'_, '_>, patent: &mut Patent) {
    patent.milestones.push(Milestone {
        code: code.into(),
        date: Date::new(leaf(element)),
        ..Milestone::default()
    });
}

/// `PageTotalQuantity` as other sources of the office write names: `page-total-quantity`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    let mut was_capital = true;
    for c in name.chars() {
        if c.is_ascii_uppercase() && !was_capital {
            out.push('-');
        }
        was_capital = c.is_ascii_uppercase();
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// What stood at the edges of pages, one statement a kind.
fn keep(edges: Edges, patent: &mut Patent) {
    let mut kinds: Vec<Statement> = Vec::new();
    for (name, mut words) in edges.said {
        let code = format!("page-edge-{}", kebab(&name));
        let doubts = doubts(&mut words);
        match kinds.iter_mut().find(|kind| kind.code == code) {
            Some(kind) => {
                kind.content.push(Inline::Text(" | ".into()));
                kind.content.append(&mut words);
                kind.attributes.extend(doubts);
            }
            None => kinds.push(Statement {
                code: code.into(),
                content: words,
                attributes: doubts,
                ..Statement::default()
            }),
        }
    }
    patent.statements.append(&mut kinds);
}

/// Takes the doubts of the machine out of words that stand at the edge of a page.
fn doubts(words: &mut Vec<Inline>) -> Vec<Attribute> {
    let mut out = Vec::new();
    words.retain(|inline| {
        if let Inline::Instruction(said) = inline {
            if !said.data.is_empty() {
                out.push(Attribute::new(said.target.clone(), said.data.clone()));
            }
            return false;
        }
        true
    });
    out
}

fn blocks(element: &Element<'_, '_>, edges: &mut Edges, out: &mut Vec<Block>) {
    let mut loose = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "Heading" => {
                    flush(&mut loose, out);
                    out.push(Block::Heading(Heading {
                        id: value(&inner, "id"),
                        level: value(&inner, "headingLevelNumber"),
                        content: mixed(&inner, edges),
                    }));
                }
                "P" => {
                    flush(&mut loose, out);
                    out.push(Block::Paragraph(Paragraph {
                        id: value(&inner, "id"),
                        number: value(&inner, "pNumber"),
                        content: mixed(&inner, edges),
                        ..Paragraph::default()
                    }));
                }
                "BoundaryData" => boundary(&inner, edges),
                _ => push(&inner, edges, &mut loose),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Instruction(target, data) => {
                out.push(Block::Instruction(Box::new(Instruction {
                    target: target.into(),
                    data: data.into(),
                })));
            }
            other => child(other, edges, &mut loose),
        }
    }
    flush(&mut loose, out);
}

fn flush(loose: &mut Vec<Inline>, out: &mut Vec<Block>) {
    if !loose.is_empty() {
        out.push(Block::Loose(std::mem::take(loose)));
    }
}

/// The set into which claims are read: one that waits with the words before it, else a new one.
fn claim_set(patent: &mut Patent) -> &mut ClaimSet {
    let waits = |set: &ClaimSet| set.claims.is_empty() && set.blocks.is_empty();
    if !patent.claim_sets.last().is_some_and(waits) {
        patent.claim_sets.push(ClaimSet {
            name: "claims".into(),
            ..ClaimSet::default()
        });
    }
    patent.claim_sets.last_mut().expect("there is one")
}

fn claims(element: &Element<'_, '_>, edges: &mut Edges, patent: &mut Patent) {
    let set = claim_set(patent);
    set.id = value(element, "id");
    claims_in(element, edges, set);
    set.attributes = attributes(element);
}

fn claims_in(element: &Element<'_, '_>, edges: &mut Edges, set: &mut ClaimSet) {
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "ClaimList" => {
                    let _id = value(&inner, "id");
                    claims_in(&inner, edges, set);
                }
                "Claim" => set.claims.push(claim(&inner, edges)),
                "ClaimStatement" if set.statement.is_empty() => {
                    let _id = value(&inner, "id");
                    set.statement = mixed(&inner, edges);
                }
                "BoundaryData" => boundary(&inner, edges),
                _ => {
                    let mut content = Vec::new();
                    push(&inner, edges, &mut content);
                    set.blocks.push(Block::Loose(content));
                }
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Instruction(target, data) => {
                set.blocks.push(Block::Instruction(Box::new(Instruction {
                    target: target.into(),
                    data: data.into(),
                })));
            }
            Child::Text(text) => set
                .blocks
                .push(Block::Loose(vec![Inline::Text(text.into())])),
        }
    }
}

/// Reads a claim with what the applicant says of it: whether it is new, amended, canceled.
///
/// Clause: XML4IP Claim
fn claim(element: &Element<'_, '_>, edges: &mut Edges) -> Claim {
    let mut out = Claim {
        id: value(element, "id"),
        ..Claim::default()
    };
    if value(element, "implicitIndicator") == "1" {
        out.content.push(Inline::Instruction(Box::new(Instruction {
            target: "implicit-claim".into(),
            data: "1".into(),
        })));
    }
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "ClaimNumber" if out.number.is_empty() => out.number = leaf(&inner),
                "ClaimTypeCategory" if out.kind.is_empty() => out.kind = leaf(&inner),
                "ClaimStatusCategory" if out.status.is_empty() => out.status = leaf(&inner),
                _ => push(&inner, edges, &mut out.content),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            other => child(other, edges, &mut out.content),
        }
    }
    out
}
