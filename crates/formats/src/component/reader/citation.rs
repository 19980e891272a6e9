//! Citations.
//!
//! Clause: ST.96 V6_0 pat:ReferenceCitation

use super::document::{self, id, language};
use super::inline;
use crate::component::draft::View;
use crate::component::passage;
use crate::component::schema::{attr, com, pat};
use model::{Attribute, Citation, Inline, NonPatent, Passage, Statement, Str};

/// Reads the citations in a bag.
pub(super) fn references(view: View<'_, '_>) -> Vec<Citation> {
    view.all(pat::REFERENCE_CITATION).map(reference).collect()
}

fn reference(view: View<'_, '_>) -> Citation {
    let mut out = Citation {
        id: id(view),
        sequence: view.value(attr::SEQUENCE_NUMBER).into(),
        phase: phase(view.value(attr::CITED_PHASE_CATEGORY)),
        ..Citation::default()
    };
    for child in view.elements() {
        match child.name() {
            com::PATENT_CITATION => {
                out.cited_id = id(child);
                patent(child, &mut out);
            }
            com::NPL_CITATION => {
                out.number = child.value(attr::SEQUENCE_NUMBER).into();
                out.literature = Some(literature(child));
            }
            pat::DOCUMENT_RELEVANCE_BAG => relevant(child, &mut out),
            pat::CITED_PASSAGE_BAG => {
                let all = child.all(pat::CITED_PASSAGE);
                out.passages.extend(all.flat_map(passages));
            }
            pat::PATENT_CLASSIFICATION_BAG => {
                out.classifications
                    .extend(super::classification::bag(child));
            }
            com::COMMENT_TEXT => comment(&child.text(), &mut out),
            _ => {}
        }
    }
    let party = inline::uncapitalized(view.value(attr::CITING_PARTY_CATEGORY));
    let is_said = out
        .categories
        .iter()
        .any(|said| said.contains(party.as_str()));
    if !party.is_empty() && !is_said {
        out.cited_by = party;
    }
    out
}

/// The phase of the search, in the words of ST.36.
fn phase(category: &str) -> Str {
    match category {
        "International search" => "international-search-report".into(),
        "Supplementary international search" => "SUP".into(),
        "Search" => "search".into(),
        "National search" => "national-search-report".into(),
        "National examination" => "national-examination".into(),
        "Examination" => "examination".into(),
        "Opposition" => "opposition".into(),
        "In application" => "APP".into(),
        other => other.into(),
    }
}

/// Who cited, where the comment begins with it, is a category; all else is said as it stands.
fn comment(text: &str, out: &mut Citation) {
    let (first, rest) = text.split_once("; ").unwrap_or((text, ""));
    let rest = if first.starts_with("cited by ") {
        out.categories.push(first.into());
        rest
    } else {
        text
    };
    if !rest.is_empty() {
        out.statements.push(Statement::text("comment", rest));
    }
}

fn patent(view: View<'_, '_>, out: &mut Citation) {
    out.number = view.value(attr::SEQUENCE_NUMBER).into();
    for child in view.elements() {
        match child.name() {
            com::CITED_PATENT_DOCUMENT_IDENTIFICATION => {
                out.documents.push(document::cited(child));
                let place = child.value(attr::SOURCE_URI);
                if !place.is_empty() {
                    out.attributes.push(Attribute::new("url", place));
                }
            }
            com::PATENT_CITATION_TEXT => out.text.extend(inline::mixed(child)),
            _ => {}
        }
    }
}

/// Reads literature: its text, or its parts under their names.
///
/// Clause: ST.96 V6_0 com:NPLCitationText
fn literature(view: View<'_, '_>) -> NonPatent {
    let mut out = NonPatent {
        id: id(view),
        language: language(view),
        ..NonPatent::default()
    };
    for child in view.elements() {
        match child.name() {
            com::NPL_CITATION_TEXT => {
                out.kind = "text".into();
                out.content.extend(inline::mixed(child));
            }
            com::WEB_URI => out.attributes.push(Attribute::new("url", child.text())),
            com::FILE_NAME => out.attributes.push(Attribute::new("file", child.text())),
            _ if super::literature::work(child, &mut out) => {}
            _ => {
                out.kind = "othercit".into();
                out.parts.extend(child.elements().map(statement));
            }
        }
    }
    out
}

