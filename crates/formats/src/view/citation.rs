//! Citations, searches and deposits as rows.
//!
//! Clause: ST.14

use super::classification::classification;
use super::document::{as_written, publication};
use super::party::{address, dated};
use super::row::Row;
use super::statement::{statement, statements};
use model::{Citation, Deposit, NonPatent, Passage, Patent, Search};

/// The citations, the search from which they come, and deposits.
pub(super) fn rows(patent: &Patent) -> Vec<Row<'_>> {
    let mut out: Vec<Row<'_>> = patent.citations.iter().enumerate().map(cited).collect();
    out.extend(patent.search.as_ref().map(search));
    out.extend(patent.deposits.iter().map(deposit));
    out
}

fn cited((index, one): (usize, &Citation)) -> Row<'_> {
    let mut row = citation(one);
    row.code = "56".into();
    row.label = format!("Citation {}", index + 1).into();
    row
}

/// A citation: what is cited, where, by whom, why.
pub(crate) fn citation(citation_: &Citation) -> Row<'_> {
    let Citation {
        id,
        number,
        sequence,
        phase,
        cited_by,
        cited_id,
        documents,
        literature,
        text,
        passages,
        categories,
        claims,
        classifications,
        corresponding,
        attributes,
        statements: facts,
    } = citation_;
    let (id, other) = if id.is_empty() {
        (cited_id, id)
    } else {
        (id, cited_id)
    };
    let mut row = Row::new("", "Citation")
        .anchor(id)
        .note("identifier", other.as_str())
        .inlines(text);
    if let [first, rest @ ..] = documents.as_slice() {
        let first = publication("", "", first);
        row.values.extend(first.values);
        row.notes.extend(first.notes);
        row = row.rows(
            rest.iter()
                .map(|id| publication("", "Number in another format", id)),
        );
    }
    if let Some(one) = literature {
        row = self::literature(row, one);
    }
    row = row
        .note("number", number.as_str())
        .note("sequence", sequence.as_str())
        .note("phase", phase.as_str())
        .note("cited by", cited_by.as_str())
        .attributes(attributes);
    row.row(Row::new("", "Category").texts(categories))
        .row(Row::new("", "For claims").texts(claims))
        .rows(passages.iter().map(passage))
        .rows(classifications.iter().map(classification))
        .rows(corresponding.iter().map(|other| {
            let mut row = citation(other);
            row.label = "Corresponding document".into();
            row
        }))
        .rows(statements(facts))
}

fn literature<'a>(row: Row<'a>, literature: &'a NonPatent) -> Row<'a> {
    let NonPatent {
        kind,
        id,
        language,
        content,
        parts,
        attributes,
    } = literature;
    row.inlines(content)
        .note("kind", kind.as_str())
        .note("id", id.as_str())
        .note("language", language.as_str())
        .attributes(attributes)
        .rows(parts.iter().map(statement))
}

fn passage(passage: &Passage) -> Row<'_> {
    let Passage {
        texts,
        categories,
        claims,
        parts,
    } = passage;
    let label = if texts.is_empty() && parts.is_empty() {
        "Relevance"
    } else {
        "Passage"
    };
    Row::new("", label)
        .texts(texts)
        .row(Row::new("", "Category").texts(categories))
        .row(Row::new("", "For claims").texts(claims))
        .rows(statements(parts))
}

fn search(search: &Search) -> Row<'_> {
    let Search {
        completed,
        mailed,
        place,
        publications,
        texts,
        statements: facts,
    } = search;
    Row::new("", "Search")
        .row(Row::new("", "Completed").date(completed))
        .row(Row::new("", "Report mailed").date(mailed))
        .row(Row::new("", "Place").text(place.as_str()))
        .rows(
            publications
                .iter()
                .map(|id| as_written("88", "Report published", id)),
        )
        .row(Row::new("", "In words").texts(texts))
        .rows(statements(facts))
}

/// A deposit of biological material.
pub(crate) fn deposit(deposit: &Deposit) -> Row<'_> {
    let Deposit {
        id,
        number,
        depositary,
        address: address_,
        accession,
        date,
        term,
        text,
        attributes,
    } = deposit;
    let row = Row::new("83", "Deposit of biological material")
        .anchor(id)
        .text(depositary.as_str())
        .text(accession.as_str())
        .text(text.as_str())
        .note("number", number.as_str())
        .note("term", term.as_str())
        .attributes(attributes);
    dated(row, date).rows(address_.as_ref().and_then(address))
}
