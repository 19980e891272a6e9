//! Any text as a number: each reading of a form that a table knows leads back to its key.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::number::{Hints, readings};

fuzz_target!(|text: &str| {
    for reading in readings(text, &Hints::default()) {
        let hints = Hints {
            kind: reading.kind(),
            what: Some(reading.what()),
            ..Hints::default()
        };
        let again = readings(&reading.display(), &hints);
        assert!(!reading.is_known() || again.iter().any(|other| other.key() == reading.key()));
    }
});
