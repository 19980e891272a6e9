//! What all pages have, and the page of a problem.

use crate::assets::EDITION;
use crate::http::answer::Payload;
use crate::problem::Problem;
use crate::web::line::Line;
use askama::Template;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use office::register::Digest;

/// The frame around a page.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// Names the edition of the style sheet.
    pub(crate) edition: &'static str,
    /// What stands in the search box.
    pub(crate) query: String,
}

impl Frame {
    pub(crate) fn new(query: impl Into<String>) -> Self {
        Self {
            edition: &EDITION,
            query: query.into(),
        }
    }
}

/// Makes a page on a thread that may take its time, and answers with it.
pub(crate) async fn answer<T: Template>(
    method: &Method,
    headers: &HeaderMap,
    make: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let request = headers.clone();
    let work = tokio::task::spawn_blocking(move || {
        let page = make()?;
        let text = page.render().map_err(Problem::internal)?;
        let tag = Digest::of(text.as_bytes()).to_string();
        let payload = Payload::new(Bytes::from(text), "text/html; charset=utf-8", tag);
        Ok::<_, Problem>(payload.packed(&request))
    });
    let payload = work.await.map_err(Problem::internal)??;
    payload.answer(method, headers)
}

#[derive(Template)]
#[template(path = "problem.html")]
struct Said<'a> {
    frame: Frame,
    title: &'static str,
    problem: &'a Problem,
    near: Vec<Line>,
    correlation: &'a str,
}

/// A problem as a page.
pub(crate) fn problem(problem: &Problem, correlation: &str) -> String {
    let title = match problem.status.as_u16() {
        400 => "This address asks for something that cannot be",
        404 => "Not in this register",
        405 => "This address can only be read",
        422 => "This drawing cannot be shown",
        500.. => "The register could not answer",
        _ => "This request cannot be answered",
    };
    let page = Said {
        frame: Frame::new(""),
        title,
        problem,
        near: problem.near.iter().map(Line::of).collect(),
        correlation,
    };
    // A template fails only when its formatter does, and a string takes everything.
    page.render().unwrap_or_else(|_| title.to_owned())
}
