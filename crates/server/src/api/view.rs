//! The shapes of JSON on the wire.

use crate::problem::Problem;
use crate::web::address;
use office::register::Entry;
use serde::Serialize;

#[derive(Serialize)]
struct List<'a> {
    q: &'a str,
    offset: u64,
    limit: u64,
    /// How many documents the query finds in all.
    count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    right: &'a str,
    office: &'a str,
    number: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    act: u64,
    versions: u32,
    findings: u32,
    url: String,
    page: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Said<'a> {
    code: &'a str,
    message: &'a str,
    details: Vec<String>,
    target: &'a str,
    more_info: &'a str,
}

/// Where problems are explained.
const MORE: &str = "/api#problems";

impl<'a> Item<'a> {
    fn of(entry: &'a Entry) -> Self {
        let label = &entry.label;
        Self {
            id: &label.key,
            right: &label.right,
            office: &label.office,
            number: &label.number,
            kind: &label.kind,
            published: label.published.as_deref(),
            title: &label.title,
            language: &label.language,
            act: entry.act,
            versions: entry.versions,
            findings: entry.finding_count,
            url: address::publication(&label.key),
            page: address::document(&label.key),
        }
    }
}

/// A list as JSON, and its links as the field `Link` has them.
pub(super) fn list(
    entries: &[Entry],
    q: &str,
    (offset, limit, count): (u64, u64, u64),
) -> (Vec<u8>, String) {
    let at = |offset: u64| {
        let query = address::encode(q);
        format!("/api/v1/patents/publications?q={query}&limit={limit}&offset={offset}")
    };
    let previous = (offset > 0).then(|| at(offset.min(count).saturating_sub(limit)));
    let next = (offset + limit < count).then(|| at(offset + limit));
    let mut links = Vec::new();
    for (address, relation) in [(&previous, "prev"), (&next, "next")] {
        if let Some(address) = address {
            links.push(format!("<{address}>; rel=\"{relation}\""));
        }
    }
    let list = List {
        q,
        offset,
        limit,
        count,
        previous,
        next,
        items: entries.iter().map(Item::of).collect(),
    };
    let body = serde_json::to_vec(&list).expect("a list holds only texts and numbers");
    (body, links.join(", "))
}

/// A problem as JSON; it is about `path` when it does not say what else it is about.
pub(crate) fn problem(problem: &Problem, path: &str) -> String {
    let near = problem
        .near
        .iter()
        .map(|entry| format!("Is {} meant?", entry.label.key));
    let said = Said {
        code: problem.code,
        message: &problem.message,
        details: problem.details.iter().cloned().chain(near).collect(),
        target: problem.target.as_deref().unwrap_or(path),
        more_info: MORE,
    };
    serde_json::to_string(&said).expect("a problem holds only texts")
}
