//! Which address leads where.

use crate::problem::{ALLOWED, Problem};
use crate::{api, assets, finish, web};
use axum::Router;
use axum::extract::Path;
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use office::register::Register;
use std::sync::Arc;

/// Takes lines for the operator.
pub type Log = Arc<dyn Fn(&str) + Send + Sync>;

/// What handlers share.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) register: Register,
    pub(crate) log: Log,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

/// Gives the pages and the API of a register; `log` takes what only the operator should see.
pub fn router(register: Register, log: Log) -> Router {
    let register = register.addressed(web::address::image);
    let app = App { register, log };
    let api = Router::new()
        .route("/patents/publications", get(api::list))
        .route("/patents/publications/{id}", get(api::publication))
        .route("/patents/publications/{id}/source", get(api::source))
        .route(
            "/patents/publications/{id}/drawings/{name}",
            get(api::drawing),
        );
    let document = Router::new()
        .route("/", get(web::overview))
        .route("/claims", get(web::claims))
        .route("/description", get(web::description))
        .route("/drawings", get(web::drawings))
        .route("/drawings/{number}", get(web::drawing))
        .route("/images/{name}", get(web::image))
        .route("/family", get(web::family))
        .route("/files", get(web::files))
        .route("/findings", get(web::findings));
    Router::new()
        .route("/", get(web::start))
        .route("/patents", get(web::results))
        .route("/roll", get(web::roll))
        .route("/api", get(web::interface))
        .nest("/patents/{id}", document)
        .nest("/api/v1", api)
        .route("/assets/{name}", get(assets::asset))
        .fallback(nowhere)
        .method_not_allowed_fallback(other_method)
        .layer(axum::middleware::from_fn_with_state(
            app.clone(),
            finish::finish,
        ))
        .with_state(app)
}

/// Answers where nothing is; `OPTIONS *` asks for no address.
async fn nowhere(method: Method, uri: Uri) -> Result<Response, Problem> {
    if method == Method::OPTIONS && matches!(uri.path(), "" | "*" | "/*") {
        return Ok(methods());
    }
    Err(Problem::nowhere())
}

/// Answers a method that reads nothing.
async fn other_method(method: Method) -> Result<Response, Problem> {
    if method == Method::OPTIONS {
        return Ok(methods());
    }
    Err(Problem::not_allowed())
}

/// Says which methods there are.
fn methods() -> Response {
    (StatusCode::NO_CONTENT, [(header::ALLOW, ALLOWED)]).into_response()
}

/// The part of an address that names a document.
pub(crate) type Id = Path<String>;
