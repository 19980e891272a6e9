//! Bibliographic data.
//!
//! Clause: ST.96 V6_0 pat:BibliographicData

use super::classification::{self, attributes_beside, statement_line, statement_words};
use super::sheet::Sheet;
use super::{
    choice, citation, date, designation, document, inline, media, notes, party, relation,
    republication, status,
};
use crate::component::draft::NodeId;
use crate::component::schema::{Name, attr, com, pat};
use model::{DocumentId, Milestone, Patent, Priority, Term};

/// Adds all bibliographic data to its element.
pub(super) fn bibliographic_data<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    sheet.set(node, attr::ST96_VERSION, "V6_0");
    for attribute in &patent.origin.bibliographic {
        match attribute.name.as_str() {
            "country" => sheet.set(node, attr::OFFICE_CODE, attribute.value.as_str()),
            "id" => sheet.id(node, &attribute.value),
            name => sheet.spare("bibliographic-data", name, &attribute.value),
        }
    }
    publication(sheet, node, patent);
    application(sheet, node, patent);
    priorities(sheet, node, patent);
    if let Some(term) = &patent.term {
        self::term(sheet, node, term);
    }
    classifications(sheet, node, patent);
    titles(sheet, node, patent);
    citation::references(sheet, node, patent);
    sheet.leaf(node, pat::CLAIM_TOTAL_QUANTITY, patent.claim_count.as_str());
    field_of_search(sheet, node, patent);
    figures(sheet, node, patent);
    relation::relations(sheet, node, patent);
    exemplary(sheet, node, patent);
    hague(sheet, node, patent);
    party::parties(sheet, node, patent);
    relation::filings(sheet, node, patent);
    relation::publications(sheet, node, patent);
    if let Some(family) = &patent.family {
        relation::family(sheet, node, family);
    }
    rest(sheet, node, patent);
}

/// The publication; further number formats are notes.
fn publication<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    let publication = &patent.publication;
    let (best, others) = choice::split(&publication.documents);
    if let Some(best) = best {
        let element = document::publication(sheet, node, best, &patent.office);
        if let Some(date) = choice::date(best, &others) {
            date::leaf(sheet, element, com::PUBLICATION_DATE, date);
        }
        sheet.id(element, &publication.id);
        sheet.spare("publication-reference", "data-format", &best.format);
        if document::is_grant(best, &patent.office) {
            document::granted(sheet, node, best);
        }
    } else {
        document::publication_of_root(sheet, node, patent);
    }
    for id in others {
        let line = document::told(sheet, id);
        sheet.note("publication-reference", format!("{} {line}", id.format));
    }
    for statement in &publication.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
    sheet.spares("publication-reference", &publication.attributes);
    let spoken = |one: &model::Statement| model::text::plain(&one.content);
    let designation: Vec<String> = publication
        .designations
        .iter()
        .map(|one| match one.parts.is_empty() {
            true => spoken(one),
            false => statement_line(one),
        })
        .collect();
    if !designation.is_empty() {
        let text = designation.join("; ");
        let leaf = sheet
            .draft
            .leaf(node, pat::PLAIN_LANGUAGE_DESIGNATION_TEXT, text);
        let said = publication
            .designations
            .iter()
            .flat_map(|one| &one.attributes);
        let mut languages = said
            .filter(|said| said.name == "lang")
            .map(|said| &said.value);
        for one in publication
            .designations
            .iter()
            .filter(|one| one.parts.is_empty())
        {
            classification::attributes_beside(sheet, one, &["lang"]);
        }
        if let Some(language) = languages.next() {
            sheet.set(leaf, attr::LANGUAGE_CODE, document::language(language));
        }
    }
    let language = document::language(&patent.publication_language);
    sheet.leaf(node, com::PUBLICATION_LANGUAGE_CODE, language);
}

