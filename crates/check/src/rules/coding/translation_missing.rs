//! `coding/translation-missing`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// A coding region that names its protein has a translation.
    ///
    /// *What it checks:* that translation is there when `protein_id` is.
    ///
    /// *Why:* both say the same, and are compared.
    ///
    /// *Example:* `protein_id` alone.
    ///
    /// *Draft id:* `CDS_2`
    ///
    /// Clause: ST.26 91, 92
    Sequence struct TranslationMissing = "coding/translation-missing", Error,
        "add the translation";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, _) in super::regions(sequence) {
        let protein = feature.find("protein_id");
        if let Some(said) =
            protein.filter(|_| feature.find("translation").is_none() && feature.strangers() == 0)
        {
            let message = "protein_id is given, and no translation";
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, &said.qualifier.span, said.value(), message);
        }
    }
}
