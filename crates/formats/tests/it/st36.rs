//! What is written in ST.36 is read again as what it was, and holds every word.

use crate::component::files;
use formats::{Cost, Format, Limits, Target, read, sniff_bytes, write};
use model::{Inline, Patent, Record};
use std::path::Path;

/// A record in ST.36.
struct Written {
    record: Record,
    bytes: Vec<u8>,
    cost: Cost,
}

fn written(source: &[u8]) -> Vec<Written> {
    let Ok(document) = read(source, &Limits::default()) else {
        return Vec::new();
    };
    let records = document.reading.entries.into_iter();
    records
        .filter_map(|entry| entry.record)
        .map(|record| {
            let mut bytes = Vec::new();
            let cost = write(&record, Target::St36, &mut bytes);
            Written {
                record,
                bytes,
                cost,
            }
        })
        .collect()
}

fn text(source: &str) -> String {
    let all = written(source.as_bytes());
    String::from_utf8(all[0].bytes.clone()).expect("it is UTF-8")
}

/// A document is recognized, read whole, and written as the same bytes again.
fn assert_mirrored(path: &Path, source: &[u8]) -> usize {
    let mut count = 0;
    for first in written(source) {
        if first.bytes.is_empty() {
            assert!(first.record.patent().is_none(), "{}", path.display());
            continue;
        }
        count += 1;
        let place = path.display();
        let sniffed = sniff_bytes(&first.bytes).format;
        assert_eq!(sniffed, Some(Format::St36), "{place}");
        let again = read(&first.bytes, &Limits::default()).expect("it was just sniffed");
        assert_eq!(again.reading.entries.len(), 1, "{place}");
        let entry = &again.reading.entries[0];
        let unread = entry
            .findings
            .iter()
            .find(|finding| finding.rule == "source/unmapped" || finding.rule.starts_with("xml/"));
        assert!(unread.is_none(), "{place}: {unread:?}");
        let second = written(&first.bytes);
        let (one, two) = (
            String::from_utf8_lossy(&first.bytes),
            String::from_utf8_lossy(&second[0].bytes),
        );
        let mut lines = one.lines().zip(two.lines()).enumerate();
        let different = lines.find(|(_, (one, two))| one != two);
        assert!(different.is_none(), "{place}: {different:?}");
        assert_eq!(one.len(), two.len(), "{place}");
        assert_same_nouns(&place.to_string(), &first.record, &second[0].record);
    }
    count
}

/// The nouns by which people know a document are those of the source.
fn assert_same_nouns(place: &str, one: &Record, two: &Record) {
    let (Some(one), Some(two)) = (one.patent(), two.patent()) else {
        panic!("{place}: it is a patent in both");
    };
    assert_eq!(published(one), published(two), "{place}");
    assert_eq!(numbers(one), numbers(two), "{place}");
    assert_eq!(one.priorities.len(), two.priorities.len(), "{place}");
    assert_eq!(one.titles.len(), two.titles.len(), "{place}");
    assert_eq!(one.citations.len(), two.citations.len(), "{place}");
    let claims = |patent: &Patent| -> usize {
        let sets = patent.claim_sets.iter();
        sets.map(|set| set.claims.len()).sum()
    };
    assert_eq!(claims(one), claims(two), "{place}");
    assert_eq!(spoken(one), spoken(two), "{place}");
}

/// Dates of ST.96 have hyphens, those of ST.36 have none.
fn published(patent: &Patent) -> Vec<(&str, &str, &str, Option<model::Ymd>)> {
    let ids = patent.publication.documents.iter();
    ids.map(|id| {
        (
            id.office.as_str(),
            id.number.as_str(),
            id.kind.as_str(),
            id.date.ymd(),
        )
    })
    .collect()
}

fn numbers(patent: &Patent) -> Vec<(&str, &str)> {
    let ids = patent.application.documents.iter();
    ids.map(|id| (id.office.as_str(), id.number.as_str()))
        .collect()
}

/// The words of the text, in order.
fn spoken(patent: &Patent) -> Vec<String> {
    let mut out = String::new();
    let sections = patent.abstracts.iter().chain(&patent.descriptions);
    for section in sections {
        model::text::blocks(&section.blocks, &mut |text| out.push_str(text));
    }
    for set in &patent.claim_sets {
        model::text::inlines(&set.statement, &mut |text| out.push_str(text));
        for claim in &set.claims {
            out.push('\n');
            model::text::inlines(&claim.content, &mut |text| out.push_str(text));
        }
    }
    out.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_corpus_is_mirrored() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut count = 0;
    for path in files(&folder) {
        let source = std::fs::read(&path).expect("the file is there");
        if sniff_bytes(&source).format.is_none() || path.ends_with("ipg990106.xml") {
            continue;
        }
        count += assert_mirrored(&path, &source);
    }
    assert!(count > 20, "{count}");
}

#[test]
fn real_documents_are_mirrored() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let folders = [
        "epo/ep-fulltext",
        "epo/docdb",
        "epo/ops",
        "epo/marec-and-ocr",
        "jp-kr-cn-pct",
        "us-redbook/funginstitute+patentprocessor/xml",
        "us-redbook/max-planck-innovation-competition+go-uspto",
        "us-redbook/USPTO+PatentPublicData/samples",
    ];
    let mut count = 0;
    for folder in folders {
        for path in files(&shared.join("data").join(folder)) {
            let source = std::fs::read(&path).expect("the file is there");
            if sniff_bytes(&source).format.is_some() {
                count += assert_mirrored(&path, &source);
            }
        }
    }
    assert!(count > 300, "{count}");
}

