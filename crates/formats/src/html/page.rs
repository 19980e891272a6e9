//! A whole record as one document.

use super::{Html, STYLE};
use crate::view::{self, Body, Part, Topic};
use model::Record;

/// Writes the document.
pub(super) fn page(record: &Record, html: &mut Html<'_>) {
    let language = record.patent().map_or("", |patent| &patent.language);
    let head = view::head(record);
    let parts = view::parts(record);
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html.text(&head.number);
    if let Some(title) = &head.title {
        html.raw(" · ");
        html.text(model::text::plain(&title.content).trim());
    }
    html.raw("</title>\n<style>\n");
    html.raw(STYLE);
    html.raw("</style>\n</head>\n<body>\n");
    html.raw("<a class=\"skip\" href=\"#main\">Skip to the document</a>\n<header>\n<h1>");
    html.raw("<span class=\"document-number\">");
    html.text(&head.number);
    html.raw("</span>");
    if let Some(title) = &head.title {
        html.raw(" <span class=\"title\"");
        html.language(&title.language);
        html.raw(">");
        html.inlines(&title.content);
        html.raw("</span>");
    }
    html.raw("</h1>\n</header>\n");
    contents(&parts, html);
    html.raw("<main id=\"main\">\n");
    for one in &parts {
        part(one, language, html);
    }
    html.raw("</main>\n</body>\n</html>\n");
}

fn contents(parts: &[Part<'_>], html: &mut Html<'_>) {
    html.raw("<nav aria-label=\"Contents\">\n<ul>\n");
    for part in parts {
        html.raw("<li><a");
        html.attribute("href", &format!("#{}", part.anchor));
        html.raw(">");
        html.text(&part_title(part));
        html.raw("</a></li>\n");
    }
    html.raw("</ul>\n</nav>\n");
}

/// The title of a part, with its language when there is one.
pub(super) fn part_title(part: &Part<'_>) -> String {
    if part.language.is_empty() {
        part.title.to_string()
    } else {
        format!("{} ({})", part.title, part.language)
    }
}

/// Writes a part with its heading; what few people look for is folded.
pub(super) fn part(part: &Part<'_>, language: &str, html: &mut Html<'_>) {
    let level = html.options.heading.clamp(1, 6);
    html.raw("<section");
    html.attribute("id", &part.anchor);
    html.raw(">\n");
    let fold = fold(part);
    if let Some(open) = fold {
        html.raw(if open { "<details open>" } else { "<details>" });
        html.raw("<summary>");
    }
    html.raw(&format!("<h{level}>"));
    if !part.code.is_empty() {
        html.raw("<span class=\"inid\"");
        html.attribute("title", &format!("INID code {}", part.code));
        html.raw(">");
        html.text(part.code);
        html.raw("</span> ");
    }
    html.text(&part_title(part));
    html.raw(&format!("</h{level}>"));
    if fold.is_some() {
        html.raw("</summary>");
    }
    html.raw("\n");
    match &part.body {
        Body::Rows(rows) => html.rows(rows),
        Body::Section(section) => html.section(section, language),
        Body::Claims(set) => html.claims(set, language),
        Body::Drawings(drawings) => html.drawings(drawings),
    }
    html.raw(if fold.is_some() {
        "</details>\n</section>\n"
    } else {
        "</section>\n"
    });
}

/// Rows after which a part is folded.
const MANY: usize = 24;

/// Whether a part can be folded, and if so whether it is open.
fn fold(part: &Part<'_>) -> Option<bool> {
    match (part.topic, &part.body) {
        (
            Topic::Claims
            | Topic::Description
            | Topic::Drawings
            | Topic::Section
            | Topic::Sequences,
            _,
        ) => Some(true),
        (Topic::Statements | Topic::Files | Topic::Source | Topic::Unmapped, _) => Some(false),
        (_, Body::Rows(rows)) if rows.len() > MANY => Some(false),
        _ => None,
    }
}
