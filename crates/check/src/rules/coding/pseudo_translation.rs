//! `coding/pseudo-translation`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A gene that does not work has no translation.
    ///
    /// *What it checks:* translation beside pseudo or pseudogene.
    ///
    /// *Why:* it makes no protein.
    ///
    /// *Example:* pseudo with translation.
    ///
    /// *Draft id:* `CDS_1` (from INSDC, therefore a warning)
    ///
    /// Clause: ST.26 89 to 92
    Sequence struct PseudoTranslation = "coding/pseudo-translation", Warning,
        "remove the translation, or pseudo";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, coding) in super::regions(sequence) {
        let translation = feature.find("translation").filter(|_| coding.is_pseudo);
        if let Some(said) = translation {
            let message = "the gene is said not to work, and has a translation";
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, &said.qualifier.span, shortened(said.value()), message);
        }
    }
}
