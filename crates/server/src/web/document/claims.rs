//! The claims of a document.

use super::super::language::Language;
use super::super::page::Frame;
use super::head::{Head, Tab};
use super::{LanguageLink, Text, anchors, answer, fragment, patent};
use crate::lookup::Asked;
use crate::problem::Problem;
use crate::router::{App, Id};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use formats::html;
use model::ClaimSet;
use office::register::Document;

#[derive(Template)]
#[template(path = "claims.html")]
struct Claims {
    frame: Frame,
    head: Head,
    languages: Vec<LanguageLink>,
    sets: Vec<Set>,
    beside: Vec<Row>,
    names: Vec<Language>,
}

/// Claims of one language or kind, as a tree.
struct Set {
    title: String,
    language: Language,
    html: String,
    count: usize,
    independent: Vec<(String, String)>,
}

/// A claim in several languages; empty where one has none.
struct Row {
    number: String,
    cells: Vec<(Language, String)>,
}

/// The value of `language` that shows all.
const ALL: &str = "all";

/// The claims: a tree, or languages side by side.
pub(crate) async fn claims(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    let wanted = asked.query.text("language", 20)?;
    answer(&app, &id, &asked, move |document| page(document, &wanted)).await
}

fn page(document: &Document, wanted: &str) -> Result<Claims, Problem> {
    let sets = &patent(document).claim_sets;
    let head = Head::of(document, Tab::Claims);
    let mut tags: Vec<Language> = Vec::new();
    for set in sets {
        let language = language(document, set);
        if !tags.contains(&language) {
            tags.push(language);
        }
    }
    let several = tags.len() > 1 && tags.iter().all(|language| !language.tag.is_empty());
    let own = Language::of(&patent(document).language).tag;
    let first = tags.iter().find(|one| one.tag == own).or(tags.first());
    let usual = first
        .map(|language| language.tag.clone())
        .unwrap_or_default();
    let chosen = if wanted.is_empty() {
        usual.as_str()
    } else {
        wanted
    };
    let known = |tag: &str| tags.iter().any(|language| language.tag == tag);
    let is_there = wanted.is_empty() || known(wanted) || (several && wanted == ALL);
    if !is_there {
        let mut there: Vec<&str> = tags.iter().map(|language| language.tag.as_str()).collect();
        there.push(ALL);
        return Err(Problem::value(
            "language",
            wanted,
            &format!("one of {}", there.join(", ")),
        ));
    }
    let link = |tag: &str, name: &str| LanguageLink {
        name: name.to_owned(),
        href: format!("{}/claims?language={tag}", head.href),
        current: tag == chosen,
    };
    let mut languages = Vec::new();
    if several {
        languages.extend(
            tags.iter()
                .map(|language| link(&language.tag, &language.name)),
        );
        languages.push(link(ALL, "Side by side"));
    }
    let beside = if several && chosen == ALL {
        beside(document)
    } else {
        Vec::new()
    };
    let shown = sets
        .iter()
        .filter(|_| beside.is_empty())
        .filter(|set| !several || language(document, set).tag == chosen);
    Ok(Claims {
        frame: Frame::new(""),
        sets: shown.map(|set| tree(document, set)).collect(),
        names: beside.first().map_or_else(Vec::new, |row: &Row| {
            row.cells
                .iter()
                .map(|(language, _)| language.clone())
                .collect()
        }),
        languages,
        beside,
        head,
    })
}

fn language(document: &Document, set: &ClaimSet) -> Language {
    Language::of(if set.language.is_empty() {
        &patent(document).language
    } else {
        &set.language
    })
}

fn tree(document: &Document, set: &ClaimSet) -> Set {
    let html = fragment(document, anchors::Page::Claims, |options, out| {
        html::claims(std::slice::from_ref(set), options, out);
    });
    Set {
        title: if set.name == "claims" || set.name.is_empty() {
            "Claims".to_owned()
        } else {
            capitalized(&set.name.replace('-', " "))
        },
        language: language(document, set),
        count: set.claims.len(),
        independent: independent(&html),
        html,
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    first + chars.as_str()
}

/// Anchors and numbers of the independent claims, as the tree marks them.
fn independent(html: &str) -> Vec<(String, String)> {
    let marked = html.split("<li class=\"claim independent\"").skip(1);
    let claim = |text: &str| {
        let (tag, rest) = text.split_once('>')?;
        let anchor = tag
            .split_once("id=\"")
            .and_then(|(_, id)| id.split_once('"'));
        let number = rest
            .strip_prefix("<span class=\"number\">")?
            .split_once('.')?
            .0;
        Some((
            anchor.map_or("", |(anchor, _)| anchor).to_owned(),
            number.to_owned(),
        ))
    };
    marked.filter_map(claim).collect()
}

/// The first claim in the language of the document.
pub(super) fn first(document: &Document) -> Option<Text> {
    let sets = &patent(document).claim_sets;
    let own = Language::of(&patent(document).language);
    let set = sets
        .iter()
        .find(|set| language(document, set) == own)
        .or(sets.first())?;
    let claim = set.claims.first()?;
    Some(Text {
        language: language(document, set),
        html: fragment(document, anchors::Page::Other, |options, out| {
            html::inlines(&claim.content, options, out);
        }),
    })
}

/// Claims of the same number side by side.
fn beside(document: &Document) -> Vec<Row> {
    let sets = &patent(document).claim_sets;
    let longest = sets.iter().map(|set| set.claims.len()).max().unwrap_or(0);
    let row = |index: usize| {
        let number = sets
            .iter()
            .find_map(|set| set.claims.get(index))
            .map_or("", |claim| &claim.number);
        let cell = |set: &ClaimSet| {
            let html = set.claims.get(index).map_or_else(String::new, |claim| {
                fragment(document, anchors::Page::Other, |options, out| {
                    html::inlines(&claim.content, options, out);
                })
            });
            (language(document, set), html)
        };
        Row {
            number: number.trim().trim_start_matches('0').to_owned(),
            cells: sets.iter().map(cell).collect(),
        }
    };
    (0..longest).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn independent_claims_are_found_in_the_tree() {
        let html = "<li class=\"claim independent\" id=\"s-CLM-1\"><span class=\"number\">1.</span> x</li>\
                    <li class=\"claim\" id=\"s-CLM-2\"><span class=\"number\">2.</span></li>\
                    <li class=\"claim independent\"><span class=\"number\">3.</span></li>";
        let expected = [("s-CLM-1", "1"), ("", "3")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(independent(html), expected);
    }
}