const DOCUMENT: &str = "<us-patent-grant lang='EN' country='US' dtd-version='v4.5 2014-04-03'>\
    <us-bibliographic-data-grant><publication-reference><document-id><country>US</country>\
    <doc-number>09900001</doc-number><kind>B2</kind><date>20200107</date></document-id></publication-reference>\
    <invention-title id='t'>A thing &amp; more</invention-title><us-sir-flag/>\
    <us-parties><inventors><inventor sequence='001' designation='us-only'><addressbook><last-name>Roe</last-name>\
    <first-name>Ann</first-name><address><city>Nowhere</city><country>US</country></address></addressbook></inventor>\
    </inventors></us-parties></us-bibliographic-data-grant>\
    <description id='d'><p id='p-1' num='0001'>See <figref idref='F'>FIG. 1</figref>.</p></description>\
    <us-claim-statement>What is claimed is:</us-claim-statement>\
    <claims id='claims'><claim id='CLM-1' num='1'><claim-text>A thing.</claim-text></claim></claims></us-patent-grant>";

#[test]
fn a_grant_is_a_patent_document_in_the_order_of_the_standard() {
    let out = text(DOCUMENT);
    let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<patent-document lang=\"EN\" country=\"US\">\n";
    assert!(out.starts_with(start), "{out}");
    assert!(!out.contains("v4.5"), "{out}");
    let places = [
        "<publication-reference>",
        "<parties>",
        "<invention-title",
        "<us-sir-flag/>",
        "<description",
        "<us-claim-statement>",
        "<claim-text>A thing.</claim-text>",
    ];
    let found: Vec<_> = places.iter().map(|part| out.find(part)).collect();
    assert!(found.iter().all(Option::is_some), "{found:?} {out}");
    assert!(found.is_sorted(), "{found:?} {out}");
}

#[test]
fn what_the_standard_does_not_have_is_said() {
    let cost = &written(DOCUMENT.as_bytes())[0].cost;
    let rules: Vec<&str> = cost.findings.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(
        rules,
        ["st36/identifier", "st36/missing-mandatory"],
        "{:?}",
        cost.findings
    );
    assert_eq!(cost.lost, 0);
}

#[test]
fn without_text_there_is_only_bibliographic_data() {
    let source = "<ep-patent-document lang='en' country='EP' doc-number='9900001' kind='A1'><SDOBI lang='en'>\
        <B000><eptags><B007EP>printed</B007EP></eptags></B000><B100><B110>9900001</B110><B130>A1</B130>\
        <B190>EP</B190></B100></SDOBI></ep-patent-document>";
    let all = written(source.as_bytes());
    let out = String::from_utf8(all[0].bytes.clone()).expect("it is UTF-8");
    assert!(out.contains("\n<bibliographic-data lang=\"en\""), "{out}");
    assert!(out.contains("<text>B007EP: printed</text>"), "{out}");
    let free = |finding: &&model::Finding| finding.rule == "st36/free-text";
    let finding = all[0].cost.findings.iter().find(free);
    assert_eq!(finding.map(|f| f.text.as_str()), Some("printed"));
}

#[test]
fn text_alone_is_the_body_of_an_application() {
    let source = "<application-body lang='de' country='DE'><description><p num='0001'>Wort</p></description>\
        <claims><claim num='1'><claim-text>Ding.</claim-text></claim></claims></application-body>";
    let out = text(source);
    let root = "\n<application-body lang=\"de\" country=\"DE\">\n<description>";
    assert!(out.contains(root), "{out}");
}

#[test]
fn a_listing_has_no_document() {
    let source = "<ST26SequenceListing><SequenceTotalQuantity>0</SequenceTotalQuantity></ST26SequenceListing>";
    let all = written(source.as_bytes());
    assert!(all[0].bytes.is_empty());
    assert_eq!(all[0].cost.findings[0].rule, "st36/no-document");
}

#[test]
fn a_component_without_a_patent_has_no_document() {
    let record = Record::Component(Box::default());
    let mut out = Vec::new();
    let cost = write(&record, Target::St36, &mut out);
    assert!(out.is_empty());
    assert_eq!(cost.findings[0].rule, "st36/no-document");
}

#[test]
fn sequences_within_a_document_are_counted_as_lost() {
    let listing = model::SequenceListing {
        software_name: Some(model::sequence::Written {
            text: "one two".into(),
            ..model::sequence::Written::default()
        }),
        ..model::SequenceListing::default()
    };
    let record = Record::Patent(Box::new(Patent {
        listings: vec![listing],
        ..Patent::default()
    }));
    let mut out = Vec::new();
    let cost = write(&record, Target::St36, &mut out);
    assert_eq!(cost.lost, 2);
    let rules: Vec<&str> = cost.findings.iter().map(|f| f.rule.as_str()).collect();
    assert!(rules.contains(&"st36/no-place"), "{rules:?}");
}

#[test]
fn words_before_claims_without_a_part_get_one() {
    let claim = model::Claim {
        number: "1".into(),
        content: vec![Inline::Text("A thing.".into())],
        ..model::Claim::default()
    };
    let set = model::ClaimSet {
        claims: vec![claim],
        ..model::ClaimSet::default()
    };
    let record = Record::Patent(Box::new(Patent {
        claim_sets: vec![set],
        ..Patent::default()
    }));
    let mut out = Vec::new();
    write(&record, Target::St36, &mut out);
    let out = String::from_utf8(out).expect("it is UTF-8");
    assert!(
        out.contains("<claim num=\"1\">\n<claim-text>A thing.</claim-text>\n</claim>"),
        "{out}"
    );
}