/// The application; further number formats are notes.
///
/// Clause: ST.96 V6_0 pat:ApplicationIdentification
fn application<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    let application = &patent.application;
    let (best, others) = choice::split(&application.documents);
    if let Some(best) = best {
        let element = document::application(
            sheet,
            node,
            pat::APPLICATION_IDENTIFICATION,
            best,
            &patent.office,
        );
        if let Some(date) = choice::date(best, &others) {
            date::leaf(sheet, element, pat::FILING_DATE, date);
        }
        sheet.id(element, &application.id);
        sheet.spare("application-reference", "data-format", &best.format);
        sheet.leaf(
            element,
            com::APPLICANT_FILE_REFERENCE,
            application.reference.as_str(),
        );
        let matter = match application.kind.as_str() {
            "utility" | "sir" => "Utility",
            "design" => "Design",
            "plant" => "Plant",
            other => {
                sheet.spare("application-reference", "appl-type", other);
                ""
            }
        };
        sheet.leaf(element, pat::INVENTION_SUBJECT_MATTER_CATEGORY, matter);
    }
    for id in others {
        let line = document::told(sheet, id);
        sheet.note("application-reference", format!("{} {line}", id.format));
    }
    sheet.leaf(
        node,
        com::FILING_LANGUAGE_CODE,
        document::language(&application.filing_language),
    );
    for language in &application.languages {
        sheet.note(language.name.as_str(), language.value.as_str());
    }
    if !application.series.is_empty() {
        sheet.note("application-series-code", application.series.as_str());
    }
    for statement in &application.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
    sheet.spares("application-reference", &application.attributes);
}

fn priorities<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    if patent.priorities.is_empty() {
        return;
    }
    let bag = sheet.draft.element(node, pat::PRIORITY_CLAIM_BAG);
    for claim in &patent.priorities {
        priority(sheet, bag, claim);
    }
    if patent.incorporated_by_reference {
        sheet
            .draft
            .leaf(bag, pat::INCORPORATION_BY_REFERENCE_INDICATOR, "true");
    }
}

/// A priority claim in its best number format; the schema wants a date, which any of them may give.
///
/// Clause: ST.96 V6_0 pat:PriorityClaim
fn priority<'r>(sheet: &mut Sheet<'r>, bag: NodeId, claim: &'r Priority) {
    let element = sheet.draft.element(bag, pat::PRIORITY_CLAIM);
    sheet.id(element, &claim.id);
    sheet
        .draft
        .attribute(element, attr::SEQUENCE_NUMBER, claim.sequence.as_str());
    let (best, others) = choice::split(&claim.documents);
    if let Some(id) = best {
        sheet.leaf(element, com::IP_OFFICE_CODE, id.office.trim());
        document::application_number(sheet, element, id, "");
        date::leaf(sheet, element, pat::FILING_DATE, &id.date);
        if let Some(date) = choice::date(id, &others) {
            date::leaf(sheet, element, pat::FILING_DATE, date);
        }
        sheet.spare("priority-claim", "data-format", &id.format);
        if !id.kind.is_empty() {
            sheet.note("priority-claim kind", id.kind.as_str());
        }
        if !id.name.is_empty() {
            sheet.note("priority-claim name", id.name.as_str());
        }
        sheet.spares("document-id", &id.attributes);
    }
    for id in others {
        let line = document::told(sheet, id);
        sheet.note("priority-claim", format!("{} {line}", id.format));
    }
    for office in &claim.offices {
        sheet.leaf(element, pat::INDICATED_IP_OFFICE_CODE, office.as_str());
    }
    match claim.kind.as_str() {
        "national" => sheet.leaf(element, pat::APPLICATION_FILING_CATEGORY, "National"),
        "regional" => sheet.leaf(element, pat::APPLICATION_FILING_CATEGORY, "Regional"),
        // A registration of the Hague Agreement is international, and no application of the PCT.
        "international" if claim.documents.iter().any(is_hague) => {
            sheet.spare("priority-claim", "kind", &claim.kind);
        }
        "international" | "pct" => sheet.leaf(element, pat::APPLICATION_FILING_CATEGORY, "PCT"),
        other => sheet.spare("priority-claim", "kind", other),
    }
    for statement in &claim.statements {
        match statement.code.as_str() {
            "priority-doc-requested" => {
                sheet.leaf(element, pat::REQUESTED_PRIORITY_DOCUMENT_INDICATOR, "true");
                indicated(sheet, statement);
            }
            "priority-doc-attached" => {
                sheet.leaf(element, pat::ATTACHED_PRIORITY_DOCUMENT_INDICATOR, "true");
                indicated(sheet, statement);
            }
            "priority-doc-from-library" => {
                let name = pat::ONLINE_AVAILABLE_PRIORITY_DOCUMENT_INDICATOR;
                let node = sheet.draft.leaf(element, name, "true");
                let words = statement_words(statement);
                if !words.is_empty() {
                    sheet.note(statement.code.as_str(), words);
                }
                attributes_beside(sheet, statement, &["library-identifier", "action-by"]);
                for said in &statement.attributes {
                    let value = said.value.as_str();
                    match said.name.as_str() {
                        "library-identifier" => sheet.set(node, attr::LIBRARY_IDENTIFIER, value),
                        "action-by" => sheet.set(node, attr::OFFICE_CODE, value),
                        _ => {}
                    }
                }
            }
            code => sheet.note(code, statement_line(statement)),
        }
    }
    sheet.spares("priority-claim", &claim.attributes);
}

