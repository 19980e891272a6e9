//! Templates: one line of a table reads a number and writes it.
//!
//! Letters stand for themselves. `-` and `/` are written, and when read any mark will do, but there
//! must be one; so it is with `.`. A blank, a no-break blank and `,` are written and need not be
//! there. `|` is a mark that must be there and is not written. `[...]` may be absent. Fields:
//!
//! * `{y}` the year; `{yy}` two digits of it; `{z}` the year less fifty; `{r:K}` the year of Taiwan,
//!   K digits; `{e}` an imperial year of Japan with the letter of its era; `{i}` the same without the
//!   letter, `{i:K}` with K digits and no mark behind it; `{j}` the same with the sign of its era
//! * `{n}` the serial number; `{n:7}` padded; `{n:1-6}` that many digits; `{n,}` in groups of three
//! * `{t:2}` two digits that say what kind of application it is; `{l:1-3}` letters
//! * `{o}` an office; `{p:4}` the number of a part; `{c}` the check digit

use super::text::{Gap, Text};
use crate::Str;

/// What a template took from a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) year: Option<u16>,
    pub(super) serial: Option<u64>,
    pub(super) code: Str,
    pub(super) letters: Str,
    pub(super) office: Str,
    pub(super) part: Option<u64>,
    pub(super) check: Option<char>,
    /// Whether a mark stood before the check digit.
    pub(super) check_apart: bool,
    pub(super) kind: Str,
}

/// A template made ready.
#[derive(Debug)]
pub(super) struct Template {
    parts: Vec<Part>,
    /// The rows that come of taking or leaving what may be absent.
    variants: Vec<Vec<Part>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Literal(char),
    /// A mark: what is written, and whether it must be there.
    Mark(Option<char>, bool),
    Field(Field),
    Optional(Vec<Self>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    name: char,
    least: usize,
    most: usize,
    group: Option<char>,
}

const NARROW: char = '\u{a0}';
/// Solutions of one template that are looked at.
const MOST: usize = 6;

impl Template {
    /// Makes a template ready; a mistake in one is found by a test.
    pub(super) fn new(template: &str) -> Self {
        let mut chars = template.chars();
        let parts = parts(&mut chars, None);
        let variants = variants(&parts);
        Self { parts, variants }
    }

    /// All that the template can take from a text, whole.
    pub(super) fn read(&self, text: &Text, preset: &Fields) -> Vec<Fields> {
        let mut found = Vec::new();
        for variant in &self.variants {
            step(variant, text, 0, preset.clone(), &mut found);
        }
        found
    }

