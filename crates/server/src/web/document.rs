//! The pages of one document.

mod anchors;
mod claims;
mod figures;
mod files;
mod findings;
mod head;
mod outline;

use super::page::{self, Frame};
use super::{address, language::Language};
use crate::api::Shared;
use crate::http::answer::{ASK_AGAIN, Payload};
use crate::http::moment::{self, Moment};
use crate::lookup::{self, Asked};
use crate::problem::Problem;
use crate::router::{App, Id};
use anchors::Anchors;
use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use figures::Sheet;
use formats::html::{self, Topic};
use head::{Head, Tab};
use model::{Patent, Record, SequenceListing};
use office::register::Document;
use std::sync::{Arc, LazyLock};

pub(crate) use claims::claims;
pub(crate) use files::files;
pub(crate) use findings::findings;

/// Finds the document, makes the page and answers; another form of the number is sent to the right address.
pub(super) async fn answer<T: Template>(
    app: &App,
    id: &str,
    asked: &Asked,
    make: impl FnOnce(&Document) -> Result<T, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    match load(app, id).await? {
        Ok(document) => page::answer(&asked.method, &asked.headers, move || make(&document)).await,
        Err(key) => Ok(lookup::moved(&moved(&key, &asked.uri))),
    }
}

async fn load(app: &App, id: &str) -> Result<Result<Document, String>, Problem> {
    if let Some(document) = app.register.document(id).await? {
        return Ok(Ok(document));
    }
    match lookup::find(&app.register, id).await? {
        Err(key) => Ok(Err(key)),
        // It was enrolled between the two looks.
        Ok(_) => Ok(Err(id.to_owned())),
    }
}

/// The same page of the document that is meant; `uri` is what stands behind the document's own address.
fn moved(key: &str, uri: &Uri) -> String {
    let query = uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    format!(
        "{}{}{query}",
        address::document(key),
        uri.path().trim_end_matches('/')
    )
}

/// The patent in a document; an empty one when it is none.
pub(super) fn patent(document: &Document) -> &Patent {
    static NONE: LazyLock<Patent> = LazyLock::new(Patent::default);
    document.record.patent().unwrap_or(&NONE)
}

