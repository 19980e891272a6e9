//! Citations.
//!
//! Clause: ST.36 references-cited

use super::element::Element;
use super::sheet::Sheet;
use super::{classification, date, document, inline, party, statement};
use model::{Citation, NonPatent, PartyRole, Passage, Patent, Search};

/// Adds the citations and the data of the search.
pub(super) fn references<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let mut element = Element::new("references-cited");
    for citation in &patent.citations {
        element.add(self::citation(sheet, citation));
    }
    if let Some(search) = &patent.search {
        self::search(&mut element, search);
    }
    for searcher in &patent.parties {
        if searcher.role == PartyRole::Searcher {
            element.add(party::named(sheet, "searcher", searcher));
        }
    }
    biblio.put(element);
}

fn search<'r>(element: &mut Element<'r>, search: &'r Search) {
    date::held(element, "date-search-completed", &search.completed);
    date::held(element, "date-search-report-mailed", &search.mailed);
    let mut place = Element::new("place-of-search");
    place.leaf("country", search.place.as_str());
    element.put(place);
    let mut publication = Element::new("search-report-publication");
    document::ids(&mut publication, &search.publications);
    element.put(publication);
    for text in &search.texts {
        element.leaf("text", text.as_str());
    }
    for fact in &search.statements {
        element
            .children
            .extend(statement::element(fact).map(super::element::Child::Element));
    }
}

/// A citation with its relevance.
///
/// Clause: ST.14
fn citation<'r>(sheet: &mut Sheet<'r>, citation: &'r Citation) -> Element<'r> {
    let mut element = Element::new("citation")
        .with("id", citation.id.as_str())
        .with("sequence", citation.sequence.as_str())
        .with("srep-phase", citation.phase.as_str())
        .with("cited-by", citation.cited_by.as_str());
    element.others(&citation.attributes);
    parts(&mut element, citation);
    for passage in citation.passages.iter().filter(|one| has_place(one)) {
        element.add(self::passage(passage));
    }
    relevance(&mut element, &citation.categories, &citation.claims);
    for passage in citation.passages.iter().filter(|one| !has_place(one)) {
        relevance(&mut element, &passage.categories, &passage.claims);
    }
    for other in &citation.corresponding {
        corresponding(&mut element, other);
    }
    for one in &citation.classifications {
        classification::add(sheet, &mut element, one);
    }
    for fact in &citation.statements {
        statement::add(sheet, &mut element, fact);
    }
    element
}

fn has_place(passage: &Passage) -> bool {
    !passage.texts.is_empty() || !passage.parts.is_empty()
}

/// What is cited: patent documents, or other literature.
fn parts<'r>(element: &mut Element<'r>, citation: &'r Citation) {
    let is_patent = !citation.documents.is_empty() || !citation.text.is_empty();
    if is_patent || citation.literature.is_none() {
        let mut patcit = Element::new("patcit")
            .with("id", citation.cited_id.as_str())
            .with("num", citation.number.as_str());
        document::ids(&mut patcit, &citation.documents);
        if !citation.text.is_empty() {
            patcit.add(inline::mixed("text", &citation.text));
        }
        if !patcit.is_empty() {
            element.add(patcit);
        }
    }
    if let Some(literature) = &citation.literature {
        let number = if is_patent {
            ""
        } else {
            citation.number.as_str()
        };
        element.add(self::literature(literature, number));
    }
}

/// Literature: its text, or its parts under their names.
///
/// Clause: ST.36 nplcit
fn literature<'r>(literature: &'r NonPatent, number: &'r str) -> Element<'r> {
    let mut element = Element::new("nplcit")
        .with("id", literature.id.as_str())
        .with("num", number)
        .with("lang", literature.language.as_str());
    element.others(&literature.attributes);
    let parts = || literature.parts.iter().filter_map(statement::element);
    match literature.kind.as_str() {
        "article" | "book" | "online" => {
            if !literature.content.is_empty() {
                element.add(inline::mixed("text", &literature.content));
            }
            let mut holder = Element::new(literature.kind.as_str());
            parts().for_each(|part| holder.add(part));
            element.add(holder);
        }
        kind => {
            let name = if kind == "othercit" {
                "othercit"
            } else {
                "text"
            };
            if !literature.content.is_empty() {
                element.add(inline::mixed(name, &literature.content));
            }
            parts().for_each(|part| element.add(part));
        }
    }
    element
}

fn relevance<'r>(
    element: &mut Element<'r>,
    categories: &'r [model::Str],
    claims: &'r [model::Str],
) {
    for category in categories {
        element.leaf("category", category.as_str());
    }
    for claim in claims {
        element.leaf("rel-claims", claim.as_str());
    }
}

fn passage(passage: &Passage) -> Element<'_> {
    let mut element = Element::new("rel-passage");
    for text in &passage.texts {
        element.leaf("passage", text.as_str());
    }
    for part in &passage.parts {
        if let Some(part) = statement::element(part) {
            element.add(part);
        }
    }
    relevance(&mut element, &passage.categories, &passage.claims);
    element
}

/// A document that corresponds to a cited one: one element for each, as they are read.
fn corresponding<'r>(element: &mut Element<'r>, citation: &'r Citation) {
    let mut holder = Element::new("corresponding-docs");
    parts(&mut holder, citation);
    for passage in &citation.passages {
        holder.add(self::passage(passage));
    }
    relevance(&mut holder, &citation.categories, &citation.claims);
    for fact in citation.statements.iter().filter_map(statement::element) {
        holder.add(fact);
    }
    element.put(holder);
}

/// A citation that stands in running text.
pub(super) fn within_text(citation: &Citation) -> Element<'_> {
    if let Some(literature) = &citation.literature
        && citation.documents.is_empty()
        && citation.text.is_empty()
    {
        let mut element = self::literature(literature, &citation.number);
        element.others(&citation.attributes);
        return element;
    }
    let mut element = Element::new("patcit")
        .with("id", citation.id.as_str())
        .with("num", citation.number.as_str());
    element.others(&citation.attributes);
    document::ids(&mut element, &citation.documents);
    if !citation.text.is_empty() {
        element.add(inline::mixed("text", &citation.text));
    }
    for passage in &citation.passages {
        element.add(self::passage(passage));
    }
    for fact in citation.statements.iter().filter_map(statement::element) {
        element.add(fact);
    }
    element
}
