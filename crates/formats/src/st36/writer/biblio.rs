//! Bibliographic data.
//!
//! Clause: ST.36 bibliographic-data

use super::element::Element;
use super::sheet::{Sheet, said};
use super::{
    citation, classification, date, document, event, inline, media, party, relation, statement,
};
use model::{DocumentId, HagueData, Patent, Plant, Priority, Statement};

/// All bibliographic data. What only the root of the source says of the publication is said here where they are `alone`.
pub(super) fn bibliographic_data<'r>(
    sheet: &mut Sheet<'r>,
    patent: &'r Patent,
    alone: bool,
) -> Element<'r> {
    let mut element = Element::new("bibliographic-data");
    for said in &patent.origin.bibliographic {
        element.set(said.name.as_str(), said.value.as_str());
    }
    publication(&mut element, patent, alone);
    application(sheet, &mut element, patent);
    priorities(sheet, &mut element, patent);
    for one in &patent.classifications {
        classification::add(sheet, &mut element, one);
    }
    titles(&mut element, patent);
    party::parties(sheet, &mut element, patent);
    event::designations(sheet, &mut element, patent);
    event::milestones(sheet, &mut element, patent);
    if let Some(term) = &patent.term {
        let term = event::term(sheet, term);
        element.put(term);
    }
    if let Some(family) = &patent.family {
        element.put(relation::family(family));
    }
    field_of_search(sheet, &mut element, patent);
    figures(&mut element, patent);
    citation::references(sheet, &mut element, patent);
    element.leaf("number-of-claims", patent.claim_count.as_str());
    relation::relations(sheet, &mut element, patent);
    for deposit in &patent.deposits {
        element.put(media::deposit(deposit));
    }
    relation::regional(sheet, &mut element, patent);
    own_words(sheet, &mut element, patent);
    left_over(sheet, patent);
    element
}

/// The publication, once in each number format.
///
/// Clause: ST.36 publication-reference
fn publication<'r>(biblio: &mut Element<'r>, patent: &'r Patent, alone: bool) {
    let publication = &patent.publication;
    for one in &publication.designations {
        let mut element = Element::new("plain-language-designation");
        if one.parts.is_empty() {
            element.others(&one.attributes);
            inline::inlines(&mut element, &one.content);
        } else {
            element.text(statement::line(one));
        }
        biblio.put(element);
    }
    let mut references = document::references("publication-reference", &publication.documents);
    if references.is_empty() && alone {
        references.push(of_root(patent));
    }
    let is_said = !publication.id.is_empty() || !publication.attributes.is_empty();
    if references.is_empty() && is_said {
        references.push(Element::new("publication-reference"));
    }
    let mut is_first = true;
    for mut reference in references {
        if is_first {
            reference.set("id", publication.id.as_str());
            reference.others(&publication.attributes);
            is_first = false;
        }
        biblio.put(reference);
    }
    biblio.leaf(
        "language-of-publication",
        patent.publication_language.as_str(),
    );
}

/// The publication as the root of the source names it.
fn of_root(patent: &Patent) -> Element<'_> {
    let mut element = Element::new("publication-reference");
    let said = |name: &str| {
        let mut all = patent.origin.attributes.iter();
        let found = all.find(|said| said.name == name);
        found.map_or("", |said| said.value.as_str())
    };
    if said("doc-number").is_empty() {
        return element;
    }
    let mut id = Element::new("document-id");
    for (name, from) in [
        ("country", "country"),
        ("doc-number", "doc-number"),
        ("kind", "kind"),
        ("date", "date-publ"),
    ] {
        id.leaf(name, said(from));
    }
    element.add(id);
    element
}

/// The application, once in each number format.
///
/// Clause: ST.36 application-reference
fn application<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let application = &patent.application;
    let mut references = document::references("application-reference", &application.documents);
    let is_said = !application.id.is_empty()
        || !application.kind.is_empty()
        || !application.attributes.is_empty();
    if references.is_empty() && is_said {
        references.push(Element::new("application-reference"));
    }
    let mut is_first = true;
    for mut reference in references {
        if is_first {
            reference.set("id", application.id.as_str());
            reference.set("appl-type", application.kind.as_str());
            reference.others(&application.attributes);
            is_first = false;
        }
        biblio.put(reference);
    }
    biblio.leaf("language-of-filing", application.filing_language.as_str());
    for language in &application.languages {
        sheet.note(language.name.as_str(), language.value.as_str());
    }
}

/// Priority claims.
///
/// Clause: ST.36 priority-claims
fn priorities<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let mut element = Element::new("priority-claims");
    for claim in &patent.priorities {
        element.add(priority(sheet, claim));
    }
    if patent.incorporated_by_reference {
        element.add(Element::new("incorporation-by-reference"));
    }
    biblio.put(element);
}

