//! `number/root-differs`.

use crate::{Context, form, rule::Found};
use model::DocumentId;

rule! {
    /// The root of a document names the same publication as its bibliographic data.
    ///
    /// *What it checks:* country, number and kind code of the root element against those of the
    /// publication; in documents of the United States the file name of the root instead.
    ///
    /// *Why:* programs that look at the root only, and those that read on, must not disagree.
    ///
    /// *Example:* a root with `kind="A1"` over data with kind code `B1`.
    ///
    /// Clause: ST.36 document-id
    struct RootDiffers = "number/root-differs", Error,
        "correct the root, or the bibliographic data, from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let documents = &patent.publication.documents;
    if documents.iter().all(DocumentId::is_empty) {
        return;
    }
    let mut say = |name: &str, value: &str| {
        let own = patent.document().map(DocumentId::docdb).unwrap_or_default();
        let own = own.trim_matches('.');
        let message = format!("the root says {name} {value}, the bibliographic data say {own}");
        found.say(format_args!("@{name}"), value, message);
    };
    for attribute in &patent.origin.attributes {
        let value = attribute.value.trim();
        let same = |id: &DocumentId| match attribute.name.as_str() {
            "country" => id.office.trim() == value || id.office.is_empty(),
            "doc-number" => is_same_number(value, id) || id.number.is_empty(),
            "kind" => id.kind.trim() == value || id.kind.is_empty(),
            "file" if context.is_format("redbook") => is_named_in(value, id),
            _ => true,
        };
        if !documents.iter().any(same) {
            say(&attribute.name, value);
        }
    }
}

fn is_same_number(value: &str, id: &DocumentId) -> bool {
    let value = DocumentId {
        number: value.into(),
        ..DocumentId::default()
    };
    value.unpadded() == id.unpadded()
}

/// Whether a file name such as `US01234567-20200107.XML` has the number of the document.
fn is_named_in(file: &str, id: &DocumentId) -> bool {
    let name = file.split(['-', '.']).next().unwrap_or_default();
    let number = form::plain(&id.number);
    let Some(rest) = name.strip_prefix(id.office.trim()) else {
        return true;
    };
    rest.is_empty() || rest.starts_with(number.as_str()) || rest.starts_with(id.unpadded().as_str())
}
