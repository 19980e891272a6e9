//! Any content of a `patentPublication` in JSON: read, kept losslessly, written.
#![no_main]

use formats::{Limits, Target, native};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inside: &str| {
    let text = format!("{{\"patentPublication\":{{{inside}}}}}");
    let Ok(document) = formats::read(text.as_bytes(), &Limits::default()) else { return };
    for record in document.reading.entries.iter().filter_map(|entry| entry.record.as_ref()) {
        let encoded = native::encode(record);
        assert_eq!(native::decode(&encoded).expect("what was encoded can be decoded"), *record);
        for (_, target) in Target::ALL {
            formats::write(record, target, &mut Vec::new());
            let _second = formats::write_second(record, target);
        }
    }
});
