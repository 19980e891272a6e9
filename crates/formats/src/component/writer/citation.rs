//! Citations.
//!
//! Clause: ST.96 V6_0 pat:ReferenceCitation

use super::classification::{line, spoken, statement_line};
use super::sheet::Sheet;
use super::{choice, document, inline};
use crate::component::draft::{Draft, NodeId};
use crate::component::passage;
use crate::component::schema::{Name, attr, com, pat};
use model::{Citation, NonPatent, Passage, Patent};
use std::borrow::Cow;

/// Adds the citations of a document.
pub(super) fn references<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, patent: &'r Patent) {
    if patent.citations.is_empty() {
        return;
    }
    let bag = sheet.draft.element(biblio, pat::REFERENCE_CITATION_BAG);
    for citation in &patent.citations {
        reference(sheet, bag, citation);
    }
}

fn reference<'r>(sheet: &mut Sheet<'r>, bag: NodeId, citation: &'r Citation) {
    let element = sheet.draft.element(bag, pat::REFERENCE_CITATION);
    sheet.id(element, &citation.id);
    let (sequence, number) = if citation.sequence.is_empty() {
        (citation.number.as_str(), "")
    } else {
        (citation.sequence.as_str(), citation.number.as_str())
    };
    sheet.set(element, attr::SEQUENCE_NUMBER, sequence);
    let phase = phase(sheet, &citation.phase);
    sheet.set(element, attr::CITED_PHASE_CATEGORY, phase);
    sheet.set(element, attr::CITING_PARTY_CATEGORY, citing_party(citation));
    if citing_party(citation).is_empty() {
        sheet.spare("citation", "cited-by", &citation.cited_by);
    }
    let formats = citation.documents.iter().map(|id| &id.format);
    formats.for_each(|format| sheet.spare("document-id", "data-format", format));
    spares(sheet, citation);
    let mut comment = Vec::new();
    let cited = cited(sheet, element, citation, &mut comment);
    let number = if number.is_empty() {
        citation.number.as_str()
    } else {
        number
    };
    sheet.set(cited, attr::SEQUENCE_NUMBER, number);
    let letters: Vec<&str> = letters(&citation.categories);
    if letters.is_empty() {
        comment.extend(citation.claims.iter().map(ToString::to_string));
    } else {
        relevance(sheet, element, &letters, &citation.claims);
    }
    let (placeless, placed): (Vec<&Passage>, Vec<&Passage>) =
        citation.passages.iter().partition(|p| is_placeless(p));
    for passage in placeless {
        let letters = self::letters(&passage.categories);
        if letters.len() == passage.categories.len() && !letters.is_empty() {
            relevance(sheet, element, &letters, &passage.claims);
        } else {
            let words = passage.categories.iter().chain(&passage.claims);
            comment.push(words.map(model::Str::as_str).collect::<Vec<_>>().join(" "));
        }
    }
    passages(sheet, element, &placed);
    let has_relevance = sheet
        .draft
        .child(element, pat::DOCUMENT_RELEVANCE_BAG)
        .is_some();
    if has_relevance && !citation.classifications.is_empty() {
        let classes = sheet.draft.element(element, pat::PATENT_CLASSIFICATION_BAG);
        let left = super::classification::bag(sheet, classes, &citation.classifications);
        comment.extend(left.into_iter().map(|(_, text)| text));
        if sheet.draft.is_childless(classes) {
            sheet.draft.discard(classes);
        }
    }
    let words = citation
        .categories
        .iter()
        .filter(|category| letter(category).is_none());
    comment.extend(words.map(ToString::to_string));
    if !has_relevance {
        comment.extend(citation.classifications.iter().map(line));
        for one in &citation.classifications {
            super::classification::spares(sheet, one);
        }
    }
    comment.extend(citation.corresponding.iter().map(citation_line));
    citation
        .corresponding
        .iter()
        .for_each(|one| spares_of_line(sheet, one));
    comment.extend(citation.statements.iter().map(spoken));
    comment.retain(|text| !text.trim().is_empty());
    if !comment.is_empty() {
        sheet
            .draft
            .leaf(element, com::COMMENT_TEXT, comment.join("; "));
    }
}

/// The attributes of a citation that have no place; where a cited document can be read has one.
fn spares<'r>(sheet: &mut Sheet<'r>, citation: &'r Citation) {
    let is_placed = citation.literature.is_none() && !citation.documents.is_empty();
    let all = citation.attributes.iter();
    for said in all.filter(|said| !is_placed || said.name != "url") {
        sheet.spare("citation", said.name.as_str(), &said.value);
    }
}

