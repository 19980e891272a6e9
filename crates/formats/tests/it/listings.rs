//! Sequence listings: ST.26 read and written, ST.25 text made into ST.26, companions of weekly files.

use crate::shared;
use formats::{Document, Format, Limits, Target, native};
use model::sequence::SequenceListing;
use model::{Finding, Record, Severity};
use std::path::{Path, PathBuf};

fn read(bytes: &[u8]) -> Document {
    formats::read(bytes, &Limits::default()).expect("it is in a known format")
}

fn record(document: &Document) -> &Record {
    let entry = document.reading.entries.first();
    let record = entry.and_then(|entry| entry.record.as_ref());
    record.expect("it gives a record")
}

fn written(record: &Record) -> (String, Vec<Finding>) {
    let mut out = Vec::new();
    let cost = formats::write(record, Target::St26, &mut out);
    (String::from_utf8(out).expect("it is UTF-8"), cost.findings)
}

fn rules(findings: &[Finding]) -> Vec<&str> {
    findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect()
}

fn listing(bytes: &[u8]) -> (SequenceListing, Vec<Finding>) {
    let document = read(bytes);
    let Record::Listing(listing) = record(&document).clone() else {
        panic!("it is a listing")
    };
    (*listing, document.reading.entries[0].findings.clone())
}

/// A listing as this program writes it.
const OWN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN" "ST26SequenceListing_V1_3.dtd">
<ST26SequenceListing dtdVersion="V1_3" fileName="own.xml" softwareName="own" softwareVersion="1" productionDate="2099-01-02" originalFreeTextLanguageCode="en" nonEnglishFreeTextLanguageCode="fr">
  <ApplicationIdentification>
    <IPOfficeCode>US</IPOfficeCode>
    <ApplicationNumberText>99/000,001</ApplicationNumberText>
    <FilingDate>2099-01-01</FilingDate>
  </ApplicationIdentification>
  <ApplicantFileReference>R1</ApplicantFileReference>
  <ApplicantName languageCode="fr">Société Exemple &amp; Fils</ApplicantName>
  <ApplicantNameLatin>Societe Exemple &amp; Fils</ApplicantNameLatin>
  <InventionTitle languageCode="en">Primers &lt;and&gt; &quot;probes&quot;</InventionTitle>
  <SequenceTotalQuantity>2</SequenceTotalQuantity>
  <SequenceData sequenceIDNumber="1">
    <INSDSeq>
      <INSDSeq_length>12</INSDSeq_length>
      <INSDSeq_moltype>DNA</INSDSeq_moltype>
      <INSDSeq_division>PAT</INSDSeq_division>
      <INSDSeq_other-seqids/>
      <INSDSeq_feature-table>
        <INSDFeature>
          <INSDFeature_key>source</INSDFeature_key>
          <INSDFeature_location>1..12</INSDFeature_location>
          <INSDFeature_quals>
            <INSDQualifier id="q1">
              <INSDQualifier_name>note</INSDQualifier_name>
              <INSDQualifier_value>primer&apos;s end</INSDQualifier_value>
              <NonEnglishQualifier_value>bout de l&apos;amorce</NonEnglishQualifier_value>
            </INSDQualifier>
          </INSDFeature_quals>
        </INSDFeature>
      </INSDSeq_feature-table>
      <INSDSeq_sequence>acgtacgtacgt</INSDSeq_sequence>
    </INSDSeq>
  </SequenceData>
  <SequenceData sequenceIDNumber="2">
    <INSDSeq>
      <INSDSeq_length/>
      <INSDSeq_moltype/>
      <INSDSeq_division/>
      <INSDSeq_sequence>000</INSDSeq_sequence>
    </INSDSeq>
  </SequenceData>
</ST26SequenceListing>
"#;

