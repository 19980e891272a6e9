//! Forms of values.

use crate::form::{is_digits, is_digits_of};
use crate::listing::words::is_positive;
use model::sequence::{Location, Stretch};

/// The form that a value should have, when it has another one.
pub(crate) fn form(name: &str, value: &str) -> Option<&'static str> {
    let (is_right, wanted): (fn(&str) -> bool, _) = match name {
        "anticodon" => (is_anticodon, "(pos:LOCATION,aa:AMINO ACID,seq:NUCLEOTIDES)"),
        "collection_date" => (is_collection_date, "DD-Mmm-YYYY, Mmm-YYYY or YYYY"),
        "compare" => (is_accession, "ACCESSION.VERSION"),
        "EC_number" => (is_enzyme, "four numbers with dots between them"),
        "lat_lon" => (is_coordinates, "degrees N or S, degrees E or W"),
        "mobile" => (is_mobile, "a type, or TYPE:NAME"),
        "number" => (is_token, "one word without blanks"),
        "PCR_primers" => (
            is_primers,
            "[fwd_name: NAME, ]fwd_seq: SEQUENCE, and the same with rev_",
        ),
        "protein_id" => (is_positive, "the number of a sequence"),
        "rpt_unit_range" | "tag_peptide" => (is_range, "FROM..TO"),
        "satellite" => (
            is_satellite,
            "satellite, microsatellite or minisatellite[:CLASS][ NAME]",
        ),
        "translation" => (is_letters, "amino acids in capital letters"),
        "transl_except" => (
            |value| exception(value).is_some(),
            "(pos:LOCATION,aa:AMINO ACID)",
        ),
        _ => return None,
    };
    (!is_right(value)).then_some(wanted)
}

/// The codon that `(pos:LOCATION,aa:AMINO ACID)` names, and the letter for which it stands.
///
/// All positions of the codon are given, so that it is found however it is split. What is no amino acid with a letter
/// of its own is `X`, and the end of a translation `*`.
pub(crate) fn exception(value: &str) -> Option<Vec<(u64, u8)>> {
    let inner = value.strip_prefix("(pos:")?.strip_suffix(')')?;
    let (location, amino) = inner.rsplit_once(",aa:")?;
    let letter = letter(amino)?;
    let stretches = Location::parse(location).ok()?.stretches();
    let mut positions = Vec::new();
    for stretch in stretches {
        if stretch.to < stretch.from || stretch.to - stretch.from > 2 || positions.len() > 2 {
            return None;
        }
        positions.extend((stretch.from..=stretch.to).map(|position| (position, letter)));
    }
    (!positions.is_empty()).then_some(positions)
}

/// The places that a value of this qualifier names; `None` when it has none, or another form.
pub(crate) fn places(name: &str, value: &str) -> Option<Vec<Stretch>> {
    let location = match name {
        "anticodon" | "transl_except" => value.strip_prefix("(pos:")?.split_once(",aa:")?.0,
        "rpt_unit_range" | "tag_peptide" => value,
        _ => return None,
    };
    Some(Location::parse(location).ok()?.stretches())
}

/// The letter of an amino acid by its short name.
fn letter(short: &str) -> Option<u8> {
    const NAMES: &str =
        "AlaArgAsnAspCysGlnGluGlyHisIleLeuLysMetPheProPylSerSecThrTrpTyrValAsxGlxXleXaa";
    const LETTERS: &[u8] = b"ARNDCQEGHILKMFPOSUTWYVBZJX";
    if short == "TERM" {
        return Some(b'*');
    }
    if short == "OTHER" {
        return Some(b'X');
    }
    let mut names = NAMES.as_bytes().chunks(3);
    names
        .position(|name| name == short.as_bytes())
        .map(|at| LETTERS[at])
}

