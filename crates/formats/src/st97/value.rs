//! Values of simple types: flags and numbers where a text is written as JSON writes them, else texts.

use crate::component::schema::kind::Type;

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value<'v> {
    /// As it stands: a flag or a number.
    Bare(&'v str),
    /// As a text.
    Text(&'v str),
}

/// The value that a text of a type is.
pub(super) fn of<'v>(kind: Option<&Type>, text: &'v str) -> Value<'v> {
    let bare = match kind {
        None => false,
        Some(kind) => {
            kinds(kind, is_boolean) && matches!(text, "true" | "false")
                || kinds(kind, is_number) && is_plain_number(text)
        }
    };
    if bare {
        Value::Bare(text)
    } else {
        Value::Text(text)
    }
}

/// Whether a type, or a member of it, is of a kind.
pub(super) fn kinds(kind: &Type, is: fn(&Type) -> bool) -> bool {
    match kind {
        Type::Union(members) => members.iter().any(|member| kinds(member, is)),
        other => is(other),
    }
}

pub(super) fn is_boolean(kind: &Type) -> bool {
    matches!(kind, Type::Boolean | Type::Exact("true" | "false"))
}

pub(super) fn is_number(kind: &Type) -> bool {
    matches!(
        kind,
        Type::Decimal
            | Type::Integer
            | Type::NonNegativeInteger
            | Type::PositiveInteger
            | Type::UnsignedLong
    )
}

/// Whether the text is the one way in which JSON programs write this number.
fn is_plain_number(text: &str) -> bool {
    const EXACT: usize = 15;
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "1"));
    let numeric = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numeric(whole)
        && numeric(part)
        && (whole == "0" || !whole.starts_with('0'))
        && !part.ends_with('0')
        && digits.len() <= EXACT
        && text != "-0"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_numbers_are_numbers() {
        for text in ["0", "9", "-1", "1.5", "123456789012345"] {
            assert_eq!(of(Some(&Type::Decimal), text), Value::Bare(text));
        }
        for text in [
            "09",
            "+1",
            "1.50",
            "1.",
            ".5",
            "-0",
            "1e3",
            "1234567890123456",
            "",
        ] {
            assert_eq!(of(Some(&Type::Decimal), text), Value::Text(text));
        }
        assert_eq!(of(Some(&Type::Boolean), "true"), Value::Bare("true"));
        assert_eq!(of(Some(&Type::Boolean), "1"), Value::Text("1"));
        assert_eq!(of(Some(&Type::Token), "1"), Value::Text("1"));
    }
}
