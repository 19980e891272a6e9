//! `coding/translation-differs`.

use crate::listing::Difference;
use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A coding region is translated into what it says.
    ///
    /// *What it checks:* translation against the nucleotides, by location, `codon_start`, `transl_table` and
    /// `transl_except`.
    ///
    /// *Why:* one of them is wrong.
    ///
    /// *Example:* translation MLA of atg cta ccc.
    ///
    /// *Draft id:* `CDS_1`
    ///
    /// Clause: ST.26 89 to 92
    Sequence struct TranslationDiffers = "coding/translation-differs", Error,
        "correct location, codon_start, transl_table, transl_except or the translation";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, coding) in super::regions(sequence) {
        let Some(said) = feature.find("translation") else {
            continue;
        };
        let message = match coding.difference {
            Some(Difference::Acid(at)) => {
                let letter = said.letters().get(at..=at).unwrap_or_default().to_owned();
                format!(
                    "amino acid {} of the translation is {letter}, and its codon says otherwise",
                    at + 1
                )
            }
            Some(Difference::Length(length)) => format!(
                "the translation has {} amino acids, and the region {length}",
                said.letters().len()
            ),
            Some(Difference::Stop(_)) | None => continue,
        };
        let path = sequence.qualifier_path(feature, said);
        found.say_within(path, said.value_place(), shortened(said.value()), message);
    }
}