#[test]
fn own_output_comes_back_byte_for_byte() {
    let document = read(OWN.as_bytes());
    assert_eq!(document.format, Format::St26);
    assert_eq!(document.version, "V1_3");
    assert_eq!(document.reading.entries[0].findings, []);
    let (again, findings) = written(record(&document));
    assert_eq!(again, OWN);
    assert_eq!(findings, []);
}

#[test]
fn every_text_has_its_place() {
    let (listing, _) = listing(OWN.as_bytes());
    let first = &listing.sequences[0];
    let feature = first.features().next().expect("there is a feature");
    for written in [
        first.residues.as_ref(),
        feature.location.as_ref(),
        listing.total.as_ref(),
        feature
            .qualifier("note")
            .and_then(|note| note.foreign.as_ref()),
    ] {
        let written = written.expect("it is there");
        let at = usize::try_from(written.span.offset).expect("it is small");
        let length = usize::try_from(written.span.length).expect("it is small");
        let source = &OWN[at..];
        assert!(source.starts_with(&written.text[..1]), "{}", written.text);
        assert_eq!(length, written.text.len());
        let line = OWN[..at].lines().count() as u64;
        assert_eq!(written.span.line, line);
    }
    assert!(listing.sequences[1].is_skipped());
    let id = listing.doctype.expect("there is a document type").public_id;
    assert_eq!(id, "-//WIPO//DTD Sequence Listing 1.3//EN");
}

#[test]
fn a_broken_listing_is_read_as_far_as_it_goes() {
    let broken = OWN.replace("</INSDFeature_quals>", "");
    let (listing, findings) = listing(broken.as_bytes());
    assert!(listing.origin.recovered);
    assert_eq!(listing.sequences.len(), 2);
    assert!(listing.sequences[1].is_skipped());
    assert_eq!(rules(&findings), ["xml/end-tag"]);
    for end in (0..OWN.len())
        .step_by(97)
        .filter(|end| OWN.is_char_boundary(*end))
    {
        let Ok(document) = formats::read(&OWN.as_bytes()[..end], &Limits::default()) else {
            continue;
        };
        written(record(&document));
    }
}

#[test]
fn what_is_unknown_twice_or_out_of_order_is_said() {
    let odd = OWN
        .replace(
            "<ApplicantFileReference>R1",
            "<New a='b'>words</New><ApplicantFileReference>R1",
        )
        .replace(
            "<INSDSeq_division>PAT</INSDSeq_division>",
            "<INSDSeq_length>13</INSDSeq_length><INSDSeq_division>PAT</INSDSeq_division>",
        )
        .replace("<SequenceTotalQuantity>2</SequenceTotalQuantity>", "")
        .replace(
            "<InventionTitle ",
            "<SequenceTotalQuantity>2</SequenceTotalQuantity><InventionTitle ",
        );
    let (listing, findings) = listing(odd.as_bytes());
    let said: Vec<&str> = listing
        .unmapped
        .iter()
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(said, ["words", "13"]);
    assert_eq!(
        rules(&findings),
        ["st26/order", "source/unmapped", "source/unmapped"]
    );
    let paths: Vec<&str> = listing
        .unmapped
        .iter()
        .map(|part| part.path.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            "ST26SequenceListing/New",
            "ST26SequenceListing/SequenceData/INSDSeq/INSDSeq_length"
        ]
    );
}

#[test]
fn what_the_definition_demands_is_filled_in_with_a_finding() {
    let bare = "<ST26SequenceListing><SequenceData><INSDSeq><INSDSeq_sequence>acgt acgt\nac</INSDSeq_sequence></INSDSeq></SequenceData></ST26SequenceListing>";
    let (text, findings) = written(record(&read(bare.as_bytes())));
    assert!(text.contains("<INSDSeq_length>10</INSDSeq_length>"));
    assert!(text.contains("<INSDSeq_sequence>acgtacgtac</INSDSeq_sequence>"));
    assert!(text.contains("<SequenceTotalQuantity>1</SequenceTotalQuantity>"));
    let filled = findings.iter().filter(|one| one.rule == "st26/filled-in");
    assert_eq!(filled.count(), 7);
    valid(&text, "bare");
}

