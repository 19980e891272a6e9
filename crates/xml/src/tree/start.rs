//! The start of a document: where its first element begins.

/// The first start tag: declarations, instructions and comments are passed over.
#[must_use]
pub fn root_tag(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = &rest[rest.find('<')?..];
        let skip = if rest.starts_with("<!--") {
            rest.find("-->")? + 3
        } else if rest.starts_with("<?") {
            rest.find("?>")? + 2
        } else if rest.starts_with("<!") {
            doctype_end(rest)?
        } else {
            return Some(&rest[..tag_end(rest)]);
        };
        rest = &rest[skip..];
    }
}

fn doctype_end(text: &str) -> Option<usize> {
    let close = text.find('>')?;
    match text.find('[') {
        Some(open) if open < close => {
            let subset = text[open..].find(']')? + open;
            Some(text[subset..].find('>')? + subset + 1)
        }
        _ => Some(close + 1),
    }
}

/// Where a start tag ends: at the first `>` that stands in no quotes.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}
