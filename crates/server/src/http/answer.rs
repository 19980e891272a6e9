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
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

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
    /// Whether parts of it can be asked for.
    ranges: bool,
    /// Other fields.
    pub(crate) fields: Vec<(HeaderName, String)>,
}

/// Shorter answers are not worth packing.
const LEAST_PACKED: usize = 1400;

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
            ranges: true,
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

    /// Packs it with gzip when the client takes that; then it has a tag of its own, and no parts.
    pub(crate) fn packed(mut self, request: &HeaderMap) -> Self {
        self = self.field(header::VARY, "Accept-Encoding");
        if self.bytes.len() < LEAST_PACKED || !takes_gzip(request) {
            return self;
        }
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        let packed = packer.write_all(&self.bytes).and_then(|()| packer.finish());
        if let Ok(packed) = packed {
            self.bytes = Bytes::from(packed);
            self.tag.push_str("-gzip");
            self.ranges = false;
            return self.field(header::CONTENT_ENCODING, "gzip");
        }
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
            Some(field)
                if self.ranges
                    && *method == Method::GET
                    && in_time(request, &tag, self.modified) =>
            {
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
            set(
                header::ACCEPT_RANGES,
                if self.ranges { "bytes" } else { "none" },
            );
        }
        if let Some(range) = range {
            set(header::CONTENT_RANGE, &range);
        }
        response
    }
}

/// Whether the client takes gzip, and not only as a last resort.
fn takes_gzip(request: &HeaderMap) -> bool {
    let accepted = text(request, header::ACCEPT_ENCODING).unwrap_or_default();
    accepted.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().trim_start_matches("q=");
        name.trim().eq_ignore_ascii_case("gzip") && weight.parse::<f32>().unwrap_or(1.0) > 0.0
    })
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