/// Whether a passage names no place of the cited text: it says only what is relevant for which claims.
fn is_placeless(passage: &Passage) -> bool {
    passage.texts.is_empty() && passage.parts.is_empty()
}

/// The categories that are letters of ST.14, as codes of ST.96.
fn letters(categories: &[model::Str]) -> Vec<&'static str> {
    categories.iter().filter_map(|text| letter(text)).collect()
}

/// Adds what is cited: a patent document, or literature. Gives back the element.
fn cited<'r>(
    sheet: &mut Sheet<'r>,
    element: NodeId,
    citation: &'r Citation,
    comment: &mut Vec<String>,
) -> NodeId {
    if let Some(literature) = &citation.literature {
        let node = sheet.draft.element(element, com::NPL_CITATION);
        self::literature(sheet, node, literature);
        comment.extend(
            citation
                .documents
                .iter()
                .map(|id| document::told(sheet, id)),
        );
        comment.push(model::text::plain(&citation.text));
        return node;
    }
    let node = sheet.draft.element(element, com::PATENT_CITATION);
    sheet.id(node, &citation.cited_id);
    let (best, others) = choice::split(&citation.documents);
    match best {
        Some(best) => {
            let identification = document::cited(sheet, node, best);
            let mut attributes = citation.attributes.iter();
            if let Some(place) = attributes.find(|said| said.name == "url") {
                sheet.set(identification, attr::SOURCE_URI, place.value.as_str());
            }
            comment.extend(others.into_iter().map(|id| document::told(sheet, id)));
            comment.push(model::text::plain(&citation.text));
        }
        None => {
            let text = sheet.draft.element(node, com::PATENT_CITATION_TEXT);
            inline::inlines(sheet, text, &citation.text);
        }
    }
    node
}

/// Adds literature: in its parts when enough of them are known, else as text.
///
/// Clause: ST.96 V6_0 com:NPLCitationText
fn literature<'r>(sheet: &mut Sheet<'r>, node: NodeId, literature: &'r NonPatent) {
    sheet.id(node, &literature.id);
    sheet.set(
        node,
        attr::LANGUAGE_CODE,
        document::language(&literature.language),
    );
    let is_bare = literature.content.is_empty() && literature.parts.is_empty();
    let place = |name: &str| match name {
        "url" if is_bare => Some(com::WEB_URI),
        "file" if is_bare => Some(com::FILE_NAME),
        _ => None,
    };
    let mut is_placed = false;
    for said in &literature.attributes {
        match place(&said.name).filter(|_| !is_placed) {
            Some(name) => {
                sheet.leaf(node, name, said.value.as_str());
                is_placed = true;
            }
            None => sheet.spare("nplcit", &said.name, &said.value),
        }
    }
    if is_placed || super::literature::work(sheet, node, literature) {
        return;
    }
    let text = sheet.draft.element(node, com::NPL_CITATION_TEXT);
    literature_text(sheet, text, literature);
}

fn literature_text<'r>(sheet: &mut Sheet<'r>, node: NodeId, literature: &'r NonPatent) {
    inline::inlines(sheet, node, &literature.content);
    for part in &literature.parts {
        sheet.draft.text(node, " ");
        sheet.draft.text(node, statement_line(part));
    }
}

fn relevance<'r>(
    sheet: &mut Sheet<'r>,
    element: NodeId,
    letters: &[&'r str],
    claims: &'r [model::Str],
) {
    let bag = match sheet.draft.child(element, pat::DOCUMENT_RELEVANCE_BAG) {
        Some(bag) => bag,
        None => sheet.draft.element(element, pat::DOCUMENT_RELEVANCE_BAG),
    };
    let node = sheet.draft.element(bag, pat::DOCUMENT_RELEVANCE);
    relevance_parts(sheet, node, letters, claims);
}

fn relevance_parts<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    letters: &[&'r str],
    claims: &'r [model::Str],
) {
    for code in letters {
        sheet.draft.leaf(node, pat::CITATION_CATEGORY_CODE, *code);
    }
    if !claims.is_empty() {
        let bag = sheet.draft.element(node, pat::RELATED_CLAIM_BAG);
        for claim in claims {
            match range(claim) {
                Some((first, last)) => {
                    let range = sheet.draft.element(bag, pat::CLAIM_NUMBER_RANGE);
                    sheet.draft.leaf(range, pat::BEGIN_RANGE_NUMBER, first);
                    sheet.draft.leaf(range, pat::END_RANGE_NUMBER, last);
                }
                None => {
                    sheet.draft.leaf(bag, pat::CLAIM_NUMBER, claim.as_str());
                }
            }
        }
    }
}

