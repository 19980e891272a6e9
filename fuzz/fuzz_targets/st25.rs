//! Any text with numeric identifiers: read, kept losslessly, written as ST.26.
#![no_main]

use formats::{Limits, Target, native};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inside: &str| {
    let text = format!("<110> a\n<210> 1\n<212> DNA\n{inside}");
    let Ok(document) = formats::read(text.as_bytes(), &Limits::default()) else { return };
    for record in document.reading.entries.iter().filter_map(|entry| entry.record.as_ref()) {
        let encoded = native::encode(record);
        assert_eq!(native::decode(&encoded).expect("what was encoded can be decoded"), *record);
        for (_, target) in Target::ALL {
            formats::write(record, target, &mut Vec::new());
        }
        let mut once = Vec::new();
        formats::write(record, Target::St26, &mut once);
        let Ok(again) = formats::read(&once, &Limits::default()) else { continue };
        let Some(record) = again.reading.entries.first().and_then(|entry| entry.record.as_ref()) else { continue };
        let mut twice = Vec::new();
        formats::write(record, Target::St26, &mut twice);
        assert_eq!(once, twice, "what this program wrote comes back as it is");
    }
});
