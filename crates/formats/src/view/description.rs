//! Publication, application, priorities, titles, term: what identifies a document.

use super::document::{as_written, date_text, publication};
use super::row::Row;
use super::statement::{statement, statements};
use model::{
    Application, DocumentId, FigureSummary, HagueData, Patent, Plant, Priority, Publication, Term,
    TermDisclaimer, TermLapse, Title,
};

/// The rows which say what document this is.
pub(super) fn rows(patent: &Patent) -> Vec<Row<'_>> {
    let all = Row::default()
        .rows(patent.titles.iter().map(title))
        .row(Row::new("19", "Office").text(patent.office.as_str()))
        .rows(publications(&patent.publication, patent))
        .rows(application(&patent.application))
        .row(Row::new("26", "Language of publication").text(patent.publication_language.as_str()))
        .row(Row::new("", "Language of the document").text(patent.language.as_str()))
        .rows(patent.priorities.iter().enumerate().map(priority))
        .rows(
            patent.incorporated_by_reference.then(|| {
                Row::new("", "Elements incorporated by reference to a priority").text("yes")
            }),
        )
        .rows(patent.term.as_ref().map(term))
        .rows(patent.plant.as_ref().map(plant))
        .row(Row::new("", "Number of claims").text(patent.claim_count.as_str()))
        .row(Row::new("", "Exemplary claims").texts(&patent.exemplary_claims))
        .rows(patent.figures.as_ref().map(figures))
        .rows(patent.hague.as_ref().map(hague));
    all.rows
}

fn title(title: &Title) -> Row<'_> {
    let Title {
        id,
        language,
        format,
        attributes,
        content,
    } = title;
    Row::new("54", "Title")
        .anchor(id)
        .language(language)
        .inlines(content)
        .note("language", language.as_str())
        .note("format", format.as_str())
        .attributes(attributes)
}

fn publications<'a>(publication_: &'a Publication, patent: &'a Patent) -> Vec<Row<'a>> {
    let Publication {
        id,
        documents,
        designations,
        statements: facts,
        attributes,
    } = publication_;
    let mut out = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            out.push(publication("11", "Number in another format", document));
            continue;
        }
        out.push(publication_of(document).anchor(id).attributes(attributes));
        let date = Row::new(date_code(document, patent), "Date of publication");
        out.push(date.date(&document.date));
    }
    out.extend(designations.iter().map(|designation| {
        let mut row = statement(designation);
        row.code = "12".into();
        row
    }));
    out.extend(statements(facts));
    out.retain(|row| !row.is_empty());
    out
}

/// The office's own number of the publication; its date has a row of its own.
fn publication_of(document: &DocumentId) -> Row<'_> {
    let mut row = publication("11", "Publication", document);
    row.notes.retain(|note| note.label != "date");
    row.row(Row::new("13", "Kind code").text(document.kind.as_str()))
}

/// INID 43 for the publication of an application, 45 for that of a grant.
fn date_code(document: &DocumentId, patent: &Patent) -> &'static str {
    match document.kind.chars().next() {
        Some('A') if patent.origin.root != "us-patent-grant" => "43",
        Some('A' | 'B' | 'C' | 'E' | 'P' | 'S') => "45",
        _ => "40",
    }
}

fn application(application: &Application) -> Vec<Row<'_>> {
    let Application {
        id,
        documents,
        kind,
        series,
        reference,
        filing_language,
        languages,
        attributes,
        statements: facts,
    } = application;
    let mut all = Row::default();
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            all = all.row(as_written("21", "Application in another format", document));
            continue;
        }
        let mut row = as_written("21", "Application", document).anchor(id);
        row.notes.retain(|note| note.label != "date");
        all = all
            .row(row)
            .row(Row::new("22", "Date of filing").date(&document.date));
    }
    all.row(Row::new("", "Kind of application").text(kind.as_str()))
        .row(Row::new("", "Series code").text(series.as_str()))
        .row(Row::new("", "Applicant's reference").text(reference.as_str()))
        .row(Row::new("25", "Language of filing").text(filing_language.as_str()))
        .row(Row::new("", "Languages of the procedure").attributes(languages))
        .row(Row::new("", "Facts of the application").attributes(attributes))
        .rows(statements(facts))
        .rows
}

fn priority((index, priority): (usize, &Priority)) -> Row<'_> {
    let Priority {
        id,
        sequence,
        kind,
        documents,
        offices,
        attributes,
        statements: facts,
    } = priority;
    let mut row = Row::new("30", format!("Priority {}", index + 1)).anchor(id);
    for document in documents {
        let DocumentId {
            office,
            number,
            kind: document_kind,
            date,
            ..
        } = document;
        let mut number_row = Row::new("31", "Number").text(number.as_str());
        number_row = super::document::facts(number_row, document);
        number_row.notes.retain(|note| note.label != "date");
        row = row
            .row(number_row.note("kind", document_kind.as_str()))
            .row(Row::new("32", "Date").date(date))
            .row(Row::new("33", "Office").text(office.as_str()));
    }
    row.row(Row::new("34", "Filed with").texts(offices))
        .note("sequence", sequence.as_str())
        .note("kind", kind.as_str())
        .attributes(attributes)
        .rows(statements(facts))
}

fn term(term: &Term) -> Row<'_> {
    let Term {
        lengths,
        extensions,
        disclaimers,
        lapses,
        texts,
        statements: facts,
    } = term;
    Row::new("", "Term of the grant")
        .row(Row::new("", "Length in years").texts(lengths))
        .row(Row::new("", "Extension in days").texts(extensions))
        .rows(disclaimers.iter().map(|TermDisclaimer { date, text }| {
            let row = Row::new("", "Terminal disclaimer").text(text.as_str());
            if date.is_empty() {
                row
            } else {
                row.note("date", date_text(date))
            }
        }))
        .rows(lapses.iter().map(|TermLapse { document, text }| {
            as_written("", "Lapse", document).text(text.as_str())
        }))
        .row(Row::new("", "Statutory text").texts(texts))
        .rows(statements(facts))
}

fn plant(plant: &Plant) -> Row<'_> {
    let Plant { latin, variety } = plant;
    Row::new("", "Plant")
        .row(Row::new("", "Botanical name").inlines(latin))
        .row(Row::new("", "Variety").inlines(variety))
}

fn figures(figures: &FigureSummary) -> Row<'_> {
    let FigureSummary {
        sheets,
        figures,
        to_publish,
    } = figures;
    Row::new("", "Drawings in numbers")
        .row(Row::new("", "Sheets").text(sheets.as_str()))
        .row(Row::new("", "Figures").text(figures.as_str()))
        .row(Row::new("", "Figure for the front page").texts(to_publish))
}

fn hague(hague: &HagueData) -> Row<'_> {
    let HagueData {
        filed,
        published,
        number,
        registered,
    } = hague;
    Row::new("", "International registration of the design")
        .row(Row::new("11", "Number").text(number.as_str()))
        .row(Row::new("15", "Date of registration").date(registered))
        .row(Row::new("22", "Date of filing").date(filed))
        .row(Row::new("45", "Date of publication").date(published))
}