/// The first and the last claim of a range such as `1-3`.
fn range(claims: &str) -> Option<(&str, &str)> {
    let (first, last) = claims.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (is_number(first) && is_number(last)).then_some((first, last))
}

/// Adds the cited passages with their relevance.
///
/// Clause: ST.96 V6_0 pat:CitedPassageBag
fn passages<'r>(sheet: &mut Sheet<'r>, element: NodeId, passages: &[&'r Passage]) {
    if passages.is_empty() {
        return;
    }
    let bag = sheet.draft.element(element, pat::CITED_PASSAGE_BAG);
    for passage in passages {
        let node = sheet.draft.element(bag, pat::CITED_PASSAGE);
        let ranges = sheet.draft.element(node, pat::PASSAGE_RANGE_BAG);
        for text in &passage.texts {
            sheet
                .draft
                .leaf(ranges, pat::PASSAGE_RANGE_TEXT, text.as_str());
            if let Some((start, end)) = passage::range(text) {
                let range = sheet.draft.element(ranges, pat::PASSAGE_RANGE);
                locations(sheet, range, pat::PASSAGE_RANGE_START, start);
                locations(sheet, range, pat::PASSAGE_RANGE_END, end);
            }
        }
        for part in &passage.parts {
            sheet
                .draft
                .leaf(ranges, pat::PASSAGE_RANGE_TEXT, statement_line(part));
        }
        let letters = self::letters(&passage.categories);
        for category in passage
            .categories
            .iter()
            .filter(|category| letter(category).is_none())
        {
            sheet
                .draft
                .leaf(ranges, pat::PASSAGE_RANGE_TEXT, category.as_str());
        }
        if letters.is_empty() {
            for claim in &passage.claims {
                sheet
                    .draft
                    .leaf(ranges, pat::PASSAGE_RANGE_TEXT, claim.as_str());
            }
        } else {
            let holder = sheet.draft.element(node, pat::PASSAGE_RELEVANCE_BAG);
            let relevance = sheet.draft.element(holder, pat::PASSAGE_RELEVANCE);
            relevance_parts(sheet, relevance, &letters, &passage.claims);
        }
    }
}

/// Adds one end of a passage, whose words stand before it as well.
fn locations(sheet: &mut Sheet<'_>, range: NodeId, name: Name, locations: Vec<passage::Location>) {
    if locations.is_empty() {
        return;
    }
    let node = sheet.draft.element(range, name);
    for (category, number) in locations {
        let leaf = sheet.draft.leaf(node, pat::PASSAGE_LOCATION, number);
        sheet.set(leaf, attr::PASSAGE_LOCATION_CATEGORY, category);
    }
}

/// The code of ST.96 for a category letter of ST.14.
///
/// Clause: ST.14
fn letter(category: &str) -> Option<&'static str> {
    Some(match category.trim() {
        "X" => "X",
        "Y" => "Y",
        "A" => "A",
        "E" => "E",
        "L" => "L",
        "O" => "O",
        "P" => "P",
        "T" => "T",
        "D" => "D",
        "&" => "Ampersand",
        _ => return None,
    })
}

/// Who cited, when the category says it in words; the words themselves stand in the comment.
fn citing_party(citation: &Citation) -> &'static str {
    let says = |word: &str| {
        citation
            .categories
            .iter()
            .any(|category| category.contains(word))
            || citation.cited_by.contains(word)
    };
    if says("examiner") {
        "Examiner"
    } else if says("applicant") {
        "Applicant"
    } else if says("third party") {
        "Third party"
    } else {
        ""
    }
}

/// The phase of ST.96 for the phases that DOCDB names, by letters or in words.
fn phase<'r>(sheet: &mut Sheet<'r>, phase: &'r str) -> Cow<'r, str> {
    Cow::Borrowed(match phase {
        "" => "",
        "ISR" | "international-search-report" => "International search",
        "SUP" => "Supplementary international search",
        "SEA" | "search" => "Search",
        "national-search-report" => "National search",
        "national-examination" => "National examination",
        "EXA" | "examination" => "Examination",
        "OPP" | "opposition" => "Opposition",
        "APP" => "In application",
        other => {
            sheet.spare("citation", "phase", other);
            ""
        }
    })
}

