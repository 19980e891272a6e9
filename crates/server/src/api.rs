//! The interface for programs: documents as lists and in every form they are given in.

mod view;

use crate::http::answer::Payload;
use crate::http::moment::Moment;
use crate::http::negotiate;
use crate::lookup::{self, Asked, BEHIND_ALL, Query};
use crate::problem::Problem;
use crate::router::{App, Id};
use crate::web::address;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::http::header::{self, HeaderMap};
use axum::response::Response;
use office::register::{Act, Form, Page, Representation};
use std::sync::{Arc, LazyLock};

pub(crate) use view::problem;

/// The media types that documents are given in; the first is for those who accept anything.
const OFFERS: [(&str, Form); 10] = [
    ("application/xml", Form::St96),
    ("application/st96+xml", Form::St96),
    ("application/st36+xml", Form::St36),
    ("application/st26+xml", Form::St26),
    ("text/xml", Form::St96),
    ("text/html", Form::Html),
    ("text/plain", Form::Text),
    ("text/markdown", Form::Markdown),
    ("application/json", Form::Native),
    ("application/vnd.chancery.record+json", Form::Native),
];

/// Documents on one page of a list.
const LIMIT: (u64, u64) = (1, 100);

/// Lists documents, newest publication first.
pub(crate) async fn list(State(app): State<App>, asked: Asked) -> Result<Response, Problem> {
    const OFFERS: [&str; 1] = ["application/json"];
    let query = &asked.query;
    query.only(&["q", "limit", "offset"])?;
    if liked(&asked.headers, &OFFERS).is_none() {
        return Err(Problem::not_acceptable(&OFFERS));
    }
    let q = query.text("q", 200)?;
    let limit = query.number("limit", 20, LIMIT)?;
    let offset = query.number("offset", 0, (0, BEHIND_ALL))?;
    let page = Page {
        offset,
        limit: u32::try_from(limit).unwrap_or(u32::MAX),
        query: Some(q.clone()),
    };
    let (entries, total) = app.register.list(&page).await?;
    let (body, links) = view::list(&entries, &q, (offset, limit, total));
    let tag = office::register::Digest::of(&body).to_string();
    let mut payload =
        Payload::new(Bytes::from(body), "application/json", tag).field(header::VARY, "Accept");
    if !links.is_empty() {
        payload = payload.field(header::LINK, links);
    }
    payload.answer(&asked.method, &asked.headers)
}

/// Gives a document in the form that the client likes best.
pub(crate) async fn publication(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    let query = &asked.query;
    query.only(&["as", "act"])?;
    let act = match act(&app, &id, &asked).await? {
        Ok(act) => act,
        Err(moved) => return Ok(moved),
    };
    let (media_type, form) = wanted(query, &asked.headers)?;
    let made = app.register.representation(&act, form).await?;
    if made.bytes.is_empty() {
        let form = form.as_str();
        return Err(Problem::no_part(format!(
            "This document cannot be written as {form}; a sequence listing is written as st26, a patent as st96."
        )));
    }
    // The same bytes under another media type are another representation.
    let alias = OFFERS
        .iter()
        .filter(|(_, one)| *one == form)
        .position(|(offer, _)| *offer == media_type);
    let tag = match alias {
        Some(alias) if alias > 0 => format!("{}-{alias}", made.digest),
        _ => made.digest.to_string(),
    };
    let shown = if alias == Some(0) || alias.is_none() {
        made.media_type
    } else {
        media_type
    };
    let name = format!("{}.{}", act.label.key, form.extension());
    let mut payload = payload(&made, shown, tag)
        .field(header::VARY, "Accept")
        .field(
            header::CONTENT_DISPOSITION,
            address::disposition("inline", &name),
        );
    if form == Form::Html {
        payload = payload.field(header::CONTENT_SECURITY_POLICY, PAGE_POLICY.as_str());
    }
    payload.answer(&asked.method, &asked.headers)
}

/// Gives the bytes that were received.
pub(crate) async fn source(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.query.only(&["act"])?;
    let act = match act(&app, &id, &asked).await? {
        Ok(act) => act,
        Err(moved) => return Ok(moved),
    };
    let made = app.register.representation(&act, Form::Source).await?;
    let ending = if made.media_type == "application/json" {
        "json"
    } else {
        "xml"
    };
    let name = format!("{}-source.{ending}", act.label.key);
    payload(&made, made.media_type, made.digest.to_string())
        .field(
            header::CONTENT_DISPOSITION,
            address::disposition("attachment", &name),
        )
        .answer(&asked.method, &asked.headers)
}