/// An element and all in it as a statement under its own name.
pub(super) fn statement(view: View<'_, '_>) -> Statement {
    let own = view.name().text();
    let parts: Vec<Statement> = view.elements().map(statement).collect();
    let text = if parts.is_empty() {
        view.text()
    } else {
        Str::default()
    };
    let mut content = Vec::new();
    if !text.is_empty() {
        content.push(Inline::Text(text));
    }
    Statement {
        code: own.rsplit(':').next().unwrap_or(own).into(),
        content,
        parts,
        ..Statement::default()
    }
}

/// Keeps which category is for which claims: several groups become passages that name no place of the text.
fn relevant(view: View<'_, '_>, out: &mut Citation) {
    let mut groups: Vec<Passage> = view.all(pat::DOCUMENT_RELEVANCE).map(relevance).collect();
    if let [only] = groups.as_mut_slice() {
        out.categories = std::mem::take(&mut only.categories);
        out.claims = std::mem::take(&mut only.claims);
    } else {
        out.passages.append(&mut groups);
    }
}

fn relevance(view: View<'_, '_>) -> Passage {
    let mut out = Passage::default();
    for child in view.elements() {
        match child.name() {
            pat::CITATION_CATEGORY_CODE => out.categories.push(letter(child.text())),
            pat::RELATED_CLAIM_BAG => out.claims.extend(child.elements().map(claims)),
            _ => {}
        }
    }
    out
}

/// The number of a claim, or a range of them.
fn claims(view: View<'_, '_>) -> Str {
    match (
        view.child(pat::BEGIN_RANGE_NUMBER),
        view.child(pat::END_RANGE_NUMBER),
    ) {
        (Some(first), Some(last)) => format!("{}-{}", first.text(), last.text()).into(),
        _ => view.text(),
    }
}

/// The category letter of ST.14.
///
/// Clause: ST.14
fn letter(code: Str) -> Str {
    if code == "Ampersand" {
        "&".into()
    } else {
        code
    }
}

/// Reads a cited passage; it stands once for each thing that it is relevant for.
///
/// Clause: ST.96 V6_0 pat:CitedPassageBag
fn passages(view: View<'_, '_>) -> Vec<Passage> {
    let mut place = Passage::default();
    for range in view
        .all(pat::PASSAGE_RANGE_BAG)
        .flat_map(|bag| bag.elements())
    {
        if range.name() == pat::PASSAGE_RANGE_TEXT {
            place.texts.push(range.text());
        } else if !place.texts.last().is_some_and(|text| says(text, range)) {
            place.parts.push(statement(range));
        }
    }
    let bags = view.all(pat::PASSAGE_RELEVANCE_BAG);
    let groups: Vec<Passage> = bags
        .flat_map(|bag| bag.elements())
        .map(relevance)
        .map(|group| Passage {
            texts: place.texts.clone(),
            parts: place.parts.clone(),
            ..group
        })
        .collect();
    if groups.is_empty() {
        vec![place]
    } else {
        groups
    }
}

/// Whether words say the same as a range after them.
fn says(text: &str, range: View<'_, '_>) -> bool {
    let side = |name| {
        let ends = range.all(name);
        let all = ends.flat_map(|end| end.elements().collect::<Vec<_>>());
        all.map(|one| {
            let category = one.value(attr::PASSAGE_LOCATION_CATEGORY).to_owned();
            (category, one.text().to_string())
        })
        .collect::<Vec<_>>()
    };
    let owned = |side: Vec<passage::Location>| {
        let all = side
            .into_iter()
            .map(|(what, number)| (what.to_owned(), number));
        all.collect::<Vec<_>>()
    };
    passage::range(text).is_some_and(|(start, end)| {
        owned(start) == side(pat::PASSAGE_RANGE_START) && owned(end) == side(pat::PASSAGE_RANGE_END)
    })
}

/// Reads a citation that stands in running text.
///
/// Clause: ST.96 V6_0 com:PatentCitation
pub(super) fn within_text(view: View<'_, '_>) -> Citation {
    let mut out = Citation::default();
    if view.name() == com::PATENT_CITATION {
        out.id = id(view);
        patent(view, &mut out);
    } else {
        out.number = view.value(attr::SEQUENCE_NUMBER).into();
        out.literature = Some(literature(view));
    }
    out
}