/// The attributes of a citation that is told in one line.
fn spares_of_line(sheet: &mut Sheet<'_>, citation: &Citation) {
    sheet.spares("citation", &citation.attributes);
    for id in &citation.documents {
        sheet.spares("document-id", &id.attributes);
    }
    if let Some(literature) = &citation.literature {
        sheet.spares("nplcit", &literature.attributes);
    }
    for one in &citation.classifications {
        super::classification::spares(sheet, one);
    }
    for one in &citation.corresponding {
        spares_of_line(sheet, one);
    }
}

/// A citation in one line, for free text.
fn citation_line(citation: &Citation) -> String {
    let mut out: Vec<String> = citation.documents.iter().map(document::line).collect();
    out.push(model::text::plain(&citation.text));
    if let Some(literature) = &citation.literature {
        let mut text = String::new();
        model::text::literature_text(literature, &mut |part| {
            text.push_str(part);
            text.push(' ');
        });
        out.push(text);
    }
    for passage in &citation.passages {
        out.extend(passage.texts.iter().map(ToString::to_string));
        out.extend(passage.parts.iter().map(statement_line));
        out.extend(
            passage
                .categories
                .iter()
                .chain(&passage.claims)
                .map(ToString::to_string),
        );
    }
    out.extend(
        citation
            .categories
            .iter()
            .chain(&citation.claims)
            .map(ToString::to_string),
    );
    out.extend(citation.classifications.iter().map(line));
    out.extend(citation.corresponding.iter().map(citation_line));
    out.extend(citation.statements.iter().map(statement_line));
    out.retain(|part| !part.trim().is_empty());
    out.join(" ")
}

/// Adds a citation that stands in running text; where none can stand, its words.
///
/// Clause: ST.96 V6_0 com:PatentCitation
pub(super) fn within_text<'r>(sheet: &mut Sheet<'r>, node: NodeId, citation: &'r Citation) {
    let parent = sheet.draft.name(node);
    spares(sheet, citation);
    if let Some(literature) = &citation.literature {
        if Draft::allows(parent, com::NPL_CITATION) {
            let element = sheet.draft.element(node, com::NPL_CITATION);
            sheet.set(element, attr::SEQUENCE_NUMBER, citation.number.as_str());
            self::literature(sheet, element, literature);
        } else {
            inline::apart(sheet, node, |sheet| {
                literature_text(sheet, node, literature);
            });
        }
        return;
    }
    if !Draft::allows(parent, com::PATENT_CITATION) {
        return inline::apart(sheet, node, |sheet| {
            inline::inlines(sheet, node, &citation.text);
            for id in &citation.documents {
                sheet.draft.text(node, " ");
                let line = document::told(sheet, id);
                sheet.draft.text(node, line);
            }
            beside(sheet, node, citation);
        });
    }
    let mut open = Some(patent_citation(sheet, node, citation));
    if !citation.text.is_empty() || citation.documents.is_empty() {
        let element = open.take().expect("it was just opened");
        let text = sheet.draft.element(element, com::PATENT_CITATION_TEXT);
        inline::inlines(sheet, text, &citation.text);
    }
    for id in &citation.documents {
        let element = match open.take() {
            Some(element) => element,
            None => sheet.draft.element(node, com::PATENT_CITATION),
        };
        document::cited(sheet, element, id);
    }
    beside(sheet, node, citation);
}

/// What a citation in running text has beside the document: its passages, as words.
fn beside<'r>(sheet: &mut Sheet<'r>, node: NodeId, citation: &'r Citation) {
    if citation.passages.is_empty() && citation.statements.is_empty() {
        return;
    }
    let rest = Citation {
        passages: citation.passages.clone(),
        statements: citation.statements.clone(),
        ..Citation::default()
    };
    inline::apart(sheet, node, |sheet| {
        sheet.draft.text(node, citation_line(&rest));
    });
}

fn patent_citation<'r>(sheet: &mut Sheet<'r>, node: NodeId, citation: &'r Citation) -> NodeId {
    let element = sheet.draft.element(node, com::PATENT_CITATION);
    sheet.id(element, &citation.id);
    sheet.set(element, attr::SEQUENCE_NUMBER, citation.number.as_str());
    element
}
