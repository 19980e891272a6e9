//! Dates of the procedure, designated states, the term of the grant, and legal events.
//!
//! Clause: ST.36 dates-rights-effective

use super::element::{Child, Element};
use super::sheet::{Sheet, said};
use super::{date, document, party, statement};
use model::{Designation, EventDateRole, LegalEvent, Milestone, Patent, Statement, Term};
use std::borrow::Cow;

/// Adds the dates of the procedure in their places.
pub(super) fn milestones<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let mut available = Element::new("dates-of-public-availability");
    let mut effective = Element::new("dates-rights-effective");
    for one in &patent.milestones {
        let is_gazette = !one.gazette.is_empty() && !one.date.is_empty();
        let (name, place) = match one.code.as_str() {
            "B241" => ("request-for-examination", &mut effective),
            "B242" => ("first-examination-report-despatched", &mut effective),
            "B243" => ("patent-maintained-as-amended", &mut effective),
            "B245" => ("proceedings-suspended", &mut effective),
            "B246" => ("proceedings-resumed", &mut effective),
            "B248" => ("notification-of-rights-after-appeal", &mut effective),
            "B236" => ("date-application-deemed-withdrawn", &mut *biblio),
            code if AVAILABLE.contains(&code) => (code, &mut available),
            code if EFFECTIVE.contains(&code) => (code, &mut effective),
            code if ALONE.contains(&code) => (code, &mut *biblio),
            code if is_gazette => {
                available.add(announced(code, one));
                continue;
            }
            code => {
                sheet.note(code, line(one));
                continue;
            }
        };
        if !one.kind.is_empty() {
            sheet.note(format!("kind code of {name}"), one.kind.as_str());
        }
        place.add(milestone(name, one));
    }
    biblio.put(available);
    biblio.put(effective);
}

/// An event under the name of its element.
pub(super) fn milestone<'r>(name: &'r str, one: &'r Milestone) -> Element<'r> {
    let mut element = Element::new(name).with("id", one.id.as_str());
    element.others(&one.attributes);
    if let Some(id) = &one.document {
        element.put(document::id(id));
    }
    element.leaf("gazette-num", one.gazette.as_str());
    date::leaf(&mut element, &one.date);
    for country in &one.countries {
        element.leaf("country", country.as_str());
    }
    for text in &one.texts {
        element.leaf("text", text.as_str());
    }
    element
}

/// An event that a gazette announced, under its own name in the words.
fn announced<'r>(code: &'r str, one: &'r Milestone) -> Element<'r> {
    let mut element = Element::new("gazette-reference").with("id", one.id.as_str());
    element.others(&one.attributes);
    element.leaf("gazette-num", one.gazette.as_str());
    date::leaf(&mut element, &one.date);
    let rest = Milestone {
        gazette: model::Str::default(),
        date: model::Date::default(),
        ..one.clone()
    };
    element.leaf("text", format!("{code} {}", line(&rest)).trim().to_owned());
    element
}

/// An event in one line.
pub(super) fn line(one: &Milestone) -> String {
    let mut out: Vec<String> = one.countries.iter().map(ToString::to_string).collect();
    out.push(one.date.raw.to_string());
    out.push(one.gazette.to_string());
    out.push(one.kind.to_string());
    out.extend(one.document.iter().map(party::id_line));
    out.extend(one.texts.iter().map(ToString::to_string));
    out.extend(
        one.attributes
            .iter()
            .map(|said| format!("{} {}", said.name, said.value)),
    );
    out.retain(|part| !part.is_empty());
    out.join(" ")
}

/// Announcements.
const AVAILABLE: &[&str] = &[
    "gazette-reference",
    "unexamined-not-printed-without-grant",
    "examined-not-printed-without-grant",
    "unexamined-printed-without-grant",
    "examined-printed-without-grant",
    "printed-with-grant",
    "claims-only-available",
    "not-printed-with-grant",
    "invalidation-of-patent",
    "printed-as-amended",
    "abstract-only-available",
    "supplemental-srep-reference",
    "modified-first-page-pub",
    "modified-complete-spec-pub",
    "unexamined-with-claims-only-available",
];

/// Dates from which rights run.
const EFFECTIVE: &[&str] = &[
    "request-for-examination",
    "first-examination-report-despatched",
    "patent-maintained-as-amended",
    "request-for-conversion-to-national-application",
    "proceedings-suspended",
    "proceedings-interrupted",
    "proceedings-resumed",
    "notification-of-rights-after-appeal",
    "date-entering-into-force",
];

/// Events that stand alone in the bibliographic data.
const ALONE: &[&str] = &[
    "date-of-earliest-priority",
    "date-complete-specification-filed",
    "date-exhibition-filed",
    "date-pct-article-22-39-fulfilled",
    "date-rights-reestablished",
    "date-application-refused",
    "date-application-withdrawn-by-applicant",
    "date-application-deemed-withdrawn",
    "date-application-partially-withdrawn",
    "date-of-revocation",
    "date-patent-revoked",
];

/// Adds the designated states.
///
/// Clause: ST.36 designation-of-states
pub(super) fn designations<'r>(
    sheet: &mut Sheet<'r>,
    biblio: &mut Element<'r>,
    patent: &'r Patent,
) {
    let mut element = Element::new("designation-of-states");
    let mut international = Element::new("designation-pct");
    let mut european = Element::new("designation-epc");
    for one in &patent.designations {
        let (name, place) = match one.code.as_str() {
            "regional" => ("regional", &mut international),
            "national" | "B810" => ("national", &mut international),
            "B820" => ("regional", &mut international),
            "contracting-states" | "B840" => ("contracting-states", &mut european),
            "extension-states" | "B844EP" => ("extension-states", &mut european),
            "validation-states" | "B848EP" => ("validation-states", &mut european),
            code => {
                other(sheet, &mut international, code, one);
                continue;
            }
        };
        let made = states(sheet, name, one);
        place.put(made);
    }
    element.put(international);
    element.put(european);
    biblio.put(element);
}

