//! Files, images, the source, and what was not understood.

use super::inid;
use super::row::{Row, Value};
use model::{Attachment, Attribute, Image, Origin, Unmapped};

/// A file which belongs to the document, with what it brings.
pub(crate) fn attachment(attachment_: &Attachment) -> Row<'_> {
    let Attachment {
        name,
        id,
        file,
        attributes,
        images,
        content,
        blocks,
        parts,
    } = attachment_;
    let row = Row::new("", inid::words_of(name))
        .anchor(id)
        .file(file)
        .inlines(content)
        .blocks(blocks)
        .images(images)
        .attributes(attributes)
        .rows(parts.iter().map(attachment));
    if row.is_empty() { row.text("yes") } else { row }
}

/// What is known of an image, but for its file and its words.
pub(crate) fn image_facts(image: &Image) -> String {
    let Image {
        id: _,
        file: _,
        height,
        width,
        alt: _,
        content,
        format,
        orientation,
        inline: _,
        attributes,
    } = image;
    let mut facts: Vec<String> = Vec::new();
    for fact in [content, format, orientation] {
        if !fact.is_empty() {
            facts.push(fact.to_string());
        }
    }
    if !width.is_empty() || !height.is_empty() {
        facts.push(format!("{width} × {height}"));
    }
    for Attribute { name, value } in attributes {
        facts.push(format!("{name}: {value}"));
    }
    facts.join(", ")
}

/// What the source says of itself.
pub(super) fn origin(origin: &Origin) -> Vec<Row<'_>> {
    let Origin {
        format,
        version,
        root,
        recovered,
        attributes,
        bibliographic,
    } = origin;
    let all = Row::default()
        .row(Row::new("", "Format").text(format.as_str()))
        .row(Row::new("", "Version").text(version.as_str()))
        .row(Row::new("", "Root element").text(root.as_str()))
        .rows(
            recovered.then(|| Row::new("", "Not well-formed").text("recovered as far as is safe")),
        )
        .rows(attributes.iter().map(fact))
        .rows(bibliographic.iter().map(fact));
    all.rows
}

fn fact(attribute: &Attribute) -> Row<'_> {
    let Attribute { name, value } = attribute;
    Row::new("", inid::words_of(name)).text(value.as_str())
}

/// A part of the source that was not understood.
pub(super) fn unmapped(unmapped: &Unmapped) -> Row<'_> {
    let Unmapped {
        path,
        span,
        text,
        markup,
        attributes,
    } = unmapped;
    let row = Row::new("", path.as_str())
        .text(text.as_str())
        .attributes(attributes)
        .note("line", span.line.to_string());
    if markup.is_empty() || markup == text {
        row
    } else {
        row.value(Value::Source(markup))
    }
}