/// Whether a number is one of an international registration of a design, such as `DM/074 086`.
fn is_hague(id: &DocumentId) -> bool {
    id.number.trim_start().starts_with("DM/")
}

/// The words that stand in an element which only indicates.
fn indicated(sheet: &mut Sheet<'_>, statement: &model::Statement) {
    let line = statement_line(statement);
    if !line.is_empty() {
        sheet.note(statement.code.to_string(), line);
    }
}

/// The term of the grant: years and days, as the US office counts them.
///
/// Clause: ST.96 V6_0 pat:GrantTerm
fn term<'r>(sheet: &mut Sheet<'r>, node: NodeId, term: &'r Term) {
    let element = sheet.draft.element(node, pat::GRANT_TERM);
    for length in &term.lengths {
        quantity(sheet, element, pat::GRANT_LENGTH_QUANTITY, length, "year");
    }
    for extension in &term.extensions {
        quantity(
            sheet,
            element,
            pat::TERM_EXTENSION_QUANTITY,
            extension,
            "day",
        );
    }
    for disclaimer in &term.disclaimers {
        let holder = sheet.draft.element(element, pat::TERMINAL_DISCLAIMER);
        date::leaf(sheet, holder, pat::DISCLAIMER_DATE, &disclaimer.date);
        sheet.leaf(holder, pat::DISCLAIMER_TEXT, disclaimer.text.as_str());
    }
    for text in &term.texts {
        sheet.note("term-of-grant", text.as_str());
    }
    for lapse in &term.lapses {
        let is_number = lapse.text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && !lapse.text.is_empty() && lapse.document == DocumentId::default() {
            quantity(
                sheet,
                element,
                pat::PATENT_TERM_LAPSE_QUANTITY,
                &lapse.text,
                "day",
            );
            continue;
        }
        let line = document::told(sheet, &lapse.document);
        sheet.note("lapse-of-patent", format!("{line} {}", lapse.text));
    }
    for statement in &term.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
    if sheet.draft.is_childless(element) {
        sheet.draft.discard(element);
    }
}

fn quantity<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    name: Name,
    text: &'r str,
    unit: &'static str,
) {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        let leaf = sheet.draft.leaf(node, name, text);
        sheet.draft.attribute(leaf, attr::UNIT_CODE, unit);
    } else {
        sheet.note("term", text);
    }
}

fn classifications<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    if patent.classifications.is_empty() {
        return;
    }
    let bag = sheet.draft.element(node, pat::PATENT_CLASSIFICATION_BAG);
    for (code, text) in classification::bag(sheet, bag, &patent.classifications) {
        sheet.note(code, text);
    }
    if sheet.draft.is_childless(bag) {
        sheet.draft.discard(bag);
    }
}

