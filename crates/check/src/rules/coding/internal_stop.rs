//! `coding/internal-stop`.

use crate::listing::Difference;
use crate::listing::examined::Examined;
use crate::listing::words::{shortened, text};
use crate::rule::Found;

listing_rule! {
    /// A coding region stops only at its end.
    ///
    /// *What it checks:* codons within the translation that stop it, unless `transl_except` says otherwise; and those
    /// within a region that has no translation and is not pseudo.
    ///
    /// *Why:* the protein would end there.
    ///
    /// *Example:* atg tag cta with the translation MAL.
    ///
    /// *Draft id:* `CDS_1`
    ///
    /// Clause: ST.26 89 to 92
    Sequence struct InternalStop = "coding/internal-stop", Error,
        "correct the region or its genetic code, or mark it as pseudo";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, coding) in super::regions(sequence) {
        let Some(Difference::Stop(at)) = coding.difference else {
            continue;
        };
        let message = format!("codon {} stops the translation", at + 1);
        let Some(said) = feature.find("translation") else {
            let location = shortened(text(feature.feature.location.as_ref()));
            let place = feature.location_place();
            found.say_within(sequence.feature_path(feature), place, location, message);
            continue;
        };
        let path = sequence.qualifier_path(feature, said);
        found.say_within(path, said.value_place(), shortened(said.value()), message);
    }
}
