//! `classification/version-missing`.

use super::symbols;
use crate::{Context, rule::Found};

rule! {
    /// A symbol of the present IPC says of which version it is.
    ///
    /// *What it checks:* symbols given in parts, in documents that are no extracts of DOCDB.
    ///
    /// *Why:* groups change their meaning from version to version, and ST.96 asks for the date.
    ///
    /// *Example:* a `classification-ipcr` without `ipc-version-indicator`.
    ///
    /// Clause: ST.8; ST.96 V6_0 pat:ClassificationVersionDate
    struct VersionMissing = "classification/version-missing", Info,
        "add the version from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if context.is_format("docdb") {
        return;
    }
    symbols(
        context,
        |scheme| scheme == "ipcr",
        &mut |place, _, symbol| {
            if !symbol.section.is_empty() && symbol.version.is_empty() {
                let shown = symbol.display();
                found.say(
                    place,
                    &shown,
                    format!("the version of {shown} is not given"),
                );
            }
        },
    );
}
