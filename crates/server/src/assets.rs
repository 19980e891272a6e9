//! The style sheet, the script and the seal: our own files, in the binary.

use crate::http::answer::{ASK_AGAIN, FOR_EVER, Payload};
use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use office::register::Digest;
use std::sync::LazyLock;

static FILES: [(&str, &str, &str); 3] = [
    (
        "site.css",
        "text/css; charset=utf-8",
        include_str!("../assets/site.css"),
    ),
    (
        "site.js",
        "text/javascript; charset=utf-8",
        include_str!("../assets/site.js"),
    ),
    (
        "seal.svg",
        "image/svg+xml",
        include_str!("../assets/seal.svg"),
    ),
];

/// Names this edition of the files: pages ask for them under it, so they can be kept for ever.
pub(crate) static EDITION: LazyLock<String> = LazyLock::new(|| {
    let all: String = FILES.iter().map(|(_, _, text)| *text).collect();
    Digest::of(all.as_bytes()).to_string()[..12].to_owned()
});

/// Gives one of the files.
pub(crate) async fn asset(
    Path(name): Path<String>,
    uri: Uri,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let file = FILES.iter().find(|(known, _, _)| *known == name);
    let (_, media_type, text) = file.ok_or_else(Problem::nowhere)?;
    let named = uri.query() == Some(&format!("v={}", *EDITION));
    let tag = Digest::of(text.as_bytes()).to_string();
    Payload::new(Bytes::from_static(text.as_bytes()), *media_type, tag)
        .cache(if named { FOR_EVER } else { ASK_AGAIN })
        .packed(&headers)
        .answer(&method, &headers)
}
