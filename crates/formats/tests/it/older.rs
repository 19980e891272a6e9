//! The older formats of the United States: each field of each era arrives as what it is, whole or damaged.

use formats::{Document, Limits, Target};
use model::text::plain;
use model::{Block, Inline, PartyRole, Patent, Record};
use std::path::PathBuf;

/// Claims from a file wrapper.
const CLAIMS: &[u8] = include_bytes!("older/claims.xml");

fn corpus(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus/us/older");
    std::fs::read(folder.join(name)).expect("the corpus is complete")
}

fn read(bytes: &[u8]) -> Document {
    formats::read(bytes, &Limits::default()).expect("the format is known")
}

fn patents(document: &Document) -> Vec<&Patent> {
    let records = document.reading.entries.iter();
    let patents = records.filter_map(|entry| match entry.record.as_ref() {
        Some(Record::Patent(patent)) => Some(&**patent),
        _ => None,
    });
    patents.collect()
}

fn names(patent: &Patent, role: PartyRole) -> Vec<String> {
    let parties = patent.parties.iter().filter(|party| party.role == role);
    let name = |party: &model::Party| {
        let name = &party.contacts[0].name;
        let mut parts = vec![
            &name.full,
            &name.prefix,
            &name.first,
            &name.middle,
            &name.last,
        ];
        parts.push(&name.suffix);
        parts.extend(&name.organizations);
        parts.retain(|part| !part.is_empty());
        parts
            .iter()
            .map(|part| part.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    parties.map(name).collect()
}

fn symbols(list: &[model::Classification]) -> Vec<String> {
    let all = list.iter().flat_map(|one| {
        let symbols = one.main.iter().chain(&one.symbols);
        symbols.map(|symbol| format!("{} {}", one.scheme, symbol.text))
    });
    all.collect()
}

fn relations(patent: &Patent) -> Vec<String> {
    let line = |relation: &model::Relation| {
        let ids = relation.parents.iter().chain(&relation.documents);
        let ids: Vec<&str> = ids.map(|id| id.number.as_str()).collect();
        let grants: Vec<&str> = relation
            .parent_grants
            .iter()
            .map(|id| id.number.as_str())
            .collect();
        format!(
            "{} {} {} {}",
            relation.kind,
            ids.join(","),
            relation.status,
            grants.join(",")
        )
    };
    patent.relations.iter().map(line).collect()
}

fn groups(patent: &Patent) -> Vec<&str> {
    let blocks = patent
        .descriptions
        .iter()
        .flat_map(|section| &section.blocks);
    let named = blocks.map(|block| match block {
        Block::Group(group) => group.name.as_str(),
        _ => "",
    });
    named.collect()
}

fn claims(patent: &Patent) -> Vec<String> {
    let claims = patent.claim_sets.iter().flat_map(|set| &set.claims);
    let line = |claim: &model::Claim| {
        let words = plain(&claim.content);
        let words: Vec<&str> = words.split_whitespace().collect();
        format!("{}: {}", claim.number, words.join(" "))
    };
    claims.map(line).collect()
}

/// Whether nothing was left over, and nothing is wrong.
fn is_clean(document: &Document) {
    for entry in &document.reading.entries {
        assert_eq!(entry.findings, [], "{:?}", document.format);
    }
}

#[test]
fn a_grant_in_sgml() {
    let document = read(&corpus("US99000021-20010403.sgm"));
    assert_eq!(
        (document.format.as_str(), document.version.as_str()),
        ("patdoc", "v2.4")
    );
    is_clean(&document);
    let patent = patents(&document)[0];
    assert!(!patent.origin.recovered);
    assert_eq!(patent.application.documents[0].number, "09990021");
    assert_eq!(patent.application.series, "09");
    let priorities: Vec<_> = patent
        .priorities
        .iter()
        .map(|one| one.documents[0].docdb())
        .collect();
    assert_eq!(priorities.len(), 2);
    assert_eq!(patent.priorities[1].documents[0].office, "JP");
    let term = patent.term.as_ref().expect("there is a term");
    assert_eq!(
        (
            term.disclaimers[0].date.raw.as_str(),
            term.extensions[0].as_str()
        ),
        ("20180302", "57")
    );
    assert_eq!(
        symbols(&patent.classifications),
        [
            "ipc A47G 1914",
            "ipc B65D 2538",
            "national 222109",
            "national 222566",
            "national 222567"
        ]
    );
    assert_eq!(
        symbols(&patent.field_of_search),
        ["ipc A47G 1914", "national 222109", "national 222566- 567"]
    );
    assert_eq!(
        plain(&patent.titles[0].content),
        "Teapot that never drips, with a spout of two lips"
    );
    let cited: Vec<_> = patent
        .citations
        .iter()
        .map(|one| one.categories[0].as_str())
        .collect();
    assert_eq!(
        cited,
        ["cited by examiner", "cited by other", "cited by other"]
    );
    let first = &patent.citations[0];
    assert_eq!(
        (
            first.documents[0].office.as_str(),
            first.documents[0].name.as_str()
        ),
        ("US", "Sample et al.")
    );
    assert_eq!(symbols(&first.classifications), ["national 222109"]);
    assert_eq!(
        patent.citations[1].passages[0].texts[0],
        "column 2, lines 3 to 9"
    );
    assert_eq!(
        (
            patent.claim_count.as_str(),
            patent.exemplary_claims[0].as_str()
        ),
        ("2", "1")
    );
    let figures = patent.figures.as_ref().expect("they are counted");
    assert_eq!(
        (figures.sheets.as_str(), figures.figures.as_str()),
        ("1", "2")
    );
}

#[test]
fn people_and_words_of_a_grant_in_sgml() {
    let document = read(&corpus("US99000021-20010403.sgm"));
    let patent = patents(&document)[0];
    assert_eq!(
        relations(patent),
        [
            "division 08/990020 01 98000020",
            "continuation-in-part 08/990019 03 ",
            "us-provisional-application 60/990018  "
        ]
    );
    assert_eq!(
        names(patent, PartyRole::Inventor),
        ["Tessa T. Specimen III", "Hana Mihon"]
    );
    assert_eq!(names(patent, PartyRole::Other), ["Lou Example"]);
    assert_eq!(names(patent, PartyRole::Owner), ["Spout & Sons, Inc."]);
    assert_eq!(
        names(patent, PartyRole::Agent),
        ["Paragraph, Comma and Dash"]
    );
    assert_eq!(names(patent, PartyRole::PrimaryExaminer), ["Prim Exemplar"]);
    assert_eq!(
        names(patent, PartyRole::AssistantExaminer),
        ["Secunda Exemplar"]
    );
    let owner = patent
        .parties
        .iter()
        .find(|party| party.role == PartyRole::Owner);
    assert_eq!(owner.expect("there is one").contacts[0].name.role, "02");
    assert_eq!(patent.filings[0].documents[0].number, "PCT/JP98/99021");
    assert_eq!(patent.filings[0].dates[0].date.raw, "19990302");
    assert_eq!(patent.publications[0].documents[0].number, "WO98/99021");
    assert_eq!(
        groups(patent),
        [
            "cross-reference",
            "government-interest",
            "summary-of-invention",
            "description-of-drawings",
            "detailed-description"
        ]
    );
    assert_eq!(
        claims(patent)[0],
        "1: 1. A teapot, comprising: a body; and a spout having a lip that is turned back."
    );
    assert_eq!(
        claims(patent)[1],
        "2: 2. A teapot according to claim 1, wherein the lip is of hard tin."
    );
    assert_eq!(
        plain(&patent.claim_sets[0].statement),
        "What is claimed is:"
    );
    assert_eq!(patent.drawings[0].figures.len(), 2);
}

#[test]
fn words_behind_a_sign_without_end_tag_stand_beside_it() {
    let source = "<PATDOC DTD=\"2.4\"><SDODE><DETDESC><BTEXT><PARA ID=\"P-1\"><PTEXT><PDAT>a <CUSTOM-CHARACTER \
                  ID=\"C\" FILE=\"c.TIF\"> b</PDAT><CLREF ID=\"CLM-1\"><PDAT>claim 1</PDAT></PTEXT></PARA>\
                  </BTEXT></DETDESC></SDODE></PATDOC>";
    let document = read(source.as_bytes());
    is_clean(&document);
    let Block::Group(group) = &patents(&document)[0].descriptions[0].blocks[0] else {
        panic!("a part of the description is a group");
    };
    let Block::Paragraph(paragraph) = &group.blocks[0] else {
        panic!("there is a paragraph");
    };
    let kinds = |inline: &Inline| match inline {
        Inline::Text(text) => text.to_string(),
        Inline::Image(image) => image.file.to_string(),
        Inline::Reference(reference) => format!("->{}", reference.targets),
        other => panic!("{other:?}"),
    };
    let found: Vec<String> = paragraph.content.iter().map(kinds).collect();
    assert_eq!(found, ["a ", "c.TIF", " b", "->CLM-1", "claim 1"]);
}

#[test]
fn a_design_of_2003() {
    let document = read(&corpus("USD9900022-20030506.xml"));
    assert_eq!(document.version, "v2.5");
    is_clean(&document);
    let patent = patents(&document)[0];
    assert_eq!(
        symbols(&patent.classifications),
        ["locarno 0701", "national D 7312"]
    );
    assert_eq!(patent.term.as_ref().expect("it has a term").lengths, ["14"]);
    assert_eq!(relations(patent), ["related-publication 2002/9900022 A1  "]);
    // The entity names another file than itself.
    let image = &patent.drawings[0].figures[0].images[0];
    assert_eq!(image.file, "drawings/USD9900022-20030506-D00000.TIF");
}

#[test]
fn an_application_of_2003() {
    let document = read(&corpus("US20990000003A1-20030102.xml"));
    assert_eq!(
        (document.format.as_str(), document.version.as_str()),
        ("pap", "v1.6")
    );
    is_clean(&document);
    let patent = patents(&document)[0];
    assert_eq!(
        patent.document().expect("it has a number").name(),
        "US-20990000003-A1"
    );
    assert_eq!(patent.application.documents[0].number, "10990003");
    assert_eq!(patent.priorities[0].documents[0].number, "101 99 003.1");
    assert_eq!(
        symbols(&patent.classifications),
        [
            "ipc A47J031/44",
            "ipc G05B019/02",
            "national 099/280000",
            "national 700/090000"
        ]
    );
    assert_eq!(
        plain(&patent.plant.as_ref().expect("a plant").latin),
        "Camellia sinensis"
    );
    assert_eq!(patent.citations.len(), 2);
    assert_eq!(
        relations(patent),
        [
            "division 09990002 GRANTED 98000002",
            "a-371-of-international PCT/DE99/99001 PENDING ",
            "us-provisional-application 60990001  ",
            "related-publication 20990000002  ",
        ]
    );
    assert_eq!(
        names(patent, PartyRole::Inventor),
        ["Dr. Erika B. Muster Jr.", "Sam Specimen"]
    );
    assert_eq!(patent.parties[0].nationality, "AT");
    let address = patent.parties[0].contacts[0].address.as_ref();
    assert_eq!(address.expect("the residence is one").city, "Musterstadt");
    assert_eq!(
        names(patent, PartyRole::Assignee),
        ["Patient Kettles, Inc."]
    );
    assert_eq!(
        names(patent, PartyRole::Correspondent),
        ["PARAGRAPH, COMMA AND DASH Attorneys"]
    );
    assert_eq!(patent.filings[0].documents[0].number, "PCT/DE02/99003");
    assert_eq!(patent.publications[0].documents[0].number, "WO02/99003");
    assert_eq!(
        patent
            .figures
            .as_ref()
            .expect("one is published")
            .to_publish,
        ["1"]
    );
    assert_eq!(
        groups(patent),
        [
            "cross-reference",
            "government-interest",
            "background-art",
            "description-of-drawings",
            "detailed-description"
        ]
    );
    assert_eq!(
        claims(patent)[0],
        "1: 1. A kettle comprising:a sensor; and a heater."
    );
    assert_eq!(plain(&patent.claim_sets[0].statement), "Claims");
}

#[test]
fn a_week_of_1999() {
    let document = read(&corpus("pftaps990105.txt"));
    assert_eq!(document.format.as_str(), "greenbook");
    is_clean(&document);
    let [patent, design] = patents(&document)[..] else {
        panic!("there are two");
    };
    assert_eq!(
        patent.document().expect("it has a number").number,
        "09800031"
    );
    assert_eq!(patent.application.documents[0].number, "08990031");
    assert_eq!(patent.application.kind, "utility");
    assert_eq!(
        patent.term.as_ref().expect("a disclaimer").disclaimers[0]
            .date
            .raw,
        "20140102"
    );
    assert_eq!(patent.exemplary_claims, ["1", "2"]);
    assert_eq!(
        names(patent, PartyRole::Inventor),
        ["Tessa T. Specimen", "Erika Muster"]
    );
    assert_eq!(
        names(patent, PartyRole::Owner),
        ["Spout & Sons, Inc.", "Lou Example"]
    );
    assert_eq!(
        names(patent, PartyRole::Agent),
        ["Paragraph, Comma and Dash", "Carla Comma"]
    );
    assert_eq!(names(patent, PartyRole::PrimaryExaminer), ["Prim Exemplar"]);
    assert_eq!(
        names(patent, PartyRole::AssistantExaminer),
        ["Secunda Exemplar"]
    );
    assert_eq!(patent.priorities[0].documents[0].office, "DE");
    assert_eq!(
        relations(patent),
        [
            "reissue 990001  98000001",
            "continuation 990002 01 98000002",
            "related-application 990003 03 "
        ]
    );
    assert_eq!(
        symbols(&patent.classifications),
        [
            "ipc G04F  100",
            "ipc A47J 2910",
            "national 368 10",
            "national 368108",
            "national 368109",
            "national DIG 3"
        ]
    );
    assert_eq!(
        symbols(&patent.field_of_search),
        ["national 368 10;108", "national 99"]
    );
    assert_eq!(patent.citations.len(), 3);
    assert_eq!(
        symbols(&patent.citations[0].classifications),
        ["national 368 10", "national 368108"]
    );
    assert_eq!(patent.citations[1].documents[0].office, "EP");
    assert_eq!(patent.filings[0].dates.len(), 2);
    assert_eq!(patent.publications[0].documents[0].number, "WO96/99031");
    assert_eq!(
        groups(patent),
        [
            "government-interest",
            "cross-reference",
            "summary-of-invention",
            "description-of-drawings",
            "detailed-description"
        ]
    );
    assert_eq!(
        claims(patent),
        [
            "1: 1. A timer comprising: a spring; and a bell having a clapper.",
            "2: 2. The timer of claim 1 wherein the bell is of tin."
        ]
    );
    assert_eq!(
        design.document().expect("it has a number").number,
        "D0990032"
    );
    assert_eq!(
        symbols(&design.classifications),
        ["locarno D0706", "national D 7620"]
    );
    assert_eq!(
        claims(design),
        [": The ornamental design for an egg cup, as shown."]
    );
}

#[test]
fn codes_of_the_green_book_are_kept_and_shown_as_what_they_stand_for() {
    let document = read(&corpus("pftaps990105.txt"));
    let record = document.reading.entries[0]
        .record
        .as_ref()
        .expect("there is one");
    let written = |target| {
        let mut out = Vec::new();
        formats::write(record, target, &mut out);
        String::from_utf8(out).expect("outputs are UTF-8")
    };
    let st96 = written(Target::St96);
    assert!(st96.contains("3.5.times.10.sup.2 seconds"), "{st96}");
    let html = written(Target::Html);
    assert!(
        html.contains("H<span class=\"sign\" title=\".sub.2\"><sub>2</sub></span> O"),
        "{html}"
    );
    let text = written(Target::Text);
    assert!(text.contains("20° C."), "{text}");
    assert!(text.contains("soft        210"), "{text}");
}

#[test]
fn claims_of_a_file_wrapper() {
    let document = read(CLAIMS);
    assert_eq!(
        (document.format.as_str(), document.version.as_str()),
        ("xml4ip", "1_1")
    );
    is_clean(&document);
    let patent = patents(&document)[0];
    assert_eq!(patent.application.documents[0].number, "09990021");
    assert_eq!(
        claims(patent),
        [
            "1: 1. (Currently amended) A teapot 10 whose spout is double.",
            "2: "
        ]
    );
    let states: Vec<_> = patent.claim_sets[0]
        .claims
        .iter()
        .map(|claim| claim.status.as_str())
        .collect();
    assert_eq!(states, ["currently amended", "canceled"]);
    let mut out = Vec::new();
    formats::write(
        document.reading.entries[0].record.as_ref().expect("one"),
        Target::St96,
        &mut out,
    );
    let output = String::from_utf8(out).expect("outputs are UTF-8");
    assert!(
        output.contains("<pat:ClaimStatusCategory>Currently amended<"),
        "{output}"
    );
    assert!(
        output.contains("<pat:ClaimTypeCategory>Independent<"),
        "{output}"
    );
}

/// Words of all readable output, and all that findings say.
fn words_out(document: &Document) -> u64 {
    let mut count = 0;
    for entry in &document.reading.entries {
        let said = entry
            .findings
            .iter()
            .map(|finding| model::text::words(&finding.text));
        count += said.sum::<u64>();
        if let Some(record) = &entry.record {
            for (_, target) in Target::ALL {
                let mut out = Vec::new();
                let cost = formats::write(record, target, &mut out);
                assert!(!out.is_empty() || target == Target::St26);
                if matches!(target, Target::St96) {
                    count += model::text::words(&String::from_utf8_lossy(&out));
                    let said = cost.findings.iter();
                    count += said
                        .map(|finding| model::text::words(&finding.text))
                        .sum::<u64>();
                }
            }
        }
    }
    count
}

#[test]
fn cut_off_anywhere_nothing_breaks() {
    let files = [
        "US99000021-20010403.sgm",
        "US20990000003A1-20030102.xml",
        "pftaps990105.txt",
    ];
    let mut sources: Vec<_> = files.iter().map(|name| (*name, corpus(name))).collect();
    sources.push(("claims.xml", CLAIMS.to_vec()));
    for (name, bytes) in sources {
        for end in (0..bytes.len()).step_by(97) {
            let Ok(document) = formats::read(&bytes[..end], &Limits::default()) else {
                continue;
            };
            let words: u64 = document
                .reading
                .entries
                .iter()
                .map(|entry| entry.words)
                .sum();
            assert!(words_out(&document) >= words, "{name} cut at {end}");
        }
    }
}

#[test]
fn odd_lines_of_the_green_book_are_kept() {
    let source = "PATN\nWKU  12\nZZZ  unknown field\nTTL  One\nTTL  Two\nQQQQ\nXYZ  in an unknown group\nCLAS\nJNK  odd\n\
                  LREP\nREG  7\nCLMS\nPAR  no number\nNUM  1.\nDETD\nTBL3 head\n     a  b\nABST\nFOO\nBAR  x\n";
    let document = read(source.as_bytes());
    let patent = patents(&document)[0];
    assert_eq!(patent.document().expect("a number").number, "12");
    let (output, said) = {
        let mut out = Vec::new();
        let record = document.reading.entries[0].record.as_ref().expect("one");
        let cost = formats::write(record, Target::St96, &mut out);
        let said: String = cost
            .findings
            .iter()
            .map(|f| format!("{} ", f.text))
            .collect();
        (String::from_utf8(out).expect("UTF-8"), said)
    };
    for words in [
        "unknown field",
        "One",
        "Two",
        "in an unknown group",
        "odd",
        "no number",
        "a  b",
        "x",
    ] {
        assert!(
            output.contains(words) || said.contains(words),
            "{words}: {output} {said}"
        );
    }
}

#[test]
fn real_samples_say_who_and_what() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let samples = shared.join("data/us-redbook");
    let one = |path: &str| read(&std::fs::read(samples.join(path)).expect("the sample is there"));
    let grant = one("USPTO+PatentPublicData/samples/sgml/US06336130.xml");
    is_clean(&grant);
    let patent = patents(&grant)[0];
    assert_eq!(patent.document().expect("a number").name(), "US-6336130-B1");
    assert_eq!(names(patent, PartyRole::Inventor), ["Thanh Van Do"]);
    assert_eq!(patent.citations.len(), 9);
    assert_eq!(relations(patent), ["continuation PCT/NO98/00107 00 "]);
    let design = one("USPTO+PatentPublicData/samples/sgml/USD435854S1.xml");
    is_clean(&design);
    assert_eq!(patents(&design)[0].classifications[0].scheme, "locarno");
    assert_eq!(names(patents(&design)[0], PartyRole::Inventor).len(), 8);
    let application = one("USPTO+PatentPublicData/samples/pap/US20010009014A1.xml");
    is_clean(&application);
    let patent = patents(&application)[0];
    assert_eq!(
        names(patent, PartyRole::Inventor),
        ["James A. Savage III", "Sophie Muller"]
    );
    assert_eq!(patent.claim_sets[0].claims.len(), 55);
    let text = one("docling-project+docling/uspto/sources/pftaps057006474.txt");
    is_clean(&text);
    let patent = patents(&text)[0];
    assert_eq!(patent.document().expect("a number").number, "05700647");
    assert_eq!(names(patent, PartyRole::Inventor).len(), 6);
    assert_eq!(names(patent, PartyRole::Owner), ["Canon Kabushiki Kaisha"]);
    assert_eq!(patent.priorities.len(), 3);
    assert_eq!(patent.citations.len(), 10);
    assert_eq!(patent.claim_sets[0].claims.len(), 20);
}