#[test]
fn other_formats_say_what_they_cannot_hold() {
    let document = read(OWN.as_bytes());
    let mut out = Vec::new();
    let cost = formats::write(record(&document), Target::St96, &mut out);
    assert!(out.is_empty());
    assert_eq!(rules(&cost.findings), ["st96/no-document"]);
    let patent = Record::Patent(Box::default());
    let cost = formats::write(&patent, Target::St26, &mut out);
    assert!(out.is_empty());
    assert_eq!(rules(&cost.findings), ["st26/no-listing"]);
}

#[test]
fn people_can_read_a_listing() {
    let document = read(OWN.as_bytes());
    for target in [Target::Html, Target::Markdown, Target::Text] {
        let mut out = Vec::new();
        formats::write(record(&document), target, &mut out);
        let page = String::from_utf8(out).expect("it is UTF-8");
        for words in [
            "acgtacgtac gt",
            "bout de l",
            "left out on purpose",
            "Sequence 2",
        ] {
            assert!(page.contains(words), "{target:?} lacks {words}");
        }
    }
}

/// A text listing written for this test.
const TEXT: &str = "                         SEQUENCE LISTING

<110>  Example Company
       Second Company

<120>  Primers and a
       protein
<130>  R2
<140>  EP 99000001.1
<141>  2099-01-03
<150>  US 99/000,009
<151>  2098-05-05
<150>  DE 9900010
<151>  2098-02-02
<160>  4
<170>  PatentIn version 3.5

<210>  1
<211>  9
<212>  DNA
<213>  Homo sapiens
<220>
<221>  CDS
<222>  (1)..(9)
<223>  part of a gene
<220>
<221>  promoter
<222>  (2)..(3)
<400>  1
atg gca tga                                                      9
Met Ala
1

<210>  2
<211>  2
<212>  PRT
<213>  Homo sapiens
<400>  2
Met Ala
1

<210>  3
<211>  4
<212>  RNA
<213>  Artificial Sequence
<220>
<223>  a probe
<220>
<221>  misc_feature
<222>  (4)..(4)
<223>  n is a, c, g, or u
<400>  3
acun                                                             4

<210>  4
<400>  4
000
";

#[test]
fn a_text_listing_becomes_st26() {
    let document = read(TEXT.as_bytes());
    assert_eq!(document.format, Format::St25);
    let (listing, findings) = listing(TEXT.as_bytes());
    assert_eq!(listing.sequences.len(), 4);
    let priority = listing.earliest_priority.as_ref().expect("there is one");
    assert_eq!(priority.document().name(), "DE-9900010");
    assert_eq!(listing.further_names[0].text, "Second Company");
    assert_eq!(listing.titles[0].text, "Primers and a protein");
    let first = &listing.sequences[0];
    assert_eq!(first.residues(), "atggcatga");
    let coding = first.features().nth(1).expect("there is a coding sequence");
    assert_eq!(
        coding.location.as_ref().map(|one| one.text.as_str()),
        Some("1..9")
    );
    assert_eq!(
        coding.qualifier("translation").map(|one| one.value()),
        Some("MA")
    );
    assert_eq!(
        coding.qualifier("protein_id").map(|one| one.value()),
        Some("2")
    );
    let promoter = first.features().nth(2).expect("there is a promoter");
    assert_eq!(promoter.key(), "regulatory");
    assert_eq!(
        promoter
            .qualifier("regulatory_class")
            .map(|one| one.value()),
        Some("promoter")
    );
    assert_eq!(listing.sequences[1].residues(), "MA");
    let probe = &listing.sequences[2];
    assert_eq!(probe.residues(), "actn");
    assert_eq!(probe.source("organism"), Some("synthetic construct"));
    assert_eq!(probe.source("mol_type"), Some("other RNA"));
    assert_eq!(probe.source("note"), Some("a probe"));
    assert!(listing.sequences[3].is_skipped());
    let mut said = rules(&findings);
    said.sort_unstable();
    said.dedup();
    assert_eq!(
        said,
        [
            "st25/feature-key",
            "st25/language",
            "st25/mol-type",
            "st25/organism",
            "st25/priorities",
            "st25/protein"
        ]
    );
    let (text, _) = written(record(&document));
    valid(&text, "text listing");
}