/// Renders a part of a document; links lead to the page on which their target stands.
pub(super) fn fragment(
    document: &Document,
    page: anchors::Page,
    write: impl FnOnce(&html::Options<'_>, &mut String),
) -> String {
    let key = &document.act.label.key;
    let anchors = Anchors::of(patent(document), key, page);
    let options = html::Options {
        link: &|file| address::image(key, file),
        place: &|anchor| anchors.address(anchor),
        date: &moment::words,
        heading: 2,
    };
    let mut out = String::new();
    write(&options, &mut out);
    // Some offices give the number zero to paragraphs that they do not number.
    out.replace(&outline::mark("0000"), "")
}

/// A text in one language.
pub(super) struct Text {
    language: Language,
    html: String,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct Overview {
    frame: Frame,
    head: Head,
    abstracts: Vec<Text>,
    claim: Option<Text>,
    drawing: Option<Sheet>,
    bibliography: String,
    statements: String,
    /// The pages of a sequence listing; none when the document is another one.
    sequences: Option<Sequences>,
}

/// Where a page of sequences stands among the others.
struct Sequences {
    from: usize,
    to: usize,
    count: usize,
    previous: Option<String>,
    next: Option<String>,
}

/// Sequences on one page.
const SEQUENCES: usize = 50;

/// The listing of a document as one page of sequences, from the one at place `from`, counted from 1.
fn listing(document: &Document, listing: &SequenceListing, from: usize) -> Overview {
    let count = listing.sequences.len();
    let start = from.saturating_sub(1).min(count.saturating_sub(1));
    let end = (start + SEQUENCES).min(count);
    let head = Head::of(document, Tab::Overview);
    let href = |from: usize| format!("{}?from={}", head.href, from + 1);
    let body = fragment(document, anchors::Page::Other, |options, out| {
        html::listing(listing, start..end, options, out);
    });
    Overview {
        frame: Frame::new(""),
        abstracts: Vec::new(),
        claim: None,
        drawing: None,
        bibliography: body,
        statements: String::new(),
        sequences: Some(Sequences {
            from: start + 1,
            to: end,
            count,
            previous: (start > 0).then(|| href(start.saturating_sub(SEQUENCES))),
            next: (end < count).then(|| href(end)),
        }),
        head,
    }
}

/// The overview: abstract, a drawing, bibliographic data.
pub(crate) async fn overview(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    let from = asked.query.number("from", 1, (1, u64::from(u32::MAX)))?;
    answer(&app, &id, &asked, move |document| {
        if let Record::Listing(one) = &*document.record {
            return Ok(listing(document, one, usize::try_from(from).unwrap_or(1)));
        }
        let patent = patent(document);
        let write = |topics: &'static [Topic]| {
            fragment(document, anchors::Page::Other, |options, out| {
                html::topics(patent, topics, options, out);
            })
        };
        let section = |section: &model::Section| Text {
            language: Language::of(if section.language.is_empty() {
                &patent.language
            } else {
                &section.language
            }),
            html: fragment(document, anchors::Page::Other, |options, out| {
                html::section(section, options, out);
            }),
        };
        Ok(Overview {
            frame: Frame::new(""),
            head: Head::of(document, Tab::Overview),
            abstracts: patent.abstracts.iter().map(section).collect(),
            claim: if patent.abstracts.is_empty() {
                claims::first(document)
            } else {
                None
            },
            drawing: figures::sheets(document)
                .into_iter()
                .find(|sheet| sheet.shown),
            bibliography: write(&[
                Topic::Document,
                Topic::Parties,
                Topic::Classifications,
                Topic::Dates,
                Topic::Events,
            ]),
            statements: write(&[Topic::Statements, Topic::Further, Topic::Sequences]),
            sequences: None,
        })
    })
    .await
}

#[derive(Template)]
#[template(path = "description.html")]
struct Description {
    frame: Frame,
    head: Head,
    languages: Vec<LanguageLink>,
    text: outline::Outlined,
    language: Language,
}

/// A link to the same page in another language.
pub(super) struct LanguageLink {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) current: bool,
}

/// The description with its outline.
pub(crate) async fn description(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    let wanted = asked.query.text("language", 20)?;
    answer(&app, &id, &asked, move |document| {
        let patent = patent(document);
        let all = &patent.descriptions;
        let tag = |section: &model::Section| Language::of(&section.language).tag;
        let chosen = all
            .iter()
            .position(|section| !wanted.is_empty() && tag(section) == wanted);
        if chosen.is_none() && !wanted.is_empty() {
            let there: Vec<String> = all.iter().map(tag).filter(|tag| !tag.is_empty()).collect();
            return Err(Problem::value(
                "language",
                &wanted,
                &format!("one of {}", there.join(", ")),
            ));
        }
        let chosen = chosen.unwrap_or(0);
        let head = Head::of(document, Tab::Description);
        let links = all.iter().enumerate().map(|(index, section)| LanguageLink {
            name: Language::of(&section.language).name,
            href: format!("{}/description?language={}", head.href, tag(section)),
            current: index == chosen,
        });
        let languages = if all.len() > 1 {
            links.collect()
        } else {
            Vec::new()
        };
        let section = all.get(chosen);
        let written = section.map_or("", |section| section.language.as_str());
        let written = if written.is_empty() {
            patent.language.as_str()
        } else {
            written
        };
        let blocks = section.map_or(&[][..], |section| &section.blocks);
        let mut text = outline::Outlined::default();
        fragment(document, anchors::Page::Description, |options, _| {
            text = outline::outlined(blocks, options);
        });
        text.rest = fragment(document, anchors::Page::Description, |options, out| {
            html::topics(patent, &[Topic::Section], options, out);
        });
        Ok(Description {
            frame: Frame::new(""),
            head,
            languages,
            text,
            language: Language::of(written),
        })
    })
    .await
}

#[derive(Template)]
#[template(path = "drawings.html")]
struct Drawings {
    frame: Frame,
    head: Head,
    sheets: Vec<Sheet>,
    missing: usize,
}