fn priority<'r>(sheet: &mut Sheet<'r>, claim: &'r Priority) -> Element<'r> {
    let mut element = Element::new("priority-claim")
        .with("id", claim.id.as_str())
        .with("sequence", claim.sequence.as_str())
        .with("kind", claim.kind.as_str());
    element.others(&claim.attributes);
    let mut ids = claim.documents.iter();
    if let Some(first) = ids.next() {
        if is_plain(first) {
            element.set("data-format", first.format.as_str());
            element.leaf("country", first.office.as_str());
            element.leaf("doc-number", first.number.as_str());
            element.leaf("kind", first.kind.as_str());
            date::leaf(&mut element, &first.date);
        } else {
            element.put(document::id(first));
        }
    }
    for id in ids {
        element.put(document::id(id));
    }
    let mut offices = Element::new("office-of-filing");
    for office in &claim.offices {
        offices.leaf("country", office.as_str());
    }
    element.put(offices);
    for fact in &claim.statements {
        statement::known(sheet, &mut element, fact, "priority-claim");
    }
    element
}

/// Whether a number says no more than a priority claim takes.
fn is_plain(id: &DocumentId) -> bool {
    id.name.is_empty() && id.language.is_empty() && id.id.is_empty() && id.attributes.is_empty()
}

/// Titles with their languages.
///
/// Clause: ST.36 invention-title
fn titles<'r>(biblio: &mut Element<'r>, patent: &'r Patent) {
    for title in &patent.titles {
        let mut element = inline::mixed("invention-title", &title.content)
            .with("id", title.id.as_str())
            .with("lang", title.language.as_str())
            .with("data-format", title.format.as_str());
        element.others(&title.attributes);
        biblio.add(element);
    }
}

fn field_of_search<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let mut element = Element::new("field-of-search");
    for one in &patent.field_of_search {
        classification::add(sheet, &mut element, one);
    }
    biblio.put(element);
}

fn figures<'r>(biblio: &mut Element<'r>, patent: &'r Patent) {
    let Some(figures) = &patent.figures else {
        return;
    };
    let mut element = Element::new("figures");
    element.leaf("number-of-drawing-sheets", figures.sheets.as_str());
    element.leaf("number-of-figures", figures.figures.as_str());
    let mut published = Element::new("figure-to-publish");
    for number in &figures.to_publish {
        published.leaf("fig-number", number.as_str());
    }
    element.put(published);
    biblio.put(element);
}

/// What an office has its own words for: they stay what they are.
fn own_words<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    biblio.leaf(
        "us-application-series-code",
        patent.application.series.as_str(),
    );
    if let Some(plant) = &patent.plant {
        biblio.put(self::plant(plant));
    }
    for claim in &patent.exemplary_claims {
        biblio.leaf("us-exemplary-claim", claim.as_str());
    }
    if let Some(hague) = &patent.hague {
        biblio.put(self::hague(hague));
    }
    let beside = [
        &patent.publication.statements,
        &patent.application.statements,
        &patent.statements,
    ];
    for fact in beside.into_iter().flatten() {
        if event::is_of_events(fact, patent) {
            continue;
        }
        own_word(sheet, biblio, fact);
    }
}

fn own_word<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, fact: &'r Statement) {
    let code = fact.code.as_str();
    let stays = FACTS.contains(&code) || statement::is_office_word(code);
    match statement::element(fact).filter(|_| stays) {
        Some(made) => biblio.add(made),
        None => sheet.note(code, statement::line(fact)),
    }
}

/// Facts that the bibliographic data of the standard hold under these names.
const FACTS: &[&str] = &[
    "st50-republication",
    "office-specific-bib-data",
    "opposition-data",
    "pct-application-no-longer-effective",
    "defer-publication-of-search-report",
    "cmea-havana-agreement",
    "previously-filed-app",
    "text",
];

fn plant(plant: &Plant) -> Element<'_> {
    let mut element = Element::new("us-botanic");
    for (name, words) in [("latin-name", &plant.latin), ("variety", &plant.variety)] {
        if !words.is_empty() {
            element.add(inline::mixed(name, words));
        }
    }
    element
}

/// An international registration of a design, as the US office writes it.
fn hague(hague: &HagueData) -> Element<'_> {
    let mut element = Element::new("hague-agreement-data");
    date::held(&mut element, "international-filing-date", &hague.filed);
    date::held(
        &mut element,
        "international-registration-publication-date",
        &hague.published,
    );
    element.leaf("international-registration-number", hague.number.as_str());
    date::held(
        &mut element,
        "international-registration-date",
        &hague.registered,
    );
    element
}

/// What the reader did not understand, and what a source in ST.96 says more than the nouns.
fn left_over<'r>(sheet: &mut Sheet<'r>, patent: &'r Patent) {
    for part in patent.unmapped.iter().filter(|part| !part.text.is_empty()) {
        let name = part.path.rsplit('/').next().unwrap_or(&part.path);
        sheet.note(name, part.text.as_str());
    }
    for (name, text) in crate::view::further_words(patent) {
        sheet.note(name, text);
    }
    if patent.listings.is_empty() {
        return;
    }
    let words: Vec<String> = patent.listings.iter().map(said).collect();
    let message = "ST.36 names a sequence listing as a file and has no place for its sequences; they were not written";
    let hint = "convert the document with --to st26 for the listing";
    sheet.lose(message.to_owned(), &words.join(" "), hint);
}