/// Titles with their languages.
///
/// Clause: ST.96 V6_0 pat:InventionTitleBag
fn titles<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    let bag = sheet.draft.element(node, pat::INVENTION_TITLE_BAG);
    for title in &patent.titles {
        let element = sheet.draft.element(bag, pat::INVENTION_TITLE);
        sheet.id(element, &title.id);
        sheet.set(
            element,
            attr::LANGUAGE_CODE,
            document::language(&title.language),
        );
        sheet.spare("invention-title", "data-format", &title.format);
        sheet.spares("invention-title", &title.attributes);
        inline::inlines(sheet, element, &title.content);
    }
    if let Some(plant) = &patent.plant {
        let element = sheet.draft.element(node, pat::PLANT_NAME);
        sheet.leaf(
            element,
            pat::BOTANICAL_NAME,
            model::text::plain(&plant.latin),
        );
        sheet.leaf(
            element,
            pat::PLANT_COMMON_NAME,
            model::text::plain(&plant.variety),
        );
    }
}

/// The field of search: classes in the bag, all else as text.
///
/// Clause: ST.96 V6_0 pat:SearchField
fn field_of_search<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    if patent.field_of_search.is_empty() {
        return;
    }
    let element = sheet.draft.element(node, pat::SEARCH_FIELD);
    let bag = sheet.draft.element(element, pat::PATENT_CLASSIFICATION_BAG);
    let left = classification::bag(sheet, bag, &patent.field_of_search);
    if sheet.draft.is_childless(bag) {
        sheet.draft.discard(bag);
    }
    for (_, text) in left {
        sheet.leaf(element, pat::SEARCH_FIELD_TEXT, text);
    }
}

fn figures<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    let Some(figures) = &patent.figures else {
        return;
    };
    let numbers: Vec<&model::Str> = figures
        .to_publish
        .iter()
        .filter(|n| !n.is_empty())
        .collect();
    if !figures.sheets.is_empty() || !figures.figures.is_empty() || !numbers.is_empty() {
        let element = sheet.draft.element(node, pat::FIGURE_BAG);
        sheet.leaf(
            element,
            pat::DRAWING_SHEET_TOTAL_QUANTITY,
            figures.sheets.as_str(),
        );
        sheet.leaf(
            element,
            pat::FIGURE_TOTAL_QUANTITY,
            figures.figures.as_str(),
        );
        if !numbers.is_empty() {
            published_figures(sheet, element, &numbers);
        }
    }
}

/// The figures that are printed with the abstract. ST.96 asks who chose them, which ST.36 does not say.
///
/// Clause: ST.96 V6_0 pat:PublishFigure
fn published_figures(sheet: &mut Sheet<'_>, node: NodeId, numbers: &[&model::Str]) {
    const CHOSEN: &str = "As suggested by applicant";
    let element = sheet.draft.element(node, pat::PUBLISH_FIGURE);
    sheet.set(element, attr::PUBLISH_FIGURE_CATEGORY, CHOSEN);
    let message = format!(
        "ST.96 asks who chose the figure to publish, the source does not say: \"{CHOSEN}\""
    );
    sheet.assume(message, "");
    for number in numbers {
        sheet.leaf(element, pat::FIGURE_NUMBER, number.to_string());
    }
}

fn exemplary<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    if !patent.exemplary_claims.is_empty() {
        let element = sheet.draft.element(node, pat::EXEMPLARY_CLAIM_BAG);
        for number in &patent.exemplary_claims {
            sheet
                .draft
                .leaf(element, pat::CLAIM_NUMBER, number.as_str());
        }
    }
}

