//! Listings that come in parts are read as those that come whole.

use formats::Limits;
use formats::st26::{self, Finished, Stream};
use model::{Record, Sequence};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ST26SequenceListing dtdVersion=\"V1_3\"\n>\n\
    <ApplicantFileReference>é 7</ApplicantFileReference>";
const SEQUENCES: [&str; 4] = [
    "\n<SequenceData sequenceIDNumber=\"1\"><INSDSeq><INSDSeq_length>3</INSDSeq_length></INSDSeq></SequenceData>",
    "<!-- é -->\n  <SequenceData sequenceIDNumber='2'/><SequenceData sequenceIDNumber='3'><x/></SequenceData >",
    "<y>\n</y>\r\n<SequenceData>é</SequenceData>",
    "<ApplicantFileReference>again</ApplicantFileReference>\n<SequenceData><INSDSeq a='b'/></SequenceData>",
];

/// What is read of pieces: sequences, the rest.
fn in_pieces(pieces: &[String], last: &str) -> (Vec<Sequence>, formats::Reading) {
    let mut stream = Stream::new(&Limits::default());
    let mut sequences = Vec::new();
    let mut take = |sequence: Sequence| sequences.push(sequence);
    for piece in pieces {
        stream
            .push(piece.as_bytes(), &mut take)
            .expect("no limit is passed");
    }
    match stream
        .finish(last.as_bytes(), &mut take)
        .expect("no limit is passed")
    {
        Finished::Listing(reading) => (sequences, *reading),
        Finished::Whole(_) => panic!("it came whole"),
    }
}

#[test]
fn pieces_are_read_as_the_whole() {
    let ends = [
        "\n</ST26SequenceListing>\n",
        "<SequenceTotalQuantity>4</SequenceTotalQuantity></ST26SequenceListing>",
        "",
        "<SequenceData sequenceIDNumber=\"5\"><INSDSeq>",
        "words</ST26SequenceListing>",
        "</ST26SequenceListing><ST26SequenceListing/>",
        "</ST26SequenceListing>words",
        "</x></ST26SequenceListing>",
    ];
    let faults = [
        "",
        "words",
        "<INSDSeq>",
        "</SequenceData>",
        "&no;",
        "<a",
        "\n <a b",
        "\n <a]b>words",
        "<!--",
    ];
    for end in ends {
        for (place, fault) in (0..4).flat_map(|place| faults.map(|fault| (place, fault))) {
            let mut sequences = SEQUENCES.map(str::to_owned);
            sequences[place].insert_str(0, fault);
            let whole = format!("{HEAD}{}{end}", sequences.concat());
            let (mut reading, rest) = st26::read(&whole, &Limits::default()).unwrap();
            let Some(Record::Listing(listing)) = &mut reading.entries[0].record else {
                panic!("{whole}");
            };
            let wanted = std::mem::take(&mut listing.sequences);
            sequences[0].insert_str(0, HEAD);
            for pieces in [
                sequences.to_vec(),
                vec![sequences.concat()],
                vec![sequences[..2].concat(), sequences[2..].concat()],
            ] {
                let (found, read) = in_pieces(&pieces, end);
                assert_eq!(found, wanted, "{whole}");
                assert_eq!(read.entries[0], reading.entries[0], "{whole}");
                assert_eq!(read.entries.len() > 1, rest.is_some(), "{whole}");
            }
        }
    }
}

#[test]
fn what_is_no_listing_in_utf8_comes_whole() {
    for text in [
        "<a><SequenceData></SequenceData>",
        "<?xml version='1.0' encoding='ISO-8859-1'?><ST26SequenceListing><SequenceData></SequenceData>",
        "<!DOCTYPE ST26SequenceListing [<!ENTITY a 'b'>]><ST26SequenceListing><SequenceData></SequenceData>",
    ] {
        let mut stream = Stream::new(&Limits::default());
        stream
            .push(text.as_bytes(), &mut |_| panic!("{text}"))
            .unwrap();
        let finished = stream.finish(b"</a>", &mut |_| panic!("{text}")).unwrap();
        let Finished::Whole(bytes) = finished else {
            panic!("{text}");
        };
        assert_eq!(bytes, format!("{text}</a>").as_bytes());
    }
}

#[test]
fn parts_that_are_not_understood_do_not_fill_the_memory() {
    let piece = "<SequenceData><y/></SequenceData>".repeat(900);
    let pieces: Vec<String> = std::iter::once(format!("<ST26SequenceListing>{piece}"))
        .chain(std::iter::repeat_n(piece.clone(), 3))
        .collect();
    let (found, reading) = in_pieces(&pieces, "</ST26SequenceListing>");
    assert_eq!(found.len(), 3600);
    let findings = &reading.entries[0].findings;
    assert_eq!(findings.len(), 1001);
    assert!(findings[1000].message.contains("2600 more"));
}

#[test]
fn text_that_looks_like_a_tag_is_not_lost_behind_blanks() {
    let whole = "<ST26SequenceListing>\n  <a]b>words</ST26SequenceListing>";
    let (reading, _) = st26::read(whole, &Limits::default()).unwrap();
    let Some(Record::Listing(listing)) = &reading.entries[0].record else {
        panic!("it is a listing");
    };
    let left: Vec<&str> = listing.unmapped.iter().map(|part| &*part.text).collect();
    assert_eq!(left, ["<a]b>words"]);
}
