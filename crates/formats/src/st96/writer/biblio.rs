//! Bibliographic data.
//!
//! Clause: ST.96 V6_0 pat:BibliographicData

use super::classification::{self, statement_line};
use super::sheet::Sheet;
use super::{choice, citation, date, document, inline, media, notes, party, relation};
use crate::st96::draft::NodeId;
use crate::st96::schema::{Name, attr, com, pat};
use model::{Designation, DocumentId, Milestone, Patent, Priority, Term};

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
    } else {
        document::publication_of_root(sheet, node, patent);
    }
    for id in others {
        sheet.note(
            "publication-reference",
            format!("{} {}", id.format, document::line(id)),
        );
    }
    for statement in &publication.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
    sheet.spares("publication-reference", &publication.attributes);
    let designation: Vec<String> = publication
        .designations
        .iter()
        .map(statement_line)
        .collect();
    if !designation.is_empty() {
        sheet.leaf(
            node,
            pat::PLAIN_LANGUAGE_DESIGNATION_TEXT,
            designation.join("; "),
        );
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
        sheet.note(
            "application-reference",
            format!("{} {}", id.format, document::line(id)),
        );
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
        document::application_number(sheet, element, id);
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
        sheet.note(
            "priority-claim",
            format!("{} {}", id.format, document::line(id)),
        );
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
        let line = document::line(&lapse.document);
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
    if !figures.sheets.is_empty() || !figures.figures.is_empty() {
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
    }
    for figure in &figures.to_publish {
        sheet.note("figure-to-publish", figure.as_str());
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
    designations(sheet, node, patent);
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
            sheet.note("search-report-publication", document::line(id));
        }
        for statement in &search.statements {
            sheet.note(statement.code.as_str(), statement_line(statement));
        }
    }
    for statement in &patent.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
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

/// Designated states: those of the EPC in the place for them, all others as notes.
///
/// Clause: ST.96 V6_0 pat:StateDesignation
fn designations<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    let mut holder = None;
    for designation in &patent.designations {
        let region = match designation.code.as_str() {
            "B840" => "EP",
            _ => designation.region.as_str(),
        };
        let national = region.is_empty()
            && !designation.countries.is_empty()
            && matches!(designation.code.as_str(), "national" | "B810");
        let regional = matches!(region, "EP" | "BX" | "EM") && !designation.countries.is_empty();
        if regional || national {
            let element =
                *holder.get_or_insert_with(|| sheet.draft.element(node, pat::STATE_DESIGNATION));
            states(sheet, element, region, designation);
        } else {
            let line = designation.countries.join(" ");
            if !line.is_empty() || !designation.region.is_empty() {
                sheet.note(
                    designation.code.as_str(),
                    format!("{} {line}", designation.region),
                );
            }
        }
        for state in &designation.dated {
            sheet.note(designation.code.as_str(), milestone_line(state));
        }
        for statement in &designation.statements {
            sheet.note(statement.code.as_str(), statement_line(statement));
        }
    }
}

fn states<'r>(sheet: &mut Sheet<'r>, node: NodeId, region: &'r str, designation: &'r Designation) {
    let name = if region.is_empty() {
        pat::NATIONAL_DESIGNATION
    } else {
        pat::REGIONAL_DESIGNATION
    };
    let element = sheet.draft.element(node, name);
    sheet.leaf(element, pat::REGIONAL_OFFICE_CODE, region);
    for country in &designation.countries {
        sheet
            .draft
            .leaf(element, com::DESIGNATED_COUNTRY_CODE, country.as_str());
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
    if let Some((name, id)) = availability_place(milestone) {
        let bag = notes::availability(sheet, node);
        let element = sheet.draft.element(bag, name);
        let holder = sheet
            .draft
            .element(element, pat::PATENT_DOCUMENT_IDENTIFICATION);
        let office = sheet.office;
        document::publication(sheet, holder, id, office);
        let mut comment = milestone.texts.join(" ");
        for part in [&milestone.gazette, &milestone.kind, &milestone.date.raw] {
            comment.push(' ');
            comment.push_str(part);
        }
        return sheet.leaf(element, com::COMMENT_TEXT, comment.trim().to_owned());
    }
    if !milestone.gazette.is_empty() && milestone.date.iso().is_some() {
        let bag = notes::availability(sheet, node);
        let element = sheet.draft.element(bag, pat::GAZETTE_REFERENCE);
        sheet
            .draft
            .leaf(element, pat::GAZETTE_NUMBER, milestone.gazette.as_str());
        date::leaf(sheet, element, com::PUBLICATION_DATE, &milestone.date);
        let rest = Milestone {
            date: model::Date::default(),
            gazette: model::Str::default(),
            ..milestone.clone()
        };
        let text = format!("{} {}", milestone.code, milestone_line(&rest));
        return sheet.leaf(element, pat::GAZETTE_REFERENCE_TEXT, text.trim().to_owned());
    }
    sheet.note(milestone.code.as_str(), milestone_line(milestone));
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
