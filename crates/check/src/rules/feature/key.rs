//! `feature/key`.

use crate::listing::examined::Examined;
use crate::listing::tables::Named;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Feature keys are those of Annex I.
    ///
    /// *What it checks:* `INSDFeature_key`, in any case of letters.
    ///
    /// *Why:* nobody knows what another key means.
    ///
    /// *Example:* `enhancer`.
    ///
    /// *Draft id:* `XFK_1`
    ///
    /// Clause: ST.26 62
    Sequence struct Key = "feature/key", Error,
        "use a key of Annex I; old keys such as promoter are values of regulatory_class now";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        if feature.feature.key.is_some() && matches!(feature.key, Named::Unknown) {
            let key = shortened(feature.feature.key());
            let message = if key.is_empty() {
                "the feature key is blank".to_owned()
            } else {
                format!("'{key}' is no feature key")
            };
            found.say_within(
                sequence.feature_path(feature),
                feature.key_place(),
                key,
                message,
            );
        }
    }
}
