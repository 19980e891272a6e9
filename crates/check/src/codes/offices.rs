//! Codes of states, offices and organizations.
//!
//! Clause: ST.3

use super::holds;

/// Codes in use.
pub(super) const CURRENT: &str = concat!(
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
pub(super) const FORMER: &str = "ANCSDDDLDTRHSUYDYU";

/// Whether `code` names a state, an office or an organization.
pub(crate) fn is_office(code: &str) -> bool {
    holds(CURRENT, code)
}

/// Whether `code` was withdrawn.
pub(crate) fn is_former_office(code: &str) -> bool {
    holds(FORMER, code)
}
