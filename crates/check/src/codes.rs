//! Codes of offices, countries and languages, in compact sorted tables.

mod countries;
mod languages;
mod offices;

pub(crate) use countries::is_country;
pub(crate) use languages::is_language;
pub(crate) use offices::{is_former_office, is_office};

/// Whether a sorted table of two-letter codes, written without gaps, holds `code`.
fn holds(table: &str, code: &str) -> bool {
    let (table, code) = (table.as_bytes(), code.as_bytes());
    if code.len() != 2 {
        return false;
    }
    let (mut low, mut high) = (0, table.len() / 2);
    while low < high {
        let middle = usize::midpoint(low, high);
        match table[middle * 2..middle * 2 + 2].cmp(code) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_without_doubles() {
        for table in [
            offices::CURRENT,
            offices::FORMER,
            countries::MORE,
            countries::FORMER,
            languages::CODES,
        ] {
            let codes: Vec<&[u8]> = table.as_bytes().chunks(2).collect();
            assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{table}");
            for code in codes {
                assert!(holds(table, std::str::from_utf8(code).unwrap()));
            }
        }
    }

    #[test]
    fn codes_are_found_and_others_not() {
        assert!(is_office("EP") && is_office("ZW") && is_office("AD"));
        assert!(!is_office("SU") && is_former_office("SU"));
        assert!(!is_office("QQ") && !is_office("") && !is_office("EPO") && !is_office("ep"));
        assert!(is_country("PR") && is_country("US") && is_country("SU"));
        assert!(!is_country("ZZ"));
        assert!(is_language("de") && !is_language("DE") && !is_language("xx"));
    }
}