#[test]
fn odd_text_listings_do_no_harm() {
    for text in [
        "<110>",
        "<210> 1",
        "<210> 1\n<400> 1\n",
        "<210> x\n<212> XYZ\n<222> (1)\n<223> y\n<400> x\nac?gt",
        "<210> 1\n<212> PRT\n<220>\n<221> FOO\n<400> 1\nMetAla Foo\n",
        "<110> a\n<999> b\n<210> 1\n<221> CDS\n<221> CDS\n<400> 1\nATG",
        "words before\n<110> a\n",
    ] {
        let document = read(text.as_bytes());
        let (text, _) = written(record(&document));
        assert!(text.contains("<SequenceTotalQuantity>"));
    }
}

/// A companion written for this test.
const COMPANION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE sequence-cwu SYSTEM "us-sequence-listing-2004-03-09.dtd" [ ]>
<sequence-cwu id="SEQLST-1"><publication-reference><document-id><country>US</country>
<doc-number>99000009</doc-number><kind>B2</kind><date>20990101</date></document-id></publication-reference>
<number>1</number><sequence-list-new-rules><s100><s160>1</s160></s100><s200><s210>1</s210><s211>4</s211>
<s212>DNA</s212><s213>Mus musculus</s213><s220><s221>exon</s221><s222>(1)..(4)</s222><s223>a part</s223></s220></s200>
<s400> 1 acgt 4</s400></sequence-list-new-rules></sequence-cwu>"#;

#[test]
fn a_companion_is_a_document_with_a_listing() {
    let document = read(COMPANION.as_bytes());
    let record = record(&document);
    assert_eq!(record.name().as_deref(), Some("US-99000009-B2-SEQLST-1"));
    let listing = &record.listings()[0];
    assert_eq!(listing.sequences[0].residues(), "acgt");
    assert_eq!(
        listing.sequences[0].features().nth(1).map(|one| one.key()),
        Some("exon")
    );
    let mut out = Vec::new();
    let cost = formats::write(record, Target::St96, &mut out);
    assert_eq!(cost.lost, 0, "{:?}", cost.findings);
    let page = String::from_utf8(out).expect("it is UTF-8");
    for words in ["Mus musculus", "(1)..(4)", "acgt", "99000009"] {
        assert!(page.contains(words), "{words}");
    }
    let (text, _) = written(record);
    valid(&text, "companion");
}

/// Files below a folder of the shared data.
fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, out);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "xml" || ending == "txt")
        {
            out.push(path);
        }
    }
}