fn is_anticodon(value: &str) -> bool {
    let inner = value
        .strip_prefix("(pos:")
        .and_then(|rest| rest.strip_suffix(')'));
    let Some((location, rest)) = inner.and_then(|inner| inner.split_once(",aa:")) else {
        return false;
    };
    let Some((amino, bases)) = rest.split_once(",seq:") else {
        return false;
    };
    let is_base = |byte: u8| b"acgtmrwsykvhdbn".contains(&byte);
    Location::parse(location).is_ok()
        && letter(amino).is_some()
        && bases.len() == 3
        && bases.bytes().all(is_base)
}

fn is_collection_date(value: &str) -> bool {
    let mut ends = value.split('/');
    ends.clone().count() <= 2 && ends.all(is_one_date)
}

fn is_one_date(value: &str) -> bool {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let month_of = |name: &str| {
        let mut months = MONTHS.as_bytes().chunks(3);
        let month = months.position(|month| month == name.as_bytes())?;
        Some(format!("{:02}", month + 1))
    };
    let is_year = |text: &str| is_digits_of(text, 4, 4);
    let is_number = |text: &str| is_digits_of(text, 2, 2) && text != "00";
    let is_real = |year: &str, month: &str, day: &str| {
        let date = model::Date::new(format!("{year}-{month}-{day}")).ymd();
        is_number(day) && date.is_some_and(|date| date.day.is_some())
    };
    let is_iso = |text: &str| {
        let date = text.split('T').next().unwrap_or_default();
        let parts: Vec<&str> = date.split('-').collect();
        match parts[..] {
            [year] => is_year(year),
            [year, month] => is_year(year) && is_number(month) && month <= "12",
            [year, month, day] => is_year(year) && is_number(month) && is_real(year, month, day),
            _ => false,
        }
    };
    match value.split('-').collect::<Vec<_>>()[..] {
        [month, year] if month_of(month).is_some() => is_year(year),
        [day, month, year] => match month_of(month) {
            Some(month) => is_year(year) && is_real(year, &month, day),
            None => is_iso(value),
        },
        _ => is_iso(value),
    }
}

fn is_accession(value: &str) -> bool {
    let inner = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let (accession, version) = inner.unwrap_or(value).rsplit_once('.').unwrap_or_default();
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    accession.starts_with(|c: char| c.is_ascii_alphabetic())
        && accession.bytes().all(is_sign)
        && is_digits(version)
}

fn is_enzyme(value: &str) -> bool {
    let parts: Vec<&str> = value.split('.').collect();
    let mut open = false;
    parts.len() == 4
        && parts.iter().enumerate().all(|(at, part)| {
            let is_open = *part == "-";
            let is_in_order = !open || is_open;
            open |= is_open;
            let awaited = part.strip_prefix('n').filter(|_| at == 3);
            let is_awaited = awaited.is_some_and(|rest| rest.is_empty() || is_digits(rest));
            is_in_order && (is_open || is_awaited || is_digits(part))
        })
}

fn is_coordinates(value: &str) -> bool {
    let is_degrees = |text: &str, most: u16| {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let degrees = whole.parse::<u16>().is_ok_and(|degrees| degrees <= most);
        is_digits_of(whole, 1, 3) && is_digits_of(part, 1, 8) && degrees
    };
    match value.split(' ').collect::<Vec<_>>()[..] {
        [north, "N" | "S", east, "W" | "E"] => is_degrees(north, 90) && is_degrees(east, 180),
        _ => false,
    }
}

fn is_mobile(value: &str) -> bool {
    const TYPES: [&str; 9] = [
        "transposon",
        "retrotransposon",
        "integron",
        "insertion sequence",
        "non-LTR retrotransposon",
        "SINE",
        "MITE",
        "LINE",
        "other",
    ];
    let (kind, name) = value.split_once(':').unwrap_or((value, ""));
    TYPES.contains(&kind) && (kind != "other" || !name.trim().is_empty())
}

fn is_token(value: &str) -> bool {
    !value.is_empty() && !value.contains(char::is_whitespace)
}

