//! Answers with bytes: entity tags, conditions, ranges.
//!
//! Clause: RFC 9110 section 13

use super::moment::Moment;
use super::range::{self, Asked};
use crate::problem::Problem;
use axum::body::{Body, Bytes};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::Response;

/// A representation on its way to a client.
#[derive(Clone, Debug)]
pub(crate) struct Payload {
    pub(crate) bytes: Bytes,
    pub(crate) media_type: String,
    /// The digest of the bytes, or whatever else names them for ever.
    pub(crate) tag: String,
    pub(crate) modified: Option<Moment>,
    /// How it may be kept by others.
    pub(crate) cache: &'static str,
    /// Other fields.
    pub(crate) fields: Vec<(HeaderName, String)>,
}

/// May be kept, and must be asked for again each time; the answer is mostly 304.
pub(crate) const ASK_AGAIN: &str = "no-cache";
/// Never changes under its address.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

impl Payload {
    /// A payload that is asked for again each time.
    pub(crate) fn new(bytes: Bytes, media_type: impl Into<String>, tag: impl Into<String>) -> Self {
        Self {
            bytes,
            media_type: media_type.into(),
            tag: tag.into(),
            modified: None,
            cache: ASK_AGAIN,
            fields: Vec::new(),
        }
    }

    pub(crate) fn modified(mut self, moment: Moment) -> Self {
        self.modified = Some(moment);
        self
    }

    pub(crate) fn cache(mut self, cache: &'static str) -> Self {
        self.cache = cache;
        self
    }

    pub(crate) fn field(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// Answers a request for it, as its conditions and its range ask.
    pub(crate) fn answer(self, method: &Method, request: &HeaderMap) -> Result<Response, Problem> {
        let tag = format!("\"{}\"", self.tag);
        match condition(request, &tag, self.modified) {
            Condition::Failed => return Err(Problem::precondition()),
            Condition::Unchanged => return Ok(self.respond(StatusCode::NOT_MODIFIED, &tag, None)),
            Condition::Send => {}
        }
        let asked = match text(request, header::RANGE) {
            Some(field) if *method == Method::GET && in_time(request, &tag, self.modified) => {
                range::asked(field, self.bytes.len())
            }
            _ => Asked::Whole,
        };
        match asked {
            Asked::Whole => Ok(self.respond(StatusCode::OK, &tag, None)),
            Asked::Nothing => Err(Problem::range(self.bytes.len())),
            Asked::Part(part) => {
                let field = format!("bytes {}-{}/{}", part.start, part.end - 1, self.bytes.len());
                let bytes = self.bytes.slice(part);
                let part = Self { bytes, ..self };
                Ok(part.respond(StatusCode::PARTIAL_CONTENT, &tag, Some(field)))
            }
        }
    }

    fn respond(self, status: StatusCode, tag: &str, range: Option<String>) -> Response {
        let unchanged = status == StatusCode::NOT_MODIFIED;
        let length = self.bytes.len();
        let body = if unchanged {
            Body::empty()
        } else {
            Body::from(self.bytes)
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        let headers = response.headers_mut();
        let mut set = |name: HeaderName, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.append(name, value);
            }
        };
        set(header::ETAG, tag);
        set(header::CACHE_CONTROL, self.cache);
        if let Some(modified) = self.modified {
            set(header::LAST_MODIFIED, &modified.http());
        }
        for (name, value) in self.fields {
            set(name, &value);
        }
        if !unchanged {
            set(header::CONTENT_TYPE, &self.media_type);
            set(header::CONTENT_LENGTH, &length.to_string());
            set(header::ACCEPT_RANGES, "bytes");
        }
        if let Some(range) = range {
            set(header::CONTENT_RANGE, &range);
        }
        response
    }
}

enum Condition {
    Send,
    Unchanged,
    Failed,
}

/// The conditions of a request in the order in which they count.
fn condition(request: &HeaderMap, tag: &str, modified: Option<Moment>) -> Condition {
    let since = |name| text(request, name).and_then(Moment::parse).zip(modified);
    if request.contains_key(header::IF_MATCH) {
        if !matches(request, header::IF_MATCH, tag, true) {
            return Condition::Failed;
        }
    } else if let Some((since, modified)) = since(header::IF_UNMODIFIED_SINCE)
        && modified > since
    {
        return Condition::Failed;
    }
    if request.contains_key(header::IF_NONE_MATCH) {
        if matches(request, header::IF_NONE_MATCH, tag, false) {
            return Condition::Unchanged;
        }
    } else if let Some((since, modified)) = since(header::IF_MODIFIED_SINCE)
        && modified <= since
    {
        return Condition::Unchanged;
    }
    Condition::Send
}

/// Whether a list of entity tags holds this one; a weak tag is the same only where weak ones count.
fn matches(request: &HeaderMap, name: HeaderName, tag: &str, strong: bool) -> bool {
    let values = request.get_all(name);
    let texts = values.iter().filter_map(|value| value.to_str().ok());
    texts
        .flat_map(|text| text.split(','))
        .map(str::trim)
        .any(|one| one == "*" || one == tag || (!strong && one.strip_prefix("W/") == Some(tag)))
}

/// Whether a range counts: without `If-Range`, or with one that names just this representation.
fn in_time(request: &HeaderMap, tag: &str, modified: Option<Moment>) -> bool {
    match text(request, header::IF_RANGE) {
        None => true,
        Some(field) if field.starts_with(['"', 'W']) && field.ends_with('"') => field == tag,
        Some(field) => modified.is_some() && Moment::parse(field) == modified,
    }
}

/// The value of a field, when it is text.
pub(crate) fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