    /// Writes the fields; `None` when one is missing.
    pub(super) fn write(&self, fields: &Fields) -> Option<String> {
        write(&self.parts, fields)
    }
}

fn parts(chars: &mut std::str::Chars<'_>, end: Option<char>) -> Vec<Part> {
    let mut out = Vec::new();
    while let Some(c) = chars.next() {
        if Some(c) == end {
            break;
        }
        out.push(match c {
            '{' => {
                let spec: String = chars.by_ref().take_while(|c| *c != '}').collect();
                Part::Field(field(&spec))
            }
            '[' => Part::Optional(parts(chars, Some(']'))),
            '-' | '/' | '.' => Part::Mark(Some(c), true),
            '|' => Part::Mark(None, true),
            ' ' | NARROW | ',' | '(' | ')' => Part::Mark(Some(c), false),
            _ => Part::Literal(c),
        });
    }
    out
}

fn field(spec: &str) -> Field {
    let (spec, group) = match spec.strip_suffix([',', '_']) {
        Some(rest) if spec.ends_with(',') => (rest, Some(',')),
        Some(rest) => (rest, Some(NARROW)),
        None => (spec, None),
    };
    let (name, size) = spec.split_once(':').unwrap_or((spec, ""));
    let number = |text: &str| text.parse::<usize>().ok();
    let (least, most) = match size.split_once('-') {
        Some((least, most)) => (number(least), number(most)),
        None => (number(size), number(size)),
    };
    // The year in two digits is told from that in four by its name.
    let name = if name == "yy" {
        'Y'
    } else {
        name.chars().next().unwrap_or('n')
    };
    let usual = match name {
        'n' => (1, 12),
        _ => (0, 0),
    };
    Field {
        name,
        least: least.unwrap_or(usual.0),
        most: most.unwrap_or(usual.1),
        group,
    }
}

/// The rows of parts that come of taking or leaving what may be absent.
fn variants(parts: &[Part]) -> Vec<Vec<Part>> {
    let mut out = vec![Vec::new()];
    for part in parts {
        match part {
            Part::Optional(inner) => {
                let with: Vec<Vec<Part>> = out
                    .iter()
                    .map(|row: &Vec<Part>| row.iter().chain(inner).cloned().collect())
                    .collect();
                out.splice(0..0, with);
            }
            part => out.iter_mut().for_each(|row| row.push(part.clone())),
        }
    }
    out
}

fn step(parts: &[Part], text: &Text, at: usize, fields: Fields, found: &mut Vec<Fields>) {
    if found.len() >= MOST {
        return;
    }
    let Some((part, rest)) = parts.split_first() else {
        if at == text.chars.len() {
            found.push(fields);
        }
        return;
    };
    match part {
        Part::Literal(wanted) if text.chars.get(at) == Some(wanted) => {
            step(rest, text, at + 1, fields, found);
        }
        Part::Literal(_) | Part::Optional(_) => {}
        Part::Mark(_, must) => {
            let is_there = at > 0 && at < text.chars.len() && text.is_apart(at);
            if is_there || !must {
                step(rest, text, at, fields, found);
            }
        }
        Part::Field(field) => take(field, text, at, &fields, &mut |next, fields| {
            step(rest, text, next, fields, found);
        }),
    }
}

type Go<'g> = &'g mut dyn FnMut(usize, Fields);

fn take(field: &Field, text: &Text, at: usize, fields: &Fields, go: Go<'_>) {
    match field.name {
        'n' => serial(field, text, at, fields, go),
        'p' => {
            if let Some(number) = digits(text, at, field.least) {
                let part = number.parse().ok();
                go(
                    at + field.least,
                    Fields {
                        part,
                        ..fields.clone()
                    },
                );
            }
        }
        't' => {
            if let Some(code) = digits(text, at, field.least) {
                go(
                    at + field.least,
                    Fields {
                        code: code.into(),
                        ..fields.clone()
                    },
                );
            }
        }
        'l' => {
            for count in (field.least..=field.most).rev() {
                if let Some(letters) = letters(text, at, count) {
                    go(
                        at + count,
                        Fields {
                            letters: letters.into(),
                            ..fields.clone()
                        },
                    );
                }
            }
        }
        'o' => {
            if let Some(office) = letters(text, at, 2).filter(|code| super::is_known(code)) {
                go(
                    at + 2,
                    Fields {
                        office: office.into(),
                        ..fields.clone()
                    },
                );
            }
        }
        'c' => {
            let check = text
                .chars
                .get(at)
                .filter(|c| c.is_ascii_digit() || **c == 'X');
            if let Some(check) = check {
                let check_apart = text.is_apart(at);
                let check = Some(*check);
                go(
                    at + 1,
                    Fields {
                        check,
                        check_apart,
                        ..fields.clone()
                    },
                );
            }
        }
        _ => year(field, text, at, fields, go),
    }
}

fn year(field: &Field, text: &Text, at: usize, fields: &Fields, go: Go<'_>) {
    let mut say = |next: usize, year: u32| {
        if let Ok(year) = u16::try_from(year) {
            go(
                next,
                Fields {
                    year: Some(year),
                    ..fields.clone()
                },
            );
        }
    };
    let value = |count: usize| digits(text, at, count).and_then(|text| text.parse::<u32>().ok());
    match field.name {
        'y' => {
            if let Some(year) = value(4) {
                say(at + 4, year);
            }
        }
        'Y' => {
            if let Some(year) = value(2) {
                say(at + 2, 1900 + year);
                // No office that writes two digits means a year so far ahead.
                if year < 50 {
                    say(at + 2, 2000 + year);
                }
                say(at + 2, 1800 + year);
            }
        }
        'z' => {
            if let Some(year) = value(2) {
                say(at + 2, 1950 + year);
            }
        }
        'r' => {
            if let Some(year) = value(field.least) {
                say(at + field.least, 1911 + year);
            }
        }
        'i' => {
            let counts: &[usize] = if field.least > 0 {
                &[field.least]
            } else {
                &[2, 1]
            };
            for &count in counts {
                let is_whole = field.least > 0 || text.is_apart(at + count);
                if let Some(year) = value(count).filter(|_| is_whole) {
                    for era in super::imperial::ERAS {
                        if let Some(year) = era.western(year) {
                            say(at + count, year);
                        }
                    }
                }
            }
        }
        _ => {
            for (next, year) in super::imperial::read(text, at) {
                say(next, year);
            }
        }
    }
}

/// Whether what stands before a digit parts it from the number: one digit behind a point is a check digit.
fn is_parted(text: &Text, index: usize) -> bool {
    match text.gaps[index] {
        Gap::Dash | Gap::Stroke => true,
        Gap::Point => {
            let next = text.chars.get(index + 1);
            !next.is_some_and(char::is_ascii_digit) || text.is_apart(index + 1)
        }
        _ => false,
    }
}

fn serial(field: &Field, text: &Text, at: usize, fields: &Fields, go: Go<'_>) {
    let mut value = String::new();
    let mut ends = Vec::new();
    for index in at..text.chars.len() {
        let c = text.chars[index];
        let is_apart = index > at && is_parted(text, index);
        if !c.is_ascii_digit() || is_apart || value.len() == 15 {
            break;
        }
        value.push(c);
        ends.push(index + 1);
    }
    for (count, end) in ends
        .iter()
        .enumerate()
        .rev()
        .map(|(at, end)| (at + 1, *end))
    {
        let is_padded = field.least == field.most;
        let is_long = is_padded && count > field.most && !value.starts_with('0');
        if !(field.least..=field.most).contains(&count) && !is_long {
            continue;
        }
        if let Ok(serial) = value[..count].parse() {
            let serial = Some(serial);
            go(
                end,
                Fields {
                    serial,
                    ..fields.clone()
                },
            );
        }
    }
}

fn digits(text: &Text, at: usize, count: usize) -> Option<String> {
    run(text, at, count).filter(|run| run.bytes().all(|byte| byte.is_ascii_digit()))
}

fn letters(text: &Text, at: usize, count: usize) -> Option<String> {
    run(text, at, count).filter(|run| run.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// So many characters without a mark between them.
fn run(text: &Text, at: usize, count: usize) -> Option<String> {
    let chars = text.chars.get(at..at.checked_add(count)?)?;
    let is_whole = (at + 1..at + count).all(|index| text.gaps[index] == Gap::None);
    is_whole.then(|| chars.iter().collect())
}

fn write(parts: &[Part], fields: &Fields) -> Option<String> {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Literal(c) => out.push(*c),
            Part::Mark(c, _) => out.extend(*c),
            Part::Optional(inner) => out.push_str(&write(inner, fields).unwrap_or_default()),
            Part::Field(field) => out.push_str(&value(field, fields)?),
        }
    }
    Some(out)
}

fn value(field: &Field, fields: &Fields) -> Option<String> {
    let some = |text: &Str| (!text.is_empty()).then(|| text.to_string());
    let year = || fields.year.map(u32::from);
    Some(match field.name {
        'y' => format!("{:04}", year()?),
        'Y' => format!("{:02}", year()? % 100),
        'z' => format!("{:02}", year()?.checked_sub(1950)? % 100),
        'r' => format!(
            "{:0width$}",
            year()?.checked_sub(1911)?,
            width = field.least
        ),
        'e' => super::imperial::latin(year()?)?,
        'j' => super::imperial::sign(year()?)?,
        'i' => super::imperial::of(year()?)?.1.to_string(),
        'n' => {
            let digits = format!("{:0width$}", fields.serial?, width = field.least);
            match field.group {
                Some(mark) => grouped(&digits, mark),
                None => digits,
            }
        }
        'p' => format!("{:0width$}", fields.part?, width = field.least),
        't' => some(&fields.code)?,
        'l' => some(&fields.letters)?,
        'o' => some(&fields.office)?,
        _ => fields.check?.to_string(),
    })
}

/// Digits in groups of three from the right.
pub(super) fn grouped(digits: &str, separator: char) -> String {
    let mut out = String::with_capacity(digits.len() + 4);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(template: &str, text: &str) -> Vec<(Option<u16>, Option<u64>)> {
        let text = Text::fold(text).unwrap();
        let found = Template::new(template).read(&text, &Fields::default());
        found
            .iter()
            .map(|fields| (fields.year, fields.serial))
            .collect()
    }

    #[test]
    fn templates_read() {
        assert_eq!(read("{n,}", "7,272,630"), [(None, Some(7_272_630))]);
        assert_eq!(read("RE{n:6}", "RE046653"), [(None, Some(46_653))]);
        assert!(read("RE{n:6}", "RE46653").is_empty());
        assert_eq!(
            read("{y}/{n:6-7}", "2007-087468"),
            [(Some(2007), Some(87468))]
        );
        assert!(read("{y}/{n:6-7}", "2007087468").is_empty());
        assert_eq!(
            read("{e}-{n:1-6}", "昭63-123456"),
            [(Some(1988), Some(123_456))]
        );
        assert_eq!(read("{e}{n:1-6}", "H0737678"), [(Some(1995), Some(37678))]);
        assert_eq!(
            read("{y}{n:6}", "20051234567"),
            [(Some(2005), Some(1_234_567))]
        );
        assert_eq!(read("A {n}[/{y}]", "A1/2019"), [(Some(2019), Some(1))]);
    }

    #[test]
    fn templates_write() {
        let fields = Fields {
            year: Some(1988),
            serial: Some(1234),
            ..Fields::default()
        };
        let write = |template| Template::new(template).write(&fields);
        assert_eq!(write("{e}-{n:6}").as_deref(), Some("S63-001234"));
        assert_eq!(write("特開{j}{i}-{n}").as_deref(), Some("特開昭63-1234"));
        assert_eq!(write("{yy}{n:5}[.{c}]").as_deref(), Some("8801234"));
        assert_eq!(write("{n,}").as_deref(), Some("1,234"));
        assert_eq!(write("{c}"), None);
    }
}
