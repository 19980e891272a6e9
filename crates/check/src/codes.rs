//! Codes of offices, countries and languages, in compact sorted tables.

mod countries;
mod languages;

pub(crate) use countries::is_country;
pub(crate) use languages::is_language;
use model::number::holds;
pub(crate) use model::number::{is_former_office, is_office};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_without_doubles() {
        for table in [
            model::number::OFFICES,
            model::number::FORMER_OFFICES,
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