/// All drawings, small.
pub(crate) async fn drawings(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    answer(&app, &id, &asked, |document| {
        let sheets = figures::sheets(document);
        Ok(Drawings {
            frame: Frame::new(""),
            head: Head::of(document, Tab::Drawings),
            missing: sheets.iter().filter(|sheet| !sheet.shown).count(),
            sheets,
        })
    })
    .await
}

#[derive(Template)]
#[template(path = "drawing.html")]
struct Drawing {
    frame: Frame,
    head: Head,
    sheet: Sheet,
    count: usize,
    previous: Option<String>,
    next: Option<String>,
    strip: Vec<Sheet>,
    turn: u64,
    left: u64,
    right: u64,
    whole: bool,
    cited: Vec<figures::Cited>,
    original: String,
}

/// One drawing, large; it can be turned and shown in its own size.
pub(crate) async fn drawing(
    State(app): State<App>,
    Path((id, number)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let query = &asked.query;
    let turn = query.number("turn", 0, (0, 3))?;
    let size = query.text("size", 10)?;
    if !matches!(size.as_str(), "" | "page" | "own") {
        return Err(Problem::value("size", &size, "page or own"));
    }
    answer(&app, &id, &asked, move |document| {
        let strip = figures::sheets(document);
        let at = number
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let at = at.filter(|at| *at < strip.len()).ok_or_else(|| {
            Problem::no_part(format!("This document has {} drawings.", strip.len()))
        })?;
        let href = |at: usize| strip.get(at).map(|sheet| sheet.href.clone());
        let sheet = strip[at].clone();
        Ok(Drawing {
            frame: Frame::new(""),
            head: Head::of(document, Tab::Drawings),
            count: strip.len(),
            previous: at.checked_sub(1).and_then(href),
            next: href(at + 1),
            cited: figures::cited(document, at),
            original: address::file(&document.act.label.key, &sheet.file),
            sheet,
            strip,
            turn,
            left: (turn + 3) % 4,
            right: (turn + 1) % 4,
            whole: size != "own",
        })
    })
    .await
}

/// A drawing as a browser can show it.
pub(crate) async fn image(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let width = asked.query.text("width", 10)?;
    let width = match width.as_str() {
        "" => 0,
        "240" => 240,
        "960" => 960,
        other => return Err(Problem::value("width", other, "240 or 960")),
    };
    let acts = app.register.versions(&id).await?;
    let act = acts
        .last()
        .ok_or_else(|| Problem::unknown(&id, Vec::new()))?;
    let missing = || Problem::no_part(format!("{id} has no drawing of this name."));
    let mut file = app.register.attachment(&id, &name).await?;
    if file.is_none()
        && let Some(plain) = name.strip_suffix(".png")
    {
        file = app.register.attachment(&id, plain).await?;
    }
    let file = file.ok_or_else(missing)?;
    if !address::is_picture(&file.media_type) {
        return Err(missing());
    }
    let picture = app.register.picture(act, &file, width).await?;
    let (media_type, tag) = (picture.media_type, picture.digest.to_string());
    Payload::new(
        Bytes::from_owner(Shared(Arc::clone(&picture))),
        media_type,
        tag,
    )
    .modified(Moment::from_millis(act.time))
    .cache(if width > 0 {
        "public, max-age=86400"
    } else {
        ASK_AGAIN
    })
    .answer(&asked.method, &asked.headers)
}

#[derive(Template)]
#[template(path = "family.html")]
struct Family {
    frame: Frame,
    head: Head,
    body: String,
}

/// Related documents, family and citations.
pub(crate) async fn family(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    answer(&app, &id, &asked, |document| {
        let body = fragment(document, anchors::Page::Other, |options, out| {
            html::topics(
                patent(document),
                &[Topic::Relations, Topic::Citations],
                options,
                out,
            );
        });
        // This page is about nothing else, so nothing on it is folded.
        let body = body.replace("<details>", "<details open>");
        Ok(Family {
            frame: Frame::new(""),
            head: Head::of(document, Tab::Family),
            body,
        })
    })
    .await
}
