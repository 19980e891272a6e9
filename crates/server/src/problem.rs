//! What a client sees when something cannot be done.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};
use office::register::Entry;
use std::fmt::Display;
use std::ops::{Deref, DerefMut};

/// A problem: what happened, in words for the client; and the cause, which only the operator sees.
///
/// It becomes JSON or a page at the very end, when it is known who asks; see `finish`.
#[derive(Clone, Debug)]
pub(crate) struct Problem(Box<Inner>);

/// The methods that there are.
pub(crate) const ALLOWED: &str = "GET, HEAD, OPTIONS";

/// What a problem is made of.
#[derive(Clone, Debug)]
pub(crate) struct Inner {
    pub(crate) status: StatusCode,
    /// Part of the contract: programs look at it.
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// What the client can do.
    pub(crate) details: Vec<String>,
    /// What of the request it is about: a parameter or a field; the address when nothing is said.
    pub(crate) target: Option<String>,
    /// Documents that may be meant.
    pub(crate) near: Vec<Entry>,
    /// For the operator.
    pub(crate) cause: Option<String>,
    allow: Option<&'static str>,
    range: Option<String>,
}

/// What a client sent, short enough to be said again.
fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let mut out: String = text.chars().take(MOST).collect();
    if out.len() < text.len() {
        out.push('\u{2026}');
    }
    out
}

impl Deref for Problem {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl DerefMut for Problem {
    fn deref_mut(&mut self) -> &mut Inner {
        &mut self.0
    }
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            status,
            code,
            message: message.into(),
            details: Vec::new(),
            target: None,
            near: Vec::new(),
            cause: None,
            allow: None,
            range: None,
        }))
    }

    /// The same problem, with what the client can do.
    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.details.push(detail.into());
        self
    }

    /// The same problem, about a parameter or a field of the request.
    fn about(mut self, target: &str) -> Self {
        self.target = Some(shortened(target));
        self
    }

    /// Nothing is at this address.
    pub(crate) fn nowhere() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "There is nothing at this address.",
        )
    }

    /// No document of this name; some may be meant.
    pub(crate) fn unknown(name: &str, near: Vec<Entry>) -> Self {
        let shown = shortened(name);
        let message = format!("No document \u{201c}{shown}\u{201d} is in this register.");
        let mut problem = Self::new(StatusCode::NOT_FOUND, "not-found", message);
        problem.near = near;
        problem
    }

    /// A document is there and has no such part.
    pub(crate) fn no_part(what: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", what)
    }

    /// A value of the request makes no sense.
    pub(crate) fn value(name: &str, value: &str, wanted: &str) -> Self {
        let shown = shortened(value);
        let message = format!("The value \u{201c}{shown}\u{201d} of {name} cannot be used.");
        Self::new(StatusCode::BAD_REQUEST, "bad-value", message)
            .detail(format!("{name} is {wanted}."))
            .about(name)
    }

    /// A parameter that means nothing here.
    pub(crate) fn parameter(name: &str, known: &[&str]) -> Self {
        let shown = shortened(name);
        let message = format!("The parameter \u{201c}{shown}\u{201d} is not known here.");
        Self::new(StatusCode::BAD_REQUEST, "unknown-parameter", message)
            .detail(format!("Known are: {}.", known.join(", ")))
            .about(name)
    }

    /// A parameter that is given more than once.
    pub(crate) fn twice(name: &str) -> Self {
        let shown = shortened(name);
        let message = format!("The parameter \u{201c}{shown}\u{201d} is given more than once.");
        Self::new(StatusCode::BAD_REQUEST, "bad-value", message)
            .detail("Give each parameter once.")
            .about(name)
    }

    /// The client accepts none of the forms there are.
    pub(crate) fn not_acceptable(offers: &[&str]) -> Self {
        let mut problem = Self::new(
            StatusCode::NOT_ACCEPTABLE,
            "not-acceptable",
            "This is given in none of the forms that the request accepts.",
        );
        problem.details = offers.iter().map(|offer| (*offer).to_owned()).collect();
        problem.about("Accept")
    }

    pub(crate) fn not_allowed() -> Self {
        let mut problem = Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "This address can only be read.",
        );
        problem.allow = Some(ALLOWED);
        problem.detail("Use GET or HEAD.")
    }

    pub(crate) fn precondition() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "precondition-failed",
            "A condition of the request does not hold.",
        )
    }

    pub(crate) fn range(length: usize) -> Self {
        let mut problem = Self::new(
            StatusCode::RANGE_NOT_SATISFIABLE,
            "range-not-satisfiable",
            format!("The range lies outside of the {length} bytes that there are."),
        );
        problem.range = Some(format!("bytes */{length}"));
        problem.about("Range")
    }

    /// A drawing that cannot be shown; the file is there.
    pub(crate) fn unreadable(name: &str) -> Self {
        let message = format!("The drawing {name} cannot be shown as a picture.");
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "unreadable-drawing",
            message,
        )
        .detail("The file as received can be downloaded.")
    }

    /// Something went wrong here; the client learns no more than that.
    pub(crate) fn internal(cause: impl Display) -> Self {
        let mut problem = Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "The register could not answer. Nothing was changed.",
        )
        .detail("Try again; if it happens again, tell the office the correlation number.");
        problem.cause = Some(cause.to_string());
        problem
    }

    /// The problem that a bare status stands for.
    pub(crate) fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::nowhere()),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::not_allowed()),
            StatusCode::BAD_REQUEST => Some(
                Self::new(
                    status,
                    "bad-request",
                    "The address of the request cannot be read.",
                )
                .detail("An address is text in UTF-8; other letters than plain ones are written with %."),
            ),
            _ if status.is_client_error() => Some(Self::new(
                status,
                "bad-request",
                "The request cannot be understood.",
            )),
            _ if status.is_server_error() => Some(Self::internal(status)),
            _ => None,
        }
    }
}

impl From<office::Error> for Problem {
    fn from(error: office::Error) -> Self {
        if let office::Error::Drawing { name, .. } = &error {
            let mut problem = Self::unreadable(name);
            problem.cause = Some(office::report::chain(&error));
            return problem;
        }
        Self::internal(office::report::chain(&error))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if let Some(allow) = self.allow {
            headers.insert(header::ALLOW, HeaderValue::from_static(allow));
        }
        if self.status == StatusCode::NOT_ACCEPTABLE {
            headers.insert(header::VARY, HeaderValue::from_static("Accept"));
        }
        if let Some(range) = &self.range
            && let Ok(value) = HeaderValue::from_str(range)
        {
            headers.insert(header::CONTENT_RANGE, value);
        }
        response.extensions_mut().insert(self);
        response
    }
}
