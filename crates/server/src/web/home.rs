//! The pages about the whole register: start, results, the roll, the interface for programs.

use super::line::{ActLine, Line};
use super::page::{self, Frame};
use super::{address, words};
use crate::lookup::{Asked, BEHIND_ALL};
use crate::problem::Problem;
use crate::router::App;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use office::register::Page;

/// Documents on one page of results.
const RESULTS: u32 = 20;
/// Documents on the start page.
const RECENT: u32 = 8;
/// Acts on one page of the roll.
const ACTS: u32 = 50;

#[derive(Template)]
#[template(path = "start.html")]
struct Start {
    frame: Frame,
    documents: String,
    acts: String,
    findings: String,
    bytes: String,
    recent: Vec<Line>,
}

/// The start: the search box, the newest documents, the state of the register.
pub(crate) async fn start(State(app): State<App>, asked: Asked) -> Result<Response, Problem> {
    let counts = app.register.counts().await?;
    let page = Page {
        limit: RECENT,
        ..Page::default()
    };
    let (recent, _) = app.register.list(&page).await?;
    page::answer(&asked.method, &asked.headers, move || {
        Ok(Start {
            frame: Frame::new(""),
            documents: words::grouped(counts.documents),
            acts: words::grouped(counts.acts),
            findings: words::grouped(counts.findings),
            bytes: words::bytes(counts.bytes),
            recent: recent.iter().map(Line::of).collect(),
        })
    })
    .await
}

#[derive(Template)]
#[template(path = "results.html")]
struct Results {
    frame: Frame,
    understood: String,
    total: u64,
    count: String,
    first: String,
    last: String,
    lines: Vec<Line>,
    pages: Vec<PageLink>,
    data: String,
}

/// A link to a page of results; without an address it is this page or a gap.
struct PageLink {
    label: String,
    href: String,
    current: bool,
}

/// The documents that a query finds.
pub(crate) async fn results(State(app): State<App>, asked: Asked) -> Result<Response, Problem> {
    let query = &asked.query;
    let q = query.text("q", 200)?;
    let number = query.number("page", 1, (1, BEHIND_ALL / u64::from(RESULTS)))?;
    let page = Page {
        offset: (number - 1) * u64::from(RESULTS),
        limit: RESULTS,
        query: Some(q.clone()),
    };
    let (entries, total) = app.register.list(&page).await?;
    if entries.is_empty() && number > 1 {
        let last = total.div_ceil(RESULTS.into()).max(1);
        return Err(Problem::value(
            "page",
            &number.to_string(),
            &format!("a number from 1 to {last}"),
        ));
    }
    page::answer(&asked.method, &asked.headers, move || {
        let data = format!("/api/v1/patents/publications?q={}", address::encode(&q));
        Ok(Results {
            understood: understood(&q),
            total,
            count: words::counted(total, "document", "documents"),
            first: words::grouped(page.offset + 1),
            last: words::grouped(page.offset + entries.len() as u64),
            lines: entries.iter().map(Line::of).collect(),
            pages: page_links(&q, number, total.div_ceil(RESULTS.into())),
            frame: Frame::new(q),
            data,
        })
    })
    .await
}

/// A query as the register understands it.
fn understood(q: &str) -> String {
    let words: Vec<&str> = q
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        return "All documents, newest first".to_owned();
    }
    let shown: Vec<String> = words
        .iter()
        .take(10)
        .map(|word| format!("\u{201c}{word}\u{201d}"))
        .collect();
    let title = match &shown[..] {
        [one] => format!("a word that begins with {one}"),
        [all @ .., last] => format!("words that begin with {} and {last}", all.join(", ")),
        [] => String::new(),
    };
    if q.bytes().any(|byte| byte.is_ascii_digit()) {
        let number = words.concat().to_uppercase();
        let is_code =
            |word: &&str| word.len() <= 2 || word.bytes().any(|byte| byte.is_ascii_digit());
        if words.iter().all(is_code) {
            return format!("Number begins with {number}; newest first");
        }
        return format!("Number begins with {number}, or title has {title}; newest first");
    }
    format!("Title has {title}; newest first")
}