fn states<'r>(sheet: &mut Sheet<'r>, name: &'static str, one: &'r Designation) -> Element<'r> {
    let mut element = Element::new(name).with("id", one.id.as_str());
    let mut region = Element::new("region");
    region.leaf("country", one.region.as_str());
    element.put(region);
    for country in &one.countries {
        element.leaf("country", country.as_str());
    }
    for state in &one.dated {
        if let [country] = state.countries.as_slice() {
            element.leaf("country", country.as_str());
        }
        sheet.note(one.code.as_str(), line(state));
    }
    for fact in &one.statements {
        statement::known(sheet, &mut element, fact, name);
    }
    element
}

/// A list of states for which there is no place of its own.
fn other<'r>(sheet: &mut Sheet<'r>, place: &mut Element<'r>, code: &'r str, one: &'r Designation) {
    let mut words: Vec<&str> = vec![&one.region];
    words.extend(one.countries.iter().map(model::Str::as_str));
    words.retain(|word| !word.is_empty());
    if !words.is_empty() {
        sheet.note(code, words.join(" "));
    }
    for state in &one.dated {
        sheet.note(code, line(state));
    }
    for fact in &one.statements {
        statement::known(sheet, place, fact, "");
    }
}

/// The term of the grant.
///
/// Clause: ST.36 term-of-grant
pub(super) fn term<'r>(sheet: &mut Sheet<'r>, term: &'r Term) -> Element<'r> {
    let mut element = Element::new("term-of-grant");
    for text in &term.texts {
        element.leaf("text", text.as_str());
    }
    for one in &term.disclaimers {
        let mut holder = Element::new("disclaimer");
        date::leaf(&mut holder, &one.date);
        holder.leaf("text", one.text.as_str());
        element.add(holder);
    }
    for length in &term.lengths {
        element.leaf("length-of-grant", length.as_str());
    }
    for extension in &term.extensions {
        element.leaf("us-term-extension", extension.as_str());
    }
    for one in &term.lapses {
        let mut holder = Element::new("lapse-of-patent");
        let id = document::id(&one.document);
        if id.is_empty() {
            holder.text(one.text.as_str());
        } else {
            holder.add(id);
            holder.leaf("text", one.text.as_str());
        }
        element.add(holder);
    }
    for fact in &term.statements {
        statement::add(sheet, &mut element, fact);
    }
    element
}

/// The legal events, as collections of full text write them: the standard has none.
pub(super) fn events(patent: &Patent) -> Element<'_> {
    let mut element = Element::new("legal-status");
    if patent.events.is_empty() {
        return element;
    }
    for fact in patent
        .statements
        .iter()
        .filter(|fact| is_of_events(fact, patent))
    {
        element.others(&fact.attributes);
    }
    for event in &patent.events {
        element.add(self::event(event));
    }
    element
}

/// Whether a fact is about the list of events.
pub(super) fn is_of_events(fact: &Statement, patent: &Patent) -> bool {
    fact.code == "legal-status" && fact.parts.is_empty() && !patent.events.is_empty()
}

fn event(event: &LegalEvent) -> Element<'_> {
    let mut element = Element::new("legal-event")
        .with("country", event.office.as_str())
        .with("code", event.code.as_str());
    let dates = event.dates.iter();
    let own = dates
        .clone()
        .position(|one| one.role == EventDateRole::Event);
    if let Some(own) = own.and_then(|own| dates.clone().nth(own)) {
        element.set("date", own.date.raw.as_str());
    }
    element.set("id", event.id.as_str());
    element.others(&event.attributes);
    let mut body = Element::new("legal-event-body");
    body.leaf("event-title", event.description.as_str());
    let mut list = Element::new("event-attributes");
    for (at, one) in dates.enumerate() {
        if Some(at) != own {
            let name = if one.code.is_empty() {
                one.role.as_str()
            } else {
                one.code.as_str()
            };
            list.add(labelled(name, one.date.raw.as_str()));
        }
    }
    list.children.extend(further(event).map(Child::Element));
    for fact in &event.statements {
        let words = statement::line(fact);
        if !words.is_empty() || !fact.code.is_empty() {
            list.add(labelled(fact.code.as_str(), words));
        }
    }
    body.put(list);
    element.put(body);
    element
}

/// What an event has besides its dates and facts.
fn further(event: &LegalEvent) -> impl Iterator<Item = Element<'_>> {
    let plain = [
        ("list", event.list.to_string()),
        ("language", event.language.to_string()),
        (
            "gazette",
            event.gazette.as_ref().map_or_else(String::new, said),
        ),
        ("countries", event.countries.join(" ")),
        (
            "standard",
            event.standard.as_ref().map_or_else(String::new, said),
        ),
    ];
    let documents = event.documents.iter();
    let documents = documents.map(|id| ("document", party::id_line(id)));
    let parties = event.parties.iter().map(|party| ("party", said(party)));
    let all = plain.into_iter().chain(documents).chain(parties);
    all.filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| labelled(name, words))
}

fn labelled<'r>(label: &'r str, value: impl Into<Cow<'r, str>>) -> Element<'r> {
    let mut element = Element::new("event-attribute");
    for (name, text) in [
        ("event-attribute-label", Cow::Borrowed(label)),
        ("event-attribute-value", value.into()),
    ] {
        let mut child = Element::new(name);
        child.text(text);
        element.add(child);
    }
    element
}
