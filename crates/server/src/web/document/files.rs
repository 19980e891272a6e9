//! The files of a document: every form it is given in, its source, its drawings, its versions.

use super::super::line::ActLine;
use super::super::page::Frame;
use super::super::{address, words};
use super::head::{Head, Tab};
use super::{anchors, answer, fragment, patent};
use crate::lookup::Asked;
use crate::problem::Problem;
use crate::router::{App, Id};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use formats::html::{self, Topic};
use office::register::{Attachment, Document, Form};

#[derive(Template)]
#[template(path = "files.html")]
struct Files {
    frame: Frame,
    head: Head,
    forms: Vec<Download>,
    attachments: Vec<Attached>,
    versions: Vec<(ActLine, String)>,
    source: String,
}

/// A form in which the document can be had.
struct Download {
    name: &'static str,
    purpose: &'static str,
    href: String,
    file: String,
}

/// A file that came with the document.
struct Attached {
    name: String,
    media_type: String,
    size: String,
    href: String,
    /// Empty for what is no picture.
    png: String,
}

/// What there is to download.
pub(crate) async fn files(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    answer(&app, &id, &asked, |document| {
        let key = &document.act.label.key;
        let source = fragment(document, anchors::Page::Other, |options, out| {
            html::topics(
                patent(document),
                &[Topic::Files, Topic::Source],
                options,
                out,
            );
        });
        let version = |act| {
            let line = ActLine::of(act);
            let href = format!("{}/source?act={}", address::publication(key), line.plain);
            (line, href)
        };
        Ok(Files {
            frame: Frame::new(""),
            head: Head::of(document, Tab::Files),
            forms: forms(document),
            attachments: document
                .attachments
                .iter()
                .map(|file| attached(key, file))
                .collect(),
            versions: document.versions.iter().rev().map(version).collect(),
            source,
        })
    })
    .await
}

fn forms(document: &Document) -> Vec<Download> {
    let key = &document.act.label.key;
    let form = |(name, form): &(&'static str, Form)| {
        let (title, purpose) = match form {
            Form::Source => (
                "As received",
                "the bytes that the office published, unchanged",
            ),
            Form::St96 => ("WIPO ST.96 XML", "for other offices and their programs"),
            Form::St36 => ("WIPO ST.36 XML", "for programs made before ST.96"),
            Form::St26 => (
                "WIPO ST.26 XML",
                "the sequences, for programs that compare them",
            ),
            Form::Native => (
                "Record, JSON",
                "all that was understood of the source, without loss",
            ),
            Form::Text => ("Plain text", "for reading and searching anywhere"),
            Form::Markdown => ("Markdown", "text with headings, lists and tables"),
            Form::Html => ("HTML, one page", "to read, print or keep"),
        };
        let href = match form {
            Form::Source => format!("{}/source", address::publication(key)),
            _ => format!("{}?as={name}", address::publication(key)),
        };
        let suffix = if *form == Form::Source { "-source" } else { "" };
        Download {
            name: title,
            purpose,
            href,
            file: format!("{key}{suffix}.{}", form.extension()),
        }
    };
    let is_offered = |(_, form): &&(&'static str, Form)| match form {
        Form::St96 => document.record.patent().is_some(),
        Form::St26 => !document.record.listings().is_empty(),
        _ => true,
    };
    Form::ALL.iter().filter(is_offered).map(form).collect()
}

fn attached(key: &str, file: &Attachment) -> Attached {
    let href = address::file(key, &file.name);
    let png = if file.media_type == "image/tiff" {
        format!("{href}.png")
    } else {
        String::new()
    };
    Attached {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: words::bytes(file.length),
        href,
        png,
    }
}
