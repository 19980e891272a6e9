//! Any bytes become a tree, and whatever nobody takes of it is reported.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xml::tree::{Limits, parse};

fuzz_target!(|bytes: &[u8]| {
    let decoded = xml::encoding::decode(bytes);
    if let Ok(tree) = parse(&decoded.text, &Limits::default()) {
        let words: u64 = tree.unmapped().iter().map(|part| xml_words(&part.text)).sum();
        assert!(words <= tree.words() + 1 || !tree.is_well_formed());
    }
});

fn xml_words(text: &str) -> u64 {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).count() as u64
}
