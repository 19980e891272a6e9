//! Codes of languages.
//!
//! Clause: ISO 639-1

use super::holds;

/// All codes, with the withdrawn ones `bh`, `in`, `iw`, `ji`, `mo` and `sh`.
pub(super) const CODES: &str = concat!(
    "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufaff",
    "fifjfofrfygagdglgngugvhahehihohrhthuhyhziaidieigiiikinioisitiuiwjajijvkakgkikjkkklkmknkokrksku",
    "kvkwkylalblglilnloltlulvmgmhmimkmlmnmomrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqu",
    "rmrnrorurwsascsdsesgshsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevi",
    "vowawoxhyiyozazhzu",
);

/// Whether `code` is a language, in small letters.
pub(crate) fn is_language(code: &str) -> bool {
    holds(CODES, code)
}
