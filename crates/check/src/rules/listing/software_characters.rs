//! `listing/software-characters`.

use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// File name, software name and software version are of Basic Latin characters.
    ///
    /// *What it checks:* the attributes `fileName`, `softwareName` and `softwareVersion`.
    ///
    /// *Why:* not every system can show other characters in a file name.
    ///
    /// *Example:* a `fileName` in Japanese.
    ///
    /// *Draft id:* `SW_1`
    ///
    /// Clause: ST.26 43
    Head struct SoftwareCharacters = "listing/software-characters", Warning,
        "use letters, digits and signs of Basic Latin";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    for (name, written) in [
        ("@fileName", &listing.file_name),
        ("@softwareName", &listing.software_name),
        ("@softwareVersion", &listing.software_version),
    ] {
        let Some(written) = written else { continue };
        if let Some(strange) = super::strange(written) {
            let message = format!("{} holds {strange}, which is not Basic Latin", &name[1..]);
            found.say_within(name, &listing.span, &written.text, message);
        }
    }
}
