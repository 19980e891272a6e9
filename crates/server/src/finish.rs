//! What every answer gets at the end: protection of the browser, a correlation number, the words of a problem.

use crate::problem::Problem;
use crate::router::App;
use crate::{api, lookup, web};
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Names a request in answers and in what the operator sees.
pub(crate) static CORRELATION: HeaderName = HeaderName::from_static("correlation-id");

/// Pages load only what this server gives, and no script or style stands in them.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/// Runs a request and finishes its answer.
pub(crate) async fn finish(State(app): State<App>, request: Request, next: Next) -> Response {
    let correlation = correlation(&request);
    let is_api = request.uri().path().starts_with("/api/");
    let is_head = request.method() == Method::HEAD;
    let path = request.uri().path().to_owned();
    let asked = format!("{} {path}", request.method());
    let reads = is_head || request.method() == Method::GET;
    let tidy = tidy(request.uri()).filter(|_| reads);
    let mut response = next.run(request).await;
    let problem = response.extensions_mut().remove::<Problem>();
    let problem = problem.or_else(|| Problem::of_status(response.status()));
    let lost = problem
        .as_ref()
        .is_some_and(|problem| problem.status == StatusCode::NOT_FOUND);
    if let (true, Some(address)) = (lost, tidy) {
        response = lookup::moved(&address);
    } else if let Some(problem) = problem {
        if let Some(cause) = &problem.cause {
            (app.log)(&format!("{correlation} {asked}: {cause}"));
        }
        let (body, media_type) = if is_api {
            (api::problem(&problem, &path), "application/json")
        } else {
            (
                web::problem(&problem, &correlation),
                "text/html; charset=utf-8",
            )
        };
        let length = HeaderValue::from(body.len());
        if !is_head {
            *response.body_mut() = body.into();
        }
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_LENGTH, length);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(&correlation) {
        headers.insert(CORRELATION.clone(), value);
    }
    response
}

/// The same address without slashes that say nothing, when it has some.
fn tidy(uri: &Uri) -> Option<String> {
    let path = uri.path();
    // Browsers take a backslash for a slash, and two slashes at the start for the name of another server.
    if path.contains('\\') || !path.starts_with('/') {
        return None;
    }
    let mut out = String::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        out.push('/');
        out.push_str(part);
    }
    if out.is_empty() {
        out.push('/');
    }
    if out == path {
        return None;
    }
    if let Some(query) = uri.query() {
        out.push('?');
        out.push_str(query);
    }
    Some(out)
}

/// The client's own number when it is a plain one, else a new one.
fn correlation(request: &Request) -> String {
    let given = request.headers().get(&CORRELATION);
    let given = given.and_then(|value| value.to_str().ok());
    let is_plain = |text: &&str| {
        (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    given
        .filter(is_plain)
        .map_or_else(new_number, str::to_owned)
}

/// A number that no other request has: the keys of a new hasher differ each time.
fn new_number() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}
