//! Any content of a `ST26SequenceListing` that comes in parts: read as the same content that comes whole.
//!
//! The first byte is how many cuts there are, the next ones where they are; the text follows.
#![no_main]

use formats::Limits;
use formats::st26::{self, Finished, Stream};
use libfuzzer_sys::fuzz_target;
use model::{Record, Sequence};

/// Beyond so many parts that are not understood, a stream only counts.
const MOST: usize = 1000;

const END: &str = "</SequenceData>";

fuzz_target!(|bytes: &[u8]| {
    let Some((count, bytes)) = bytes.split_first() else { return };
    let (chosen, inside) = bytes.split_at(usize::from(count % 8).min(bytes.len()));
    let Ok(inside) = std::str::from_utf8(inside) else { return };
    let text = format!("<ST26SequenceListing dtdVersion='V1_3'>{inside}</ST26SequenceListing>");
    let (mut wanted, rest) = st26::read(&text, &Limits::default()).expect("no limit is passed");
    let Some(Record::Listing(listing)) = &mut wanted.entries[0].record else { panic!("it is a listing") };
    if listing.unmapped.len() > MOST {
        return;
    }
    let sequences = std::mem::take(&mut listing.sequences);
    let mut stream = Stream::new(&Limits::default());
    let mut found = Vec::new();
    let mut take = |sequence: Sequence| found.push(sequence);
    let mut from = 0;
    for cut in cuts(&text, chosen) {
        stream.push(text[from..cut].as_bytes(), &mut take).expect("no limit is passed");
        from = cut;
    }
    match stream.finish(text[from..].as_bytes(), &mut take).expect("no limit is passed") {
        Finished::Listing(reading) => {
            assert_eq!(found, sequences);
            assert_eq!(reading.entries[0], wanted.entries[0]);
            assert_eq!(reading.entries.len() > 1, rest.is_some());
        }
        Finished::Whole(all) => {
            assert_eq!(all, text.as_bytes());
            assert!(found.is_empty(), "what comes whole gives no sequence");
        }
    }
});

/// Places in the text, in order: an even byte chooses one behind the end of a sequence, an odd one any other.
fn cuts(text: &str, chosen: &[u8]) -> Vec<usize> {
    let ends: Vec<usize> = text.match_indices(END).map(|(at, end)| at + end.len()).collect();
    let mut cuts: Vec<usize> = chosen
        .iter()
        .filter_map(|byte| {
            if byte % 2 == 0 {
                return ends.get(usize::from(byte / 2) % ends.len().max(1)).copied();
            }
            Some(text.floor_char_boundary(text.len() * usize::from(*byte) / 256))
        })
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}
