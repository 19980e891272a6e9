//! Relations to other documents, other levels of filing, states, dates, family.

use super::document::{as_written, publication};
use super::inid;
use super::row::Row;
use super::statement::statements;
use model::{
    Designation, DocumentId, Family, FamilyMember, Gazette, Milestone, Patent, RegionalData,
    Relation,
};

/// Related documents, other levels, designated states and the family.
pub(super) fn rows(patent: &Patent) -> Vec<Row<'_>> {
    let mut out: Vec<Row<'_>> = patent.relations.iter().map(relation).collect();
    let level = |code: &'static str| move |data| regional(code, data);
    out.extend(patent.filings.iter().map(level("86")));
    out.extend(patent.publications.iter().map(level("87")));
    out.extend(patent.designations.iter().map(designation));
    out.extend(patent.family.as_ref().map(family));
    out
}

fn relation(relation: &Relation) -> Row<'_> {
    let Relation {
        kind,
        id,
        parents,
        status,
        parent_grants,
        parent_international,
        children,
        documents,
        text,
        gazette: gazette_,
        attributes,
        statements: facts,
    } = relation;
    let each = |label: &'static str, ids| documents_of(label, ids);
    Row::new(relation_code(kind), inid::label(kind))
        .named(inid::name(kind))
        .anchor(id)
        .inlines(text)
        .note("status", status.as_str())
        .attributes(attributes)
        .rows(each("Document", documents))
        .rows(each("Parent", parents))
        .rows(each("Grant of the parent", parent_grants))
        .rows(each(
            "International application of the parent",
            parent_international,
        ))
        .rows(each("Child", children))
        .rows(gazette_.as_ref().map(gazette))
        .rows(statements(facts))
}

fn documents_of<'a>(label: &'static str, ids: &'a [DocumentId]) -> Vec<Row<'a>> {
    ids.iter().map(|id| as_written("", label, id)).collect()
}

fn relation_code(kind: &str) -> &str {
    match kind {
        "addition" => "61",
        "division" | "us-divisional-reissue" => "62",
        "continuation" | "continuation-in-part" | "continuing-reissue" => "63",
        "reissue" | "us-reexamination-reissue-merger" => "64",
        "related-publication" => "65",
        "previously-filed-app" | "previously-filed-application" => "27",
        "substitution" => "66",
        "utility-model-basis" => "67",
        "us-provisional-application" => "60",
        _ => inid::of_code(kind),
    }
}

fn regional<'a>(code: &'static str, data: &'a RegionalData) -> Row<'a> {
    let RegionalData {
        code: name,
        documents,
        gazette: gazette_,
        language,
        dates,
        attributes,
        statements: facts,
    } = data;
    Row::new(code, inid::label(name))
        .named(inid::name(name))
        .note("language", language.as_str())
        .attributes(attributes)
        .rows(documents_of("Document", documents))
        .rows(gazette_.as_ref().map(gazette))
        .rows(dates.iter().map(milestone))
        .rows(statements(facts))
}

fn gazette(gazette: &Gazette) -> Row<'_> {
    let Gazette {
        number,
        date,
        text,
        attributes,
    } = gazette;
    Row::new("", "Gazette")
        .text(number.as_str())
        .date(date)
        .text(text.as_str())
        .attributes(attributes)
}

fn designation(designation: &Designation) -> Row<'_> {
    let Designation {
        code,
        id,
        region,
        countries,
        dated,
        statements: facts,
    } = designation;
    let inid = match inid::of_code(code) {
        "" if matches!(code.as_str(), "national" | "regional") => "81",
        "" if !code.starts_with('B') => "84",
        other => other,
    };
    Row::new(inid, inid::label(code))
        .named(inid::name(code))
        .anchor(id)
        .texts(countries)
        .note("region", region.as_str())
        .rows(dated.iter().map(milestone))
        .rows(statements(facts))
}

/// A dated event of the procedure.
pub(super) fn milestone(milestone: &Milestone) -> Row<'_> {
    let Milestone {
        code,
        id,
        date,
        gazette,
        document,
        countries,
        kind,
        texts,
        attributes,
    } = milestone;
    Row::new(inid::of_code(code), inid::label(code))
        .named(inid::name(code))
        .anchor(id)
        .date(date)
        .texts(countries)
        .texts(texts)
        .note("gazette", gazette.as_str())
        .note("kind", kind.as_str())
        .attributes(attributes)
        .rows(document.as_ref().map(|id| as_written("", "Document", id)))
}

fn family(family: &Family) -> Row<'_> {
    let Family {
        id,
        priority,
        members,
        member_groups,
        texts,
        attributes,
    } = family;
    Row::new("", "Family")
        .anchor(id)
        .texts(texts)
        .attributes(attributes)
        .rows(priority.iter().map(|id| as_written("30", "Priority", id)))
        .rows(members.iter().map(|id| publication("", "Member", id)))
        .rows(member_groups.iter().map(family_member))
}

fn family_member(member: &FamilyMember) -> Row<'_> {
    let FamilyMember {
        applications,
        publications,
        attributes,
    } = member;
    Row::new("", "Member")
        .attributes(attributes)
        .rows(
            applications
                .iter()
                .map(|id| as_written("", "Application", id)),
        )
        .rows(
            publications
                .iter()
                .map(|id| publication("", "Publication", id)),
        )
}
