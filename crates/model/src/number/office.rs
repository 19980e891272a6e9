//! Codes of states, offices and organizations.
//!
//! Clause: ST.3

/// Codes in use.
pub const OFFICES: &str = concat!(
    "ADAEAFAGAIALAMAOAPARATAUAWAZBABBBDBEBFBGBHBIBJBMBNBOBQBRBSBTBVBWBXBYBZCACDCFCGCHCICKCLCM",
    "CNCOCRCUCVCWCYCZDEDJDKDMDODZEAECEEEGEHEMEPERESETEUFIFJFKFOFRGAGBGCGDGEGGGHGIGLGMGNGQGRGS",
    "GTGWGYHKHNHRHTHUIBIDIEILIMINIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLY",
    "MAMCMDMEMGMKMLMMMNMOMPMRMSMTMUMVMWMXMYMZNANENGNINLNONPNRNZOAOMPAPEPGPHPKPLPTPWPYQAQZRORS",
    "RURWSASBSCSDSESGSHSISKSLSMSNSOSRSSSTSVSXSYSZTCTDTGTHTJTLTMTNTOTRTTTVTWTZUAUGUSUYUZVAVCVE",
    "VGVNVUWOWSXNXUXVXXYEZAZMZW",
);

/// Codes that were withdrawn; older documents have them.
///
/// Clause: ST.3 former codes
pub const FORMER_OFFICES: &str = "ANCSDDDLDTRHSUYDYU";

/// Whether `code` names a state, an office or an organization.
#[must_use]
pub fn is_office(code: &str) -> bool {
    holds(OFFICES, code)
}

/// Whether `code` was withdrawn.
#[must_use]
pub fn is_former_office(code: &str) -> bool {
    holds(FORMER_OFFICES, code)
}

/// Whether a sorted table of two-letter codes, written without gaps, holds `code`.
#[must_use]
pub fn holds(table: &str, code: &str) -> bool {
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
