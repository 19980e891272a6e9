//! Sequence listings, checked part by part: a generated listing of ordinary sequences.

use super::{ROUNDS, cpu_time, median, mega, raw_text};
use check::Profile;
use check::listing::Checker;
use formats::st26::{Finished, Stream};
use model::Record;
use std::fmt::Write as _;
use std::io::Write;

/// Bytes of the listing.
const SIZE: usize = 100 << 20;

/// What is done with a listing; gives a count, so that nothing is left out.
type Stage = fn(&str) -> usize;

/// Measures reading and checking on one thread.
pub(super) fn run(out: &mut impl Write) -> anyhow::Result<()> {
    let (text, count) = generate(SIZE);
    writeln!(
        out,
        "\nlisting of {:.0} MB, {count} sequences: MB/s of CPU, of raw",
        mega(text.len())
    )?;
    let stages: [(&str, Stage); 3] = [
        ("raw events (quick-xml)", raw_text),
        ("read", |text| through(text, false)),
        ("read and checked", |text| through(text, true)),
    ];
    let mut first = 0.0;
    for (name, stage) in stages {
        let mut times = Vec::new();
        for _ in 0..ROUNDS.min(3) {
            let before = cpu_time()?;
            std::hint::black_box(stage(&text));
            times.push(cpu_time()?.saturating_sub(before));
        }
        let time = median(times).as_secs_f64();
        first = if first == 0.0 { time } else { first };
        let rate = mega(text.len()) / time;
        writeln!(out, "{name:<26} {rate:>9.0} {:>12.3}", first / time)?;
    }
    Ok(())
}

/// Reads a listing in parts of a mebibyte, and checks it if wanted; gives the number of findings.
fn through(text: &str, is_checked: bool) -> usize {
    const PART: usize = 1 << 20;
    const END: &str = "</SequenceData>";
    let mut stream = Stream::new(&formats::Limits::default());
    let mut checker = Checker::new(&Profile::default());
    let mut found = Vec::new();
    let mut take = |sequence: model::Sequence| {
        if is_checked {
            checker.sequence(&sequence, &mut found);
        }
    };
    let mut rest = text;
    while rest.len() > PART {
        let near = rest.floor_char_boundary(PART);
        let Some(at) = rest[..near].rfind(END) else {
            break;
        };
        let (part, next) = rest.split_at(at + END.len());
        let pushed = stream.push(part.as_bytes(), &mut take);
        pushed.expect("the listing is within all limits");
        rest = next;
    }
    let finished = stream.finish(rest.as_bytes(), &mut take);
    let finished = finished.expect("the listing is within all limits");
    let Finished::Listing(reading) = finished else {
        return 0;
    };
    if let Some(Record::Listing(listing)) = &reading.entries[0].record {
        let mut told = Vec::new();
        checker.head(listing, &mut told);
        checker.end(listing, &mut told);
        found.append(&mut told);
    }
    found.len()
}

/// A listing of about so many bytes, and how many sequences it has.
pub(super) fn generate(bytes: usize) -> (String, usize) {
    let mut body = String::with_capacity(bytes + (64 << 10));
    let mut random = 7_u64;
    let mut count = 0;
    while body.len() < bytes {
        count += 1;
        sequence(count, &mut random, &mut body);
    }
    let head = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE ST26SequenceListing PUBLIC \"-//WIPO//DTD Sequence Listing 1.3//EN\" \"ST26SequenceListing_V1_3.dtd\">\n\
         <ST26SequenceListing dtdVersion=\"V1_3\" softwareName=\"bench\" softwareVersion=\"1\" productionDate=\"2024-03-01\">\n\
         <ApplicantFileReference>BENCH</ApplicantFileReference>\n\
         <ApplicantName languageCode=\"en\">Bench</ApplicantName>\n\
         <InventionTitle languageCode=\"en\">Many sequences</InventionTitle>\n\
         <SequenceTotalQuantity>{count}</SequenceTotalQuantity>\n"
    );
    (head + &body + "</ST26SequenceListing>\n", count)
}

/// Adds a sequence of nucleotides or, every third time, of amino acids.
fn sequence(number: usize, random: &mut u64, out: &mut String) {
    let mut next = |most: u64| {
        *random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (*random >> 33) % most
    };
    let is_protein = number.is_multiple_of(3);
    let (letters, kind, word): (&[u8], _, _) = if is_protein {
        (b"ACDEFGHIKLMNPQRSTVWY", "AA", "protein")
    } else {
        (b"acgt", "DNA", "other DNA")
    };
    let length = 60 + next(900);
    let residues: String = (0..length)
        .map(|_| char::from(letters[next(letters.len() as u64) as usize]))
        .collect();
    let mut features = feature(
        "source",
        &format!("1..{length}"),
        &[("mol_type", word), ("organism", "synthetic construct")],
    );
    let (key, name) = if is_protein {
        ("SITE", "note")
    } else {
        ("misc_feature", "note")
    };
    for at in 0..next(4) {
        let from = 1 + at * 10;
        features += &feature(
            key,
            &format!("{from}..{}", from + 8),
            &[(name, "a part that the bench made")],
        );
    }
    write!(
        out,
        "    <SequenceData sequenceIDNumber=\"{number}\">\n        <INSDSeq>\n            <INSDSeq_length>{length}</INSDSeq_length>\n\
         \x20           <INSDSeq_moltype>{kind}</INSDSeq_moltype>\n            <INSDSeq_division>PAT</INSDSeq_division>\n\
         \x20           <INSDSeq_feature-table>\n{features}            </INSDSeq_feature-table>\n\
         \x20           <INSDSeq_sequence>{residues}</INSDSeq_sequence>\n        </INSDSeq>\n    </SequenceData>\n"
    )
    .expect("a text takes all that is written");
}

fn feature(key: &str, location: &str, qualifiers: &[(&str, &str)]) -> String {
    let indent = " ".repeat(16);
    let mut out = format!(
        "{indent}<INSDFeature>\n{indent}    <INSDFeature_key>{key}</INSDFeature_key>\n\
         {indent}    <INSDFeature_location>{location}</INSDFeature_location>\n{indent}    <INSDFeature_quals>\n"
    );
    for (name, value) in qualifiers {
        write!(
            out,
            "{indent}        <INSDQualifier>\n{indent}            <INSDQualifier_name>{name}</INSDQualifier_name>\n\
             {indent}            <INSDQualifier_value>{value}</INSDQualifier_value>\n{indent}        </INSDQualifier>\n"
        )
        .expect("a text takes all that is written");
    }
    out + &format!("{indent}    </INSDFeature_quals>\n{indent}</INSDFeature>\n")
}
