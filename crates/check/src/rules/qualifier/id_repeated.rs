//! `qualifier/id-repeated`.

use crate::listing::examined::Examined;
use crate::listing::ledger::Numbered;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// No identifier stands twice.
    ///
    /// *What it checks:* `INSDQualifier/@id` of the whole listing; a sequence that stands twice is another rule's.
    ///
    /// *Why:* XML allows each once, and translations are matched by it.
    ///
    /// *Example:* two qualifiers q2.
    ///
    /// *Draft id:* `NEQ_3`
    ///
    /// Clause: ST.26 76
    Sequence struct IdRepeated = "qualifier/id-repeated", Error,
        "give each qualifier an identifier of its own";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if matches!(sequence.number, Numbered::Again(_)) {
        return;
    }
    super::each(sequence, |feature, said| {
        if said.is_id_repeated {
            let id = shortened(said.qualifier.id.as_deref().unwrap_or_default());
            let message = format!("the identifier {id} stands before already");
            let path = format!("{}/@id", sequence.qualifier_path(feature, said));
            found.say_within(path, &said.qualifier.span, id, message);
        }
    });
}