/// Gives a drawing or another file of a document, as it was received or, under its name with `.png`, as PNG.
pub(crate) async fn drawing(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.query.only(&["act"])?;
    let act = match act(&app, &id, &asked).await? {
        Ok(act) => act,
        Err(moved) => return Ok(moved),
    };
    let missing = || Problem::no_part(format!("{} has no file of this name.", act.label.key));
    let moment = Moment::from_millis(act.time);
    if let Some(file) = app.register.attachment(&act.label.key, &name).await? {
        let bytes = app.register.file(&act, &file).await?;
        let kind = if address::is_picture(&file.media_type) {
            "inline"
        } else {
            "attachment"
        };
        let media_type = address::plain_media_type(&file.media_type);
        return Payload::new(Bytes::from(bytes), media_type, file.digest.to_string())
            .modified(moment)
            .field(
                header::CONTENT_DISPOSITION,
                address::disposition(kind, &file.name),
            )
            .answer(&asked.method, &asked.headers);
    }
    let plain = name.strip_suffix(".png").ok_or_else(missing)?;
    let file = app
        .register
        .attachment(&act.label.key, plain)
        .await?
        .ok_or_else(missing)?;
    let picture = app.register.picture(&act, &file, 0).await?;
    Payload::new(
        Bytes::from_owner(Shared(Arc::clone(&picture))),
        picture.media_type,
        picture.digest.to_string(),
    )
    .modified(moment)
    .answer(&asked.method, &asked.headers)
}

/// The act that is meant: the newest, or the one that the query names.
async fn act(app: &App, id: &str, asked: &Asked) -> Result<Result<Act, Response>, Problem> {
    let acts = match lookup::find(&app.register, id).await? {
        Ok(acts) => acts,
        Err(key) => return Ok(Err(lookup::moved(&moved(&key, &asked.uri)))),
    };
    let number = asked.query.number("act", 0, (0, BEHIND_ALL))?;
    let chosen = acts
        .iter()
        .rev()
        .find(|act| number == 0 || act.number == number);
    let chosen = chosen
        .cloned()
        .ok_or_else(|| Problem::no_part(format!("Act {number} is none of the acts of {id}.")))?;
    Ok(Ok(chosen))
}

/// The same part of the document that is meant; `uri` begins behind the address of the interface.
fn moved(key: &str, uri: &Uri) -> String {
    let mut address = address::publication(key);
    for part in uri.path().split('/').skip(4) {
        address.push('/');
        address.push_str(part);
    }
    if let Some(query) = uri.query() {
        address.push('?');
        address.push_str(query);
    }
    address
}

/// The form that `as` names, or else the one that the client likes best.
fn wanted(query: &Query, headers: &HeaderMap) -> Result<(&'static str, Form), Problem> {
    let name = query.text("as", 20)?;
    if !name.is_empty() {
        let named = Form::ALL
            .iter()
            .find(|(known, form)| *known == name && *form != Form::Source);
        let form = named.map(|(_, form)| *form).ok_or_else(|| {
            Problem::value(
                "as",
                &name,
                "one of st96, st36, st26, native, text, markdown and html",
            )
        })?;
        let offer = OFFERS.iter().find(|(_, one)| *one == form);
        return Ok(*offer.expect("every form is offered"));
    }
    let offers: Vec<&'static str> = OFFERS.iter().map(|(offer, _)| *offer).collect();
    let chosen = liked(headers, &offers);
    let chosen = OFFERS.iter().find(|(offer, _)| Some(*offer) == chosen);
    chosen
        .copied()
        .ok_or_else(|| Problem::not_acceptable(&offers))
}

/// The offer that the client likes best; `None` when it accepts none.
fn liked(headers: &HeaderMap, offers: &[&'static str]) -> Option<&'static str> {
    let accept = headers.get_all(header::ACCEPT);
    let accept: Vec<&str> = accept
        .iter()
        .filter_map(|value| value.to_str().ok())
        .collect();
    let accept = (!accept.is_empty()).then(|| accept.join(","));
    negotiate::choose(accept.as_deref(), offers)
}

fn payload(made: &Arc<Representation>, media_type: &str, tag: String) -> Payload {
    let bytes = Bytes::from_owner(Shared(Arc::clone(made)));
    Payload::new(bytes, media_type, tag).modified(Moment::from_millis(made.time))
}

/// Bytes that are held elsewhere, and are not copied for an answer.
pub(crate) struct Shared<T>(pub(crate) Arc<T>);

impl AsRef<[u8]> for Shared<Representation> {
    fn as_ref(&self) -> &[u8] {
        &self.0.bytes
    }
}

impl AsRef<[u8]> for Shared<office::register::Picture> {
    fn as_ref(&self) -> &[u8] {
        &self.0.bytes
    }
}

/// A page of its own brings its style along: that one, by its digest, and nothing else.
static PAGE_POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = format!("\n{}", formats::html::STYLE);
    let digest = office::register::Digest::of(style.as_bytes());
    format!(
        "default-src 'none'; img-src 'self'; style-src 'sha256-{}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        base64(digest.as_bytes())
    )
});

/// Writes bytes as base64.
///
/// Clause: RFC 4648 section 4
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4u32 {
            let letter = LETTERS[(bits >> (18 - 6 * index) & 63) as usize];
            out.push(if index as usize > chunk.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_base64() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
