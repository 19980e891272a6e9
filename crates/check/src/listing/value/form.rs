//! Forms of values.

use crate::form::{is_digits, is_digits_of};
use crate::listing::words::is_positive;
use model::sequence::Location;

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
    let (amino, bases) = rest
        .split_once(",seq:")
        .map_or((rest, None), |(a, b)| (a, Some(b)));
    let is_base = |byte: u8| b"acgtmrwsykvhdbn".contains(&byte);
    Location::parse(location).is_ok()
        && letter(amino).is_some()
        && bases.is_none_or(|bases| bases.len() == 3 && bases.bytes().all(is_base))
}

fn is_collection_date(value: &str) -> bool {
    let mut ends = value.split('/');
    ends.clone().count() <= 2 && ends.all(is_one_date)
}

fn is_one_date(value: &str) -> bool {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let is_month = |name: &str| {
        let mut months = MONTHS.as_bytes().chunks(3);
        months.any(|month| month == name.as_bytes())
    };
    let is_year = |text: &str| is_digits_of(text, 4, 4);
    let is_day = |text: &str| {
        is_digits_of(text, 2, 2) && text.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
    };
    let is_iso = |text: &str| {
        let date = text.split('T').next().unwrap_or_default();
        let parts: Vec<&str> = date.split('-').collect();
        is_year(parts[0])
            && parts.len() <= 3
            && parts[1..].iter().all(|part| is_day(part))
            && parts.get(1).is_none_or(|month| *month <= "12")
    };
    match value.split('-').collect::<Vec<_>>()[..] {
        [month, year] if is_month(month) => is_year(year),
        [day, month, year] if is_month(month) => is_day(day) && is_year(year),
        _ => is_iso(value),
    }
}

fn is_accession(value: &str) -> bool {
    let inner = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let (accession, version) = inner.unwrap_or(value).rsplit_once('.').unwrap_or_default();
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    !accession.is_empty() && accession.bytes().all(is_sign) && is_digits(version)
}

fn is_enzyme(value: &str) -> bool {
    let parts: Vec<&str> = value.split('.').collect();
    let mut open = false;
    parts.len() == 4
        && parts.iter().enumerate().all(|(at, part)| {
            let is_open = *part == "-";
            let is_in_order = !open || is_open;
            open |= is_open;
            let number = part.strip_prefix('n').filter(|_| at == 3).unwrap_or(part);
            is_in_order && (is_open || is_digits(number))
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

fn is_primers(value: &str) -> bool {
    value.contains("fwd_seq:") && value.contains("rev_seq:")
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
    let is_letter = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_whitespace();
    !value.is_empty() && value.bytes().all(is_letter)
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
                "(pos:34..36,aa:phe)",
            ),
            ("collection_date", "21-Oct-1952", "21-10-1952"),
            ("collection_date", "Oct-1952", "October 1952"),
            ("collection_date", "1952-10-21T11:43Z", "1952-13-21"),
            ("collection_date", "1952/1953", "52"),
            ("compare", "AJ634337.1", "AJ634337"),
            ("EC_number", "1.1.2.4", "1.1.2"),
            ("EC_number", "1.1.2.-", "1.-.2.4"),
            ("EC_number", "1.1.2.n3", "1.1.n2.4"),
            ("lat_lon", "47.94 N 28.12 W", "47.94N 28.12W"),
            ("mobile", "other:Ty1", "other"),
            ("number", "4a", "4 a"),
            ("PCR_primers", "fwd_seq: acg, rev_seq: cgt", "acg, cgt"),
            ("protein_id", "12", "AAA12"),
            ("rpt_unit_range", "202..245", "202-245"),
            ("satellite", "microsatellite: DC130", "sat"),
            ("translation", "MAL", "mal"),
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