/// Validates against the declarations of the shared data, when they and xmllint are there.
fn valid(text: &str, what: &str) {
    let Some(shared) = shared() else { return };
    let dtd = shared.join("data/st26/dtd/ST26SequenceListing_V1_3.decl.dtd");
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("listing.xml");
    std::fs::write(&file, text).expect("there is room for a file");
    let run = std::process::Command::new("xmllint")
        .args(["--nonet", "--noout", "--huge", "--dtdvalid"])
        .args([&dtd, &file])
        .output();
    let Ok(run) = run else { return };
    assert!(
        run.status.success(),
        "{what}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn real_listings_are_read_whole() {
    let Some(shared) = shared() else { return };
    let mut all = Vec::new();
    files(&shared.join("data/st26"), &mut all);
    assert!(all.len() > 60);
    for path in all {
        let bytes = std::fs::read(&path).expect("the file can be read");
        let document = read(&bytes);
        let name = path.display();
        let record = record(&document);
        assert_eq!(
            &native::decode(&native::encode(record)).expect("it comes back"),
            record
        );
        let listing = &record.listings()[0];
        let ends = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or("");
        // One case has an element that is no part of a listing, one a second bag of identifiers.
        if !["t25.xml", "t77.xml"].contains(&ends) {
            assert_eq!(listing.unmapped, [], "{name}");
        }
        let (text, _) = written(record);
        if listing.sequences.is_empty() {
            assert_eq!(ends, "t17.xml");
        } else {
            valid(&text, &name.to_string());
        }
        let second = read(text.as_bytes());
        let (again, findings) = written(self::record(&second));
        assert_eq!(again, text, "{name}");
        let worst = findings.iter().map(|finding| finding.severity).max();
        assert!(
            worst <= Some(Severity::Info) || listing.sequences.is_empty(),
            "{name}"
        );
    }
}

/// A listing of about so many bytes; each sequence has `residues` residues.
fn large(bytes: usize, residues: usize) -> String {
    let (head, rest) = OWN
        .split_once("  <SequenceData")
        .expect("there are sequences");
    let first = rest.split("  <SequenceData").next().unwrap_or("");
    let letters = "acgt".repeat(residues / 4);
    let first = first.replace("acgtacgtacgt", &letters);
    let mut text = String::with_capacity(bytes + first.len() + 1000);
    text.push_str(head);
    let mut number = 1;
    while text.len() < bytes {
        text.push_str("  <SequenceData");
        text.push_str(&first.replace(
            "sequenceIDNumber=\"1\"",
            &format!("sequenceIDNumber=\"{number}\""),
        ));
        number += 1;
    }
    text.push_str("</ST26SequenceListing>\n");
    text
}

#[test]
fn a_long_listing_goes_by_one_sequence_at_a_time() {
    let text = large(1 << 20, 400);
    let mut reader =
        formats::st26::Reader::new(&text, &Limits::default()).expect("no limit is passed");
    let mut count = 0;
    while let Some(sequence) = reader.next_sequence().expect("no limit is passed") {
        count += 1;
        assert_eq!(sequence.number(), Some(count));
        assert_eq!(reader.listing().sequences.len(), 0);
    }
    let ending = reader.finish().expect("no limit is passed");
    assert_eq!(ending.findings, []);
    assert!(count > 500);
}

#[test]
#[ignore = "a measurement"]
fn speed() {
    for residues in [40, 1000, 100_000, 50_000_000] {
        let text = large(100_000_000, residues);
        let megabytes = text.len() as f64 / 1e6;
        for whole in [false, true] {
            let start = std::time::Instant::now();
            let decoded = xml::encoding::decode(text.as_bytes());
            if whole {
                read(decoded.text.as_bytes());
            } else {
                let mut reader = formats::st26::Reader::new(&decoded.text, &Limits::default())
                    .expect("no limit is passed");
                while reader
                    .next_sequence()
                    .expect("no limit is passed")
                    .is_some()
                {}
                reader.finish().expect("no limit is passed");
            }
            let speed = megabytes / start.elapsed().as_secs_f64();
            println!("{residues} residues a sequence, whole {whole}: {speed:.0} MB/s");
        }
    }
}

#[test]
fn what_cannot_be_written_leaves_no_blanks_at_the_ends() {
    let odd = OWN
        .replace(">R1<", ">R1\n\u{1}<")
        .replace("fileName=\"own.xml\"", "fileName=\"own.xml \u{1}\"");
    let (text, findings) = written(record(&read(odd.as_bytes())));
    assert!(text.contains(">R1</ApplicantFileReference>"), "{text}");
    assert!(text.contains("fileName=\"own.xml\""), "{text}");
    let said = findings.iter().filter(|one| one.rule == "st26/character");
    assert_eq!(said.count(), 2);
}
