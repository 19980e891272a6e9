//! Document numbers and dates as rows.

use super::row::Row;
use model::{Date, DocumentId};
use std::borrow::Cow;

/// A date as people read it, with the characters of the source where they say more.
pub(crate) fn date_text(date: &Date) -> String {
    let Some(iso) = date.iso() else {
        return date.raw.trim().to_owned();
    };
    let same = |c: &char| *c != '-';
    if iso
        .chars()
        .filter(same)
        .eq(date.raw.trim().chars().filter(same))
    {
        iso
    } else {
        format!("{iso} ({})", date.raw.trim())
    }
}

/// The number of a publication as people read it.
pub(crate) fn publication_number(id: &DocumentId) -> String {
    let number = id.number.trim();
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        id.display().trim().to_owned()
    } else {
        written(id)
    }
}

/// Office, number and kind in the characters of the source.
pub(super) fn written(id: &DocumentId) -> String {
    let parts = [id.office.trim(), id.number.trim(), id.kind.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// A publication as a row: its number as people read it, and all that was written with it.
pub(super) fn publication<'a>(
    code: impl Into<Cow<'a, str>>,
    label: impl Into<Cow<'a, str>>,
    id: &'a DocumentId,
) -> Row<'a> {
    let shown = publication_number(id);
    let number = id.number.trim();
    // Era letters, added zeros, and an office that only the number names are not what was written.
    let is_same = plain(&shown) == plain(&written(id)) && !id.office.trim().is_empty();
    let is_told = (number == id.unpadded() && is_same) || written(id) == shown;
    let row = Row::new(code, label).text(shown);
    let row = if is_told {
        row
    } else {
        row.note("as written", number)
    };
    facts(row, id)
}

fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A document of any kind as a row, in the characters of the source.
pub(super) fn as_written<'a>(
    code: impl Into<Cow<'a, str>>,
    label: impl Into<Cow<'a, str>>,
    id: &'a DocumentId,
) -> Row<'a> {
    facts(Row::new(code, label).text(written(id)), id)
}

/// What stands beside the number of a document.
pub(super) fn facts<'a>(row: Row<'a>, id: &'a DocumentId) -> Row<'a> {
    let DocumentId {
        office: _,
        number: _,
        kind: _,
        date,
        name,
        language,
        format,
        id,
        attributes,
    } = id;
    let row = if date.is_empty() {
        row
    } else {
        row.note("date", date_text(date))
    };
    row.note("name", name.as_str())
        .note("language", language.as_str())
        .note("number format", format.as_str())
        .note("id", id.as_str())
        .attributes(attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_what_was_written() {
        assert_eq!(date_text(&Date::new("20050104")), "2005-01-04");
        assert_eq!(date_text(&Date::new("20000600")), "2000-06 (20000600)");
        assert_eq!(date_text(&Date::new("soon")), "soon");
    }

    #[test]
    fn numbers_with_another_zero_are_shown_as_written_too() {
        let id = |number: &str| DocumentId {
            office: "US".into(),
            number: number.into(),
            kind: "A1".into(),
            ..DocumentId::default()
        };
        let (short, long) = (id("2014240140"), id("20140240140"));
        let row = publication("11", "", &short);
        assert!(
            matches!(&row.values[..], [super::super::Value::Text(text)] if text == "US 2014/0240140 A1")
        );
        assert_eq!(row.notes[0].text, "2014240140");
        assert!(publication("11", "", &long).notes.is_empty());
    }
}