/// Parts with names, commas between them; a comma may stand in the name of a primer.
fn is_primers(value: &str) -> bool {
    let (mut forward, mut backward) = (false, false);
    let mut is_name = false;
    for part in value.split(',') {
        let (name, rest) = part.split_once(':').unwrap_or(("", part));
        let is_sequence = !rest.trim().is_empty() && !rest.trim().contains([' ', ';']);
        match name.trim() {
            "fwd_seq" if is_sequence => forward = true,
            "rev_seq" if is_sequence => backward = true,
            "fwd_name" | "rev_name" => {}
            _ if is_name => continue,
            _ => return false,
        }
        is_name = name.ends_with("_name");
    }
    forward && backward
}

fn is_range(value: &str) -> bool {
    let range = value.split_once("..");
    range.is_some_and(|(from, to)| is_positive(from) && is_positive(to))
}

fn is_satellite(value: &str) -> bool {
    let kind = value.split([':', ' ']).next().unwrap_or_default();
    ["satellite", "microsatellite", "minisatellite"].contains(&kind)
}

fn is_letters(value: &str) -> bool {
    let is_right = |line: &str| line.trim().bytes().all(|byte| byte.is_ascii_uppercase());
    !value.is_empty() && value.lines().all(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_known() {
        for (name, right, wrong) in [
            (
                "anticodon",
                "(pos:34..36,aa:Phe,seq:aaa)",
                "(pos:34..36,aa:Phe)",
            ),
            ("collection_date", "21-Oct-1952", "21-10-1952"),
            ("collection_date", "Oct-1952", "October 1952"),
            ("collection_date", "1952-10-21T11:43Z", "1952-13-21"),
            ("collection_date", "1952/1953", "52"),
            ("collection_date", "29-Feb-2000", "30-Feb-2000"),
            ("collection_date", "2000-02-29", "2001-02-29"),
            ("compare", "AJ634337.1", "AJ634337"),
            ("compare", "[X1.2]", "12345.1"),
            ("EC_number", "1.1.2.n", "1.1.n.n"),
            ("EC_number", "1.1.2.4", "1.1.2"),
            ("EC_number", "1.1.2.-", "1.-.2.4"),
            ("EC_number", "1.1.2.n3", "1.1.n2.4"),
            ("lat_lon", "47.94 N 28.12 W", "47.94N 28.12W"),
            ("mobile", "other:Ty1", "other"),
            ("number", "4a", "4 a"),
            ("PCR_primers", "fwd_seq: acg, rev_seq: cgt", "acg, cgt"),
            (
                "PCR_primers",
                "fwd_name: a, b, fwd_seq: acg,rev_name: c,rev_seq: c<i>t",
                "fwd_seq: acg; rev_seq: cgt",
            ),
            (
                "PCR_primers",
                "fwd_seq: a, rev_seq: c",
                "fwd_seq: , rev_seq: c",
            ),
            ("protein_id", "12", "AAA12"),
            ("rpt_unit_range", "202..245", "202-245"),
            ("satellite", "microsatellite: DC130", "sat"),
            ("translation", "MAL", "mal"),
            ("translation", "MAL\n  KRF", "MAL KRF"),
            ("translation", "MX", "M*"),
            (
                "transl_except",
                "(pos:213..215,aa:Trp)",
                "pos:213..215,aa:Trp",
            ),
            (
                "transl_except",
                "(pos:213,aa:TERM)",
                "(pos:213..219,aa:TERM)",
            ),
        ] {
            assert_eq!(form(name, right), None, "{name} {right}");
            assert!(form(name, wrong).is_some(), "{name} {wrong}");
        }
        assert_eq!(form("unheard of", "x"), None);
    }

    #[test]
    fn exceptions_name_their_codon() {
        let codon = exception("(pos:4..6,aa:Sec)").unwrap();
        assert_eq!(codon, [(4, b'U'), (5, b'U'), (6, b'U')]);
        assert_eq!(
            exception("(pos:complement(7),aa:OTHER)").unwrap(),
            [(7, b'X')]
        );
    }
}