/// An international registration of a design.
///
/// Clause: ST.96 V6_0 com:HagueAgreementData
fn hague<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    let Some(hague) = &patent.hague else { return };
    let element = sheet.draft.element(node, com::HAGUE_AGREEMENT_DATA);
    date::leaf(sheet, element, com::INTERNATIONAL_FILING_DATE, &hague.filed);
    let published = com::INTERNATIONAL_REGISTRATION_PUBLICATION_DATE;
    date::leaf(sheet, element, published, &hague.published);
    sheet.leaf(
        element,
        com::INTERNATIONAL_REGISTRATION_NUMBER,
        hague.number.as_str(),
    );
    date::leaf(
        sheet,
        element,
        com::INTERNATIONAL_REGISTRATION_DATE,
        &hague.registered,
    );
}

/// Deposits, designated states, dates, statements, and what the reader did not understand.
fn rest<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    for (index, deposit) in patent.deposits.iter().enumerate() {
        if index == 0 {
            let element = sheet.draft.element(node, com::BIO_DEPOSIT);
            media::deposit_parts(sheet, element, deposit);
        } else {
            sheet.note("bio-deposit", media::deposit_line(deposit));
        }
    }
    designation::designations(sheet, node, patent);
    for milestone in &patent.milestones {
        self::milestone(sheet, node, milestone);
    }
    if let Some(search) = &patent.search {
        for (code, date) in [
            ("date-search-completed", &search.completed),
            ("date-search-report-mailed", &search.mailed),
        ] {
            if !date.is_empty() {
                sheet.note(code, date.raw.as_str());
            }
        }
        let texts = search
            .texts
            .iter()
            .chain([&search.place])
            .filter(|text| !text.is_empty());
        for text in texts {
            sheet.note("search", text.as_str());
        }
        for id in &search.publications {
            let line = document::told(sheet, id);
            sheet.note("search-report-publication", line);
        }
        for statement in &search.statements {
            sheet.note(statement.code.as_str(), statement_line(statement));
        }
    }
    if sheet.date.is_none() {
        status::undated(sheet, patent);
    }
    for statement in &patent.statements {
        if statement.code == "st50-republication" && republication::add(sheet, node, statement) {
            continue;
        }
        sheet.note(statement.code.as_str(), classification::spoken(statement));
        let ids = statement.attributes.iter().filter(|part| part.name == "id");
        ids.for_each(|id| sheet.spare(&statement.code, "id", &id.value));
    }
    for part in &patent.unmapped {
        if !part.text.is_empty() {
            let name = part.path.rsplit('/').next().unwrap_or(&part.path);
            sheet.note(name, part.text.as_str());
        }
    }
}

