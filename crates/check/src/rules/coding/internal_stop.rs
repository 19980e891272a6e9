//! `coding/internal-stop`.

use crate::listing::Difference;
use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A coding region stops only at its end.
    ///
    /// *What it checks:* codons within the translation that stop it, unless `transl_except` says otherwise.
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
        let Some(said) = feature.find("translation") else {
            continue;
        };
        if let Some(Difference::Stop(at)) = coding.difference {
            let message = format!("codon {} stops the translation", at + 1);
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, said.value_place(), shortened(said.value()), message);
        }
    }
}
