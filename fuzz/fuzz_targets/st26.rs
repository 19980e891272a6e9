//! Any content of a `ST26SequenceListing`: read in parts and as a whole, kept losslessly, written.
#![no_main]

use formats::{Limits, Target, native, st26};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inside: &str| {
    let text = format!("<ST26SequenceListing dtdVersion='V1_3'>{inside}</ST26SequenceListing>");
    let mut reader = st26::Reader::new(&text, &Limits::default()).expect("no limit is passed");
    while let Ok(Some(sequence)) = reader.next_sequence() {
        for feature in sequence.features() {
            if let Some(Ok(location)) = feature.location() {
                assert_eq!(model::sequence::Location::parse(&location.to_string()).map(|one| one.to_string()), Ok(location.to_string()));
            }
        }
    }
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
