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

/// What a problem is made of.
#[derive(Clone, Debug)]
pub(crate) struct Inner {
    pub(crate) status: StatusCode,
    /// Part of the contract: programs look at it.
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// What the client can do.
    pub(crate) details: Vec<String>,
    /// Documents that may be meant.
    pub(crate) near: Vec<Entry>,
    /// For the operator.
    pub(crate) cause: Option<String>,
    allow: Option<&'static str>,
    range: Option<String>,
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
        let shown: String = name.chars().take(80).collect();
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
        let shown: String = value.chars().take(80).collect();
        let message = format!("The value \u{201c}{shown}\u{201d} of {name} cannot be used.");
        Self::new(StatusCode::BAD_REQUEST, "bad-value", message)
            .detail(format!("{name} is {wanted}."))
    }

    /// The client accepts none of the forms there are.
    pub(crate) fn not_acceptable(offers: &[&str]) -> Self {
        let mut problem = Self::new(
            StatusCode::NOT_ACCEPTABLE,
            "not-acceptable",
            "This document is given in none of the forms that the request accepts.",
        );
        problem.details = offers.iter().map(|offer| (*offer).to_owned()).collect();
        problem
    }

    pub(crate) fn not_allowed() -> Self {
        let mut problem = Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "This address can only be read.",
        );
        problem.allow = Some("GET,HEAD");
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
        problem
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
        if let Some(range) = &self.range
            && let Ok(value) = HeaderValue::from_str(range)
        {
            headers.insert(header::CONTENT_RANGE, value);
        }
        response.extensions_mut().insert(self);
        response
    }
}
