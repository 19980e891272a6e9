//! Simple types and the values that they take.

use std::borrow::Cow;

use super::lexical as lex;

/// A simple type.
///
/// Some matchers are a little narrower than the schema (a year of four digits, ASCII digits only): what they take is always valid.
pub(crate) enum Type {
    Text,
    Token,
    /// White space only.
    Blank,
    Boolean,
    Decimal,
    Integer,
    NonNegativeInteger,
    PositiveInteger,
    UnsignedLong,
    Date,
    Year,
    YearMonth,
    DateTime,
    Uri,
    NmToken,
    NmTokens,
    NcName,
    Id,
    IdRef,
    IdRefs,
    Base64,
    /// One value only.
    Exact(&'static str),
    /// Sorted values; white space around them does not count.
    OneOf(&'static [&'static str]),
    /// Sorted values, compared as they stand.
    Literal(&'static [&'static str]),
    Pattern(Pattern),
    List(&'static Self, u8, u8),
    Union(&'static [Self]),
}

/// The patterns of the schemas, matched by hand.
#[derive(Clone, Copy)]
pub(crate) enum Pattern {
    AccessCode,
    ClassDigits,
    Color,
    FifteenDigits,
    GroupAlignment,
    Letter,
    MaskedCard,
    MathLength,
    MathPadding,
    NotificationNumber,
    OneCharacter,
    ReferenceNumber,
    SixDigits,
    TableAlignment,
}

/// Whether a type takes a value, white space around and in it being normalized where the type says so.
pub(crate) fn fits(kind: &Type, value: &str) -> bool {
    kind.accepts(value) || kind.normalize(value).is_some()
}

impl Type {
    /// Whether the type takes exactly this text.
    pub(crate) fn accepts(&self, value: &str) -> bool {
        match self {
            Self::Text | Self::Token => true,
            Self::Blank => value.bytes().all(lex::is_space),
            Self::Boolean => matches!(value, "true" | "false" | "1" | "0"),
            Self::Decimal => lex::decimal(value),
            Self::Integer => lex::integer(value),
            Self::NonNegativeInteger => lex::non_negative(value),
            Self::PositiveInteger => lex::positive(value),
            Self::UnsignedLong => {
                value.bytes().all(|byte| byte.is_ascii_digit()) && value.parse::<u64>().is_ok()
            }
            Self::Date => lex::date(value),
            Self::Year => lex::year(value),
            Self::YearMonth => lex::year_month(value),
            Self::DateTime => lex::date_time(value),
            Self::Uri => lex::uri(value),
            Self::NmToken => lex::name_token(value),
            Self::NmTokens => lex::words(value, lex::name_token),
            Self::NcName | Self::Id | Self::IdRef => lex::ncname(value),
            Self::IdRefs => lex::words(value, lex::ncname),
            Self::Base64 => lex::base64(value),
            Self::Exact(own) => *own == value,
            Self::OneOf(values) | Self::Literal(values) => values.binary_search(&value).is_ok(),
            Self::Pattern(pattern) => pattern.matches(value),
            Self::List(item, min, max) => {
                let mut count = 0;
                value
                    .split(is_space)
                    .filter(|word| !word.is_empty())
                    .all(|word| {
                        count += 1;
                        item.accepts(word)
                    })
                    && count >= usize::from(*min)
                    && (*max == u8::MAX || count <= usize::from(*max))
            }
            Self::Union(members) => members.iter().any(|member| member.accepts(value)),
        }
    }

    /// The value with its white space normalized, if the type takes it then and did not before.
    pub(crate) fn normalize(&self, value: &str) -> Option<String> {
        if matches!(
            self,
            Self::Text | Self::Token | Self::Literal(_) | Self::Blank
        ) {
            return None;
        }
        let spaced = value.starts_with(is_space)
            || value.ends_with(is_space)
            || value
                .bytes()
                .any(|byte| matches!(byte, b'\t' | b'\r' | b'\n'))
            || value.contains("  ");
        let normal = spaced.then(|| collapse(value))?;
        self.accepts(&normal).then(|| normal.into_owned())
    }

    /// The emptiest value, if there is one: nothing, or "XX" for the codes of ST.3.
    pub(crate) fn emptiest(&self) -> Option<&'static str> {
        if self.accepts("") {
            return Some("");
        }
        match self {
            Self::OneOf(values) if values.contains(&"XX") => Some("XX"),
            _ => None,
        }
    }

    /// The values that the type enumerates.
    pub(crate) fn values(&self) -> &'static [&'static str] {
        match self {
            Self::OneOf(values) | Self::Literal(values) => values,
            Self::Union(members) => members
                .iter()
                .map(Self::values)
                .find(|values| !values.is_empty())
                .unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// White space of XML.
pub(crate) fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n')
}

/// The text without white space around it and with single spaces in it.
pub(crate) fn collapse(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_matches(is_space);
    let plain = !trimmed.contains("  ")
        && !trimmed
            .bytes()
            .any(|byte| matches!(byte, b'\t' | b'\r' | b'\n'));
    if plain {
        return Cow::Borrowed(trimmed);
    }
    let words: Vec<&str> = trimmed
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    Cow::Owned(words.join(" "))
}

impl Pattern {
    fn matches(self, value: &str) -> bool {
        let bytes = value.as_bytes();
        let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        match self {
            Self::AccessCode => {
                bytes.len() == 4
                    && bytes
                        .iter()
                        .all(|b| b.is_ascii_alphanumeric() || *b == b',')
            }
            Self::ClassDigits => bytes.len() == 2 && digits(bytes) && value != "00",
            Self::FifteenDigits => bytes.len() == 15 && digits(bytes),
            Self::Letter => bytes.len() == 1 && bytes[0].is_ascii_uppercase(),
            Self::SixDigits => bytes.len() == 6 && digits(bytes),
            Self::MaskedCard => bytes.split_last_chunk::<4>().is_some_and(|(mask, last)| {
                mask.iter().all(|b| matches!(b, b'/' | b'*')) && digits(last)
            }),
            Self::NotificationNumber => {
                bytes.split_first_chunk::<3>().is_some_and(|(start, rest)| {
                    start.iter().all(u8::is_ascii_uppercase) && rest.len() == 6 && digits(rest)
                })
            }
            Self::ReferenceNumber => matches!(bytes.len(), 9 | 10) && digits(bytes),
            Self::Color => lex::color(value.trim_matches(is_space)),
            Self::GroupAlignment => lex::group_alignment(value),
            Self::MathLength => lex::math_length(value.trim_matches(is_space)),
            Self::MathPadding => lex::math_padding(value.trim_matches(is_space)),
            Self::OneCharacter => {
                let mut letters = value.trim_matches(is_space).chars();
                letters.next().is_some() && letters.next().is_none()
            }
            Self::TableAlignment => lex::table_alignment(value.trim_matches(is_space)),
        }
    }
}