/// A dated event: in the element that ST.96 has for it, as a gazette reference, or as a note.
fn milestone<'r>(sheet: &mut Sheet<'r>, node: NodeId, milestone: &'r Milestone) {
    sheet.spares(&milestone.code, &milestone.attributes);
    let only_date = milestone.gazette.is_empty()
        && milestone.document.is_none()
        && milestone.countries.is_empty()
        && milestone.kind.is_empty()
        && milestone.texts.is_empty()
        && milestone.date.iso().is_some();
    if only_date && let Some((bag, name)) = event_place(&milestone.code) {
        let holder = match bag {
            None => node,
            Some(bag) => sheet
                .draft
                .child(node, bag)
                .unwrap_or_else(|| sheet.draft.element(node, bag)),
        };
        if bag.is_some() || sheet.draft.child(node, name).is_none() {
            return date::leaf(sheet, holder, name, &milestone.date);
        }
    }
    if is_placed(sheet, node, milestone) {
        return;
    }
    if let Some((name, id)) = availability_place(milestone) {
        let bag = notes::availability(sheet, node);
        let element = sheet.draft.element(bag, name);
        let holder = sheet
            .draft
            .element(element, pat::PATENT_DOCUMENT_IDENTIFICATION);
        let office = sheet.office;
        let is_grant = name == pat::NOT_PRINTED_PATENT_GRANT || name == pat::PATENT_INVALIDATION;
        let is_printed = milestone.code.contains("-printed-") && !milestone.code.contains("not-");
        if is_grant {
            document::grant(sheet, holder, id);
        } else if is_printed || milestone.code == "printed-as-amended" || !id.kind.is_empty() {
            document::publication(sheet, holder, id, office);
        } else {
            let name = pat::APPLICATION_IDENTIFICATION;
            document::application(sheet, holder, name, id, office);
        }
        let mut comment = milestone.texts.join(" ");
        for part in [&milestone.gazette, &milestone.kind, &milestone.date.raw] {
            comment.push(' ');
            comment.push_str(part);
        }
        return sheet.leaf(element, com::COMMENT_TEXT, comment.trim().to_owned());
    }
    let is_gazette = !milestone.gazette.is_empty() || milestone.code == "gazette-reference";
    if is_gazette && milestone.date.iso().is_some() {
        let bag = notes::availability(sheet, node);
        let element = sheet.draft.element(bag, pat::GAZETTE_REFERENCE);
        sheet.id(element, &milestone.id);
        sheet
            .draft
            .leaf(element, pat::GAZETTE_NUMBER, milestone.gazette.as_str());
        date::leaf(sheet, element, com::PUBLICATION_DATE, &milestone.date);
        let mut said = milestone.attributes.iter();
        if let Some(country) = said.find(|said| said.name == "country") {
            sheet.leaf(element, com::IP_OFFICE_CODE, country.value.as_str());
        }
        let rest = Milestone {
            date: model::Date::default(),
            gazette: model::Str::default(),
            ..milestone.clone()
        };
        let code = match milestone.code.as_str() {
            "gazette-reference" => "",
            code => code,
        };
        let text = format!("{code} {}", milestone_line(&rest));
        return sheet.leaf(element, pat::GAZETTE_REFERENCE_TEXT, text.trim().to_owned());
    }
    sheet.note(milestone.code.as_str(), milestone_line(milestone));
}

/// Adds events that have a place with parts of its own; says whether this was one.
fn is_placed<'r>(sheet: &mut Sheet<'r>, node: NodeId, milestone: &'r Milestone) -> bool {
    let is_plain = milestone.gazette.is_empty()
        && milestone.document.is_none()
        && milestone.kind.is_empty()
        && milestone.texts.is_empty()
        && milestone.date.iso().is_some();
    match (milestone.code.as_str(), milestone.countries.as_slice()) {
        ("date-of-earliest-priority", []) if is_plain => {
            let element = sheet
                .draft
                .element(node, pat::EARLIEST_PRIORITY_APPLICATION);
            date::leaf(sheet, element, pat::FILING_DATE, &milestone.date);
        }
        ("request-for-conversion-to-national-application", [country]) if is_plain => {
            let bag = match sheet.draft.child(node, pat::RIGHTS_EFFECTIVE_DATE_BAG) {
                Some(bag) => bag,
                None => sheet.draft.element(node, pat::RIGHTS_EFFECTIVE_DATE_BAG),
            };
            let name = pat::NATIONAL_APPLICATION_CONVERSION_REQUEST;
            let element = sheet.draft.element(bag, name);
            let day = pat::NATIONAL_APPLICATION_CONVERSION_REQUEST_DATE;
            date::leaf(sheet, element, day, &milestone.date);
            sheet.leaf(element, com::IP_OFFICE_CODE, country.as_str());
        }
        ("printed-with-grant", []) if milestone.date.is_empty() => {
            let Some(id) = &milestone.document else {
                return false;
            };
            let is_taken = sheet
                .draft
                .child(node, pat::PATENT_GRANT_IDENTIFICATION)
                .is_some();
            if is_taken || !milestone.gazette.is_empty() || !milestone.texts.is_empty() {
                return false;
            }
            document::grant(sheet, node, id);
        }
        _ => return false,
    }
    true
}

