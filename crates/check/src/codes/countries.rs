//! Codes of countries that are no offices.
//!
//! Clause: ISO 3166-1

use super::{holds, is_former_office, is_office};

/// Territories with a code of their own and without an office of ST.3.
pub(super) const MORE: &str = "AQASAXBLCCCXFMGFGPGUHMIOMFMHMQNCNFNUPFPMPNPRPSRESJTFTKUMVIWFYT";

/// Codes that were withdrawn and are not among the former ones of ST.3.
pub(super) const FORMER: &str = "BUNTTPZR";

/// Whether `code` names a country or an office, now or formerly.
pub(crate) fn is_country(code: &str) -> bool {
    is_office(code) || is_former_office(code) || holds(MORE, code) || holds(FORMER, code)
}