/// First, last and the pages around this one.
fn page_links(q: &str, current: u64, last: u64) -> Vec<PageLink> {
    let around = current.saturating_sub(2).max(1)..=(current + 2).min(last);
    let mut numbers: Vec<u64> = [1].into_iter().chain(around).chain([last.max(1)]).collect();
    numbers.dedup();
    let mut out: Vec<PageLink> = Vec::new();
    let mut before = 0;
    for number in numbers {
        if number > before + 1 {
            out.push(PageLink {
                label: "\u{2026}".into(),
                href: String::new(),
                current: false,
            });
        }
        before = number;
        out.push(PageLink {
            label: words::grouped(number),
            href: results_address(q, number),
            current: number == current,
        });
    }
    out
}

fn results_address(q: &str, number: u64) -> String {
    let mut pairs = Vec::new();
    if !q.is_empty() {
        pairs.push(format!("q={}", address::encode(q)));
    }
    if number > 1 {
        pairs.push(format!("page={number}"));
    }
    if pairs.is_empty() {
        "/patents".into()
    } else {
        format!("/patents?{}", pairs.join("&"))
    }
}

#[derive(Template)]
#[template(path = "roll.html")]
struct Roll {
    frame: Frame,
    total: String,
    acts: Vec<ActLine>,
    newer: Option<String>,
    older: Option<String>,
}

/// The roll, newest act first.
pub(crate) async fn roll(State(app): State<App>, asked: Asked) -> Result<Response, Problem> {
    let total = app.register.counts().await?.acts;
    let query = &asked.query;
    let upto = query.number("upto", total, (0, BEHIND_ALL))?.min(total);
    let stride = u64::from(ACTS);
    let after = upto.saturating_sub(stride);
    let limit = u32::try_from(upto - after).unwrap_or(ACTS);
    let mut acts = app.register.acts(after, limit).await?;
    acts.reverse();
    page::answer(&asked.method, &asked.headers, move || {
        Ok(Roll {
            frame: Frame::new(""),
            total: words::counted(total, "act", "acts"),
            acts: acts.iter().map(ActLine::of).collect(),
            newer: (upto < total).then(|| format!("/roll?upto={}", (upto + stride).min(total))),
            older: (after > 0).then(|| format!("/roll?upto={after}")),
        })
    })
    .await
}

#[derive(Template)]
#[template(path = "interface.html")]
struct Interface {
    frame: Frame,
    example: String,
}

/// How programs read the register.
pub(crate) async fn interface(State(app): State<App>, asked: Asked) -> Result<Response, Problem> {
    let page = Page {
        limit: 1,
        ..Page::default()
    };
    let (entries, _) = app.register.list(&page).await?;
    let example = entries
        .first()
        .map_or("US-7272630-B2", |entry| &entry.label.key)
        .to_owned();
    page::answer(&asked.method, &asked.headers, move || {
        Ok(Interface {
            frame: Frame::new(""),
            example,
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(current: u64, last: u64) -> String {
        let links = page_links("", current, last);
        let label = |link: PageLink| {
            if link.current {
                format!("[{}]", link.label)
            } else {
                link.label
            }
        };
        links.into_iter().map(label).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn links_of_pages() {
        assert_eq!(labels(1, 1), "[1]");
        assert_eq!(labels(1, 3), "[1] 2 3");
        assert_eq!(labels(1, 9), "[1] 2 3 \u{2026} 9");
        assert_eq!(labels(5, 9), "1 \u{2026} 3 4 [5] 6 7 \u{2026} 9");
        assert_eq!(labels(9, 9), "1 \u{2026} 7 8 [9]");
        assert_eq!(labels(7, 9), "1 \u{2026} 5 6 [7] 8 9");
        assert_eq!(results_address("a b&c", 2), "/patents?q=a%20b%26c&page=2");
    }

    #[test]
    fn queries_in_words() {
        assert_eq!(understood(" - "), "All documents, newest first");
        assert_eq!(
            understood("US 7,272,630"),
            "Number begins with US7272630; newest first"
        );
        assert_eq!(
            understood("valve"),
            "Title has a word that begins with \u{201c}valve\u{201d}; newest first"
        );
    }
}