/// Dates that ST.96 has an element for, by their codes in ST.36 and in EP documents.
///
/// Clause: ST.96 V6_0 pat:RightsEffectiveDateBag
fn event_place(code: &str) -> Option<(Option<Name>, Name)> {
    let bag = Some(pat::RIGHTS_EFFECTIVE_DATE_BAG);
    Some(match code {
        "B241" | "request-for-examination" => (bag, com::EXAMINATION_REQUEST_DATE),
        "B242" | "first-examination-report-despatched" => {
            (bag, pat::FIRST_DESPATCHED_EXAMINATION_REPORT_DATE)
        }
        "B243" | "patent-maintained-as-amended" => (bag, pat::PATENT_MAINTAINED_AS_AMENDED_DATE),
        "B245" | "proceedings-suspended" => (bag, pat::PROCEEDINGS_SUSPENSION_DATE),
        "B246" | "proceedings-resumed" => (bag, pat::PROCEEDINGS_RESUMPTION_DATE),
        "proceedings-interrupted" => (bag, pat::PROCEEDINGS_INTERRUPTION_DATE),
        "date-entering-into-force" => (bag, pat::ENTERED_INTO_FORCE_DATE),
        "date-of-revocation" => (None, pat::PATENT_REVOCATION_DATE),
        "date-exhibition-filed" => (None, pat::EXHIBITION_FILING_DATE),
        "date-complete-specification-filed" => (None, pat::COMPLETE_SPECIFICATION_FILING_DATE),
        "date-pct-article-22-39-fulfilled" => (None, pat::PCT_NATIONAL_PHASE_ENTRY_DATE),
        "date-rights-reestablished" => (None, pat::RIGHTS_REESTABLISHED_DATE),
        "date-application-withdrawn-by-applicant" => (None, pat::APPLICATION_WITHDRAWN_DATE),
        "date-application-deemed-withdrawn" => (None, pat::APPLICATION_DEEMED_WITHDRAWN_DATE),
        "date-application-partially-withdrawn" => (None, pat::APPLICATION_PARTIALLY_WITHDRAWN_DATE),
        "notification-of-rights-after-appeal" => (bag, pat::AFTER_APPEAL_RIGHTS_NOTIFICATION_DATE),
        _ => return None,
    })
}

/// Announcements of a document before grant, by their names in ST.36.
///
/// Clause: ST.96 V6_0 pat:PublicAvailabilityDataBag
fn availability_place(milestone: &Milestone) -> Option<(Name, &DocumentId)> {
    let id = milestone.document.as_ref()?;
    let name = match milestone.code.as_str() {
        "unexamined-not-printed-without-grant" => {
            pat::UNEXAMINED_NO_GRANT_NOT_PRINTED_PATENT_DOCUMENT
        }
        "examined-not-printed-without-grant" => pat::EXAMINED_NO_GRANT_NOT_PRINTED_PATENT_DOCUMENT,
        "unexamined-printed-without-grant" => pat::UNEXAMINED_NO_GRANT_PRINTED_PATENT_DOCUMENT,
        "examined-printed-without-grant" => pat::EXAMINED_NO_GRANT_PRINTED_PATENT_DOCUMENT,
        "claims-only-available" => pat::ONLY_AVAILABLE_CLAIMS,
        "printed-as-amended" => pat::PRINTED_AS_AMENDED_DOCUMENT,
        "not-printed-with-grant" => pat::NOT_PRINTED_PATENT_GRANT,
        "invalidation-of-patent" => pat::PATENT_INVALIDATION,
        _ => return None,
    };
    Some((name, id))
}

/// A dated event in one line, for free text.
pub(super) fn milestone_line(milestone: &Milestone) -> String {
    let mut out: Vec<String> = milestone
        .countries
        .iter()
        .map(ToString::to_string)
        .collect();
    out.push(milestone.date.raw.to_string());
    out.push(milestone.gazette.to_string());
    out.push(milestone.kind.to_string());
    out.extend(milestone.document.iter().map(document::line));
    out.extend(milestone.texts.iter().map(ToString::to_string));
    out.retain(|part| !part.is_empty());
    out.join(" ")
}
