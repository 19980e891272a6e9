//! Any bytes as a native encoding: refused, or read to a record that encodes to what decodes to itself.
#![no_main]

use formats::native;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(record) = native::decode(bytes) {
        assert_eq!(native::decode(&native::encode(&record)).expect("it was just encoded"), record);
    }
});
