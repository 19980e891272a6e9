//! The nouns of ST.96 documents: what was written is read again.

mod facts;

use facts::facts;
use formats::{Limits, Target, read, write};
use model::{Patent, Record, Stand};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn patents(source: &[u8]) -> Vec<Patent> {
    let document = read(source, &Limits::default()).expect("the format is known");
    let records = document.reading.entries.into_iter();
    records
        .filter_map(|entry| match entry.record {
            Some(Record::Patent(patent)) => Some(*patent),
            _ => None,
        })
        .collect()
}

fn st96(patent: &Patent) -> Vec<u8> {
    let mut out = Vec::new();
    write(
        &Record::Patent(Box::new(patent.clone())),
        Target::St96,
        &mut out,
    );
    out
}

/// The only patent of a document in ST.96.
fn only(source: &[u8]) -> Patent {
    let mut all = patents(source);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// Real documents of offices: at most `limit` of a folder.
fn samples(limit: usize) -> Vec<(PathBuf, Vec<u8>)> {
    let Some(shared) = crate::shared() else {
        return Vec::new();
    };
    let folders = [
        "us-redbook/funginstitute+patentprocessor/xml",
        "epo/ep-fulltext",
        "epo/docdb",
    ];
    let mut out = Vec::new();
    for folder in folders {
        let files = crate::component::files(&shared.join("data").join(folder));
        for path in files.into_iter().take(limit) {
            let source = std::fs::read(&path).expect("the file is there");
            if formats::sniff_bytes(&source).format.is_some() {
                out.push((path, source));
            }
        }
    }
    out
}

/// Where facts differ: of what, before, and after.
fn differences(before: &Patent, after: &Patent) -> Vec<String> {
    let (before, after) = (facts(before), facts(after));
    let mut out = Vec::new();
    for ((name, before), (_, after)) in before.iter().zip(&after) {
        if before != after {
            let gone: Vec<_> = before.iter().filter(|fact| !after.contains(fact)).collect();
            let new: Vec<_> = after.iter().filter(|fact| !before.contains(fact)).collect();
            out.push(format!("{name}: {gone:.3000?}\n        now {new:.3000?}"));
        }
    }
    out
}

#[test]
fn nouns_come_back() {
    let mut bad = Vec::new();
    let mut count = 0;
    for (path, source) in samples(60) {
        for patent in patents(&source) {
            let again = only(&st96(&patent));
            count += 1;
            for difference in differences(&patent, &again) {
                bad.push(format!("{}: {difference}", name(&path)));
            }
        }
    }
    assert!(
        bad.is_empty(),
        "{} of {count}:\n{}",
        bad.len(),
        bad[..bad.len().min(400)].join("\n")
    );
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The words of a document, each as often as it stands there.
fn bag(source: &[u8]) -> BTreeMap<String, i64> {
    let text = String::from_utf8_lossy(source);
    let document = roxmltree::Document::parse(&text).expect("it is well-formed");
    let mut out = BTreeMap::new();
    for node in document.descendants().filter(|node| node.is_text()) {
        let words = node
            .text()
            .unwrap_or("")
            .split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            *out.entry(word.to_owned()).or_default() += 1;
        }
    }
    out
}

#[test]
fn little_is_carried() {
    let (mut words, mut carried) = (0, 0);
    let mut parts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (_, source) in samples(1000) {
        for patent in patents(&source) {
            let first = st96(&patent);
            let mut again = only(&first);
            for part in std::mem::take(&mut again.carried) {
                let (what, sample) = match &part.stand {
                    Stand::Part(markup) => ("", markup.text()),
                    Stand::Attributes(markup) => ("@", format!("{:?}", markup.attributes)),
                    Stand::Nothing(_) => ("-", String::new()),
                };
                let within: String = part
                    .within
                    .split('[')
                    .map(|step| step.split_once(']').map_or(step, |(_, name)| name))
                    .collect();
                let key = format!("{what}{within}/{}", part.name);
                let (count, _) = parts.entry(key).or_insert((0, sample));
                *count += 1;
            }
            let all = bag(&first);
            let nouns = bag(&st96(&again));
            for (word, count) in all {
                words += count;
                carried += (count - nouns.get(&word).copied().unwrap_or(0)).max(0);
            }
        }
    }
    let list: Vec<String> = parts
        .iter()
        .map(|(key, (count, sample))| format!("{count} {key}: {sample:.300}"))
        .collect();
    println!(
        "{carried} of {words} words stand in carried parts only:\n{}",
        list.join("\n")
    );
    assert!(carried * 1000 <= words, "{carried} of {words}");
}

/// A publication with a part more in its bibliographic data.
fn publication(more: &str) -> String {
    format!(
        "<pat:PatentPublication xmlns:pat=\"{BASE}/Patent\" xmlns:com=\"{BASE}/Common\" com:languageCode=\"en\" \
         com:st96Version=\"V6_0\"><com:IPOfficeCode>CH</com:IPOfficeCode><pat:BibliographicData com:st96Version=\"V6_0\">\
         <pat:PatentPublicationIdentification><com:IPOfficeCode>CH</com:IPOfficeCode>\
         <pat:PublicationNumber>999001</pat:PublicationNumber><com:PatentDocumentKindCode>B1</com:PatentDocumentKindCode>\
         <com:PublicationDate>2020-05-29</com:PublicationDate></pat:PatentPublicationIdentification>\
         <pat:ApplicationIdentification><com:IPOfficeCode>CH</com:IPOfficeCode><com:ApplicationNumber>\
         <com:IPOfficeCode>CH</com:IPOfficeCode><com:ApplicationNumberText>00777/19</com:ApplicationNumberText>\
         </com:ApplicationNumber></pat:ApplicationIdentification><pat:InventionTitleBag><pat:InventionTitle com:languageCode=\"en\">\
         Bell</pat:InventionTitle></pat:InventionTitleBag><pat:PartyBag><pat:InventorBag><pat:Inventor>\
         <com:PublicationContact><com:Name><com:EntityName>Roe</com:EntityName></com:Name>\
         <com:CountryCode>CH</com:CountryCode></com:PublicationContact></pat:Inventor></pat:InventorBag></pat:PartyBag>\
         {more}</pat:BibliographicData><pat:Description com:languageCode=\"en\"><com:P com:pNumber=\"0001\">It \
         <![CDATA[rings < loud]]>.</com:P></pat:Description><pat:Claims com:languageCode=\"en\"><pat:Claim \
         com:id=\"c1\"><pat:ClaimNumber>1</pat:ClaimNumber><pat:ClaimText>A bell.</pat:ClaimText></pat:Claim>\
         </pat:Claims></pat:PatentPublication>"
    )
}

const BASE: &str = "http://www.wipo.int/standards/XMLSchema/ST96";

/// Facts of which the sample gives some.
fn said(patent: &Patent) -> Vec<(&'static str, Vec<String>)> {
    let all = facts(patent).into_iter();
    all.filter(|(_, facts)| facts.iter().any(|fact| !fact.is_empty()))
        .collect()
}

#[test]
fn a_publication_is_drawn_in_nouns() {
    let source = publication("");
    let patent = only(source.as_bytes());
    let all = said(&patent);
    let fact = |name: &str| {
        let found = all.iter().find(|(own, _)| *own == name);
        found.map(|(_, facts)| facts.concat()).unwrap_or_default()
    };
    assert_eq!(fact("titles"), "en Bell");
    assert_eq!(fact("publication"), "CH 999001 B1 2020-05-29");
    assert_eq!(fact("application"), "CH 00777/19  ");
    assert_eq!(fact("parties"), "inventor Roe");
    assert_eq!(fact("claims"), "1 1 A bell.");
    assert_eq!(fact("descriptions"), "0001 It rings < loud.");
    assert_eq!(patent.office, "CH");
    assert_eq!(patent.language, "en");
    assert!(patent.carried.is_empty(), "{:?}", patent.carried);
    assert!(patent.unmapped.is_empty(), "{:?}", patent.unmapped);
}

#[test]
fn prefixes_and_encodings_do_not_matter() {
    let source = publication("");
    let expected = said(&only(source.as_bytes()));
    let renamed = source
        .replace("<com:", "<c:")
        .replace("</com:", "</c:")
        .replace(" com:", " c:")
        .replace("xmlns:com=", "xmlns:c=")
        .replace("<pat:", "<")
        .replace("</pat:", "</")
        .replace("xmlns:pat=", "xmlns=");
    assert_eq!(said(&only(renamed.as_bytes())), expected);
    let wide: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(source.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(said(&only(&wide)), expected);
    let marked = format!("\u{feff}{source}");
    assert_eq!(said(&only(marked.as_bytes())), expected);
}

#[test]
fn a_wrapper_holds_publications() {
    let one = publication("");
    let two = one.replace("999001", "999002");
    let source = format!(
        "<x:Export xmlns:x=\"urn:office\" xmlns:com=\"{BASE}/Common\"><x:Note>weekly words</x:Note>{one}{two}</x:Export>"
    );
    let document = read(source.as_bytes(), &Limits::default()).expect("the format is known");
    let entries = &document.reading.entries;
    let names: Vec<String> = entries
        .iter()
        .filter_map(|entry| Some(entry.record.as_ref()?.name()?.to_string()))
        .collect();
    assert_eq!(names, ["CH-999001-B1", "CH-999002-B1"]);
    let texts = entries.iter().flat_map(|entry| &entry.findings);
    let texts: Vec<&str> = texts.map(|finding| finding.text.as_str()).collect();
    assert!(texts.concat().contains("weekly words"), "{texts:?}");
    let words: u64 = entries.iter().map(|entry| entry.words).sum();
    assert_eq!(words, entries[1].words * 2 + 2);
}

#[test]
fn what_was_cut_off_gives_what_is_there() {
    let source = publication("");
    for at in (300..source.len()).step_by(97) {
        let document = read(&source.as_bytes()[..at], &Limits::default());
        assert!(document.is_ok(), "{at}");
    }
    let end = source.find("<pat:Claims").expect("there are claims");
    let patent = only(&source.as_bytes()[..end]);
    assert!(patent.origin.recovered);
    assert_eq!(patent.descriptions.len(), 1);
}

#[test]
fn what_the_nouns_do_not_hold_is_shown() {
    let further = "<com:SecurityReleaseDate>2019-03-04</com:SecurityReleaseDate>";
    let source = publication(further);
    let document = read(source.as_bytes(), &Limits::default()).expect("the format is known");
    let record = document.reading.entries[0]
        .record
        .as_ref()
        .expect("there is a record");
    for target in [Target::Text, Target::Markdown, Target::Html] {
        let mut out = Vec::new();
        write(record, target, &mut out);
        let out = String::from_utf8(out).expect("it is UTF-8");
        assert!(out.contains("2019-03-04"), "{out}");
        assert!(out.contains("Further data"), "{out}");
    }
    let mut out = Vec::new();
    write(record, Target::St96, &mut out);
    let again = only(&out);
    assert_eq!(again.carried, record.patent().expect("it is one").carried);
}

#[test]
fn extensions_of_an_office_are_kept() {
    let source = publication("<x:Score xmlns:x=\"urn:office\">seven of ten</x:Score>");
    let patent = only(source.as_bytes());
    let texts: Vec<&str> = patent
        .unmapped
        .iter()
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(texts, ["seven of ten"]);
    assert_eq!(patent.titles.len(), 1);
}

#[test]
fn reports_have_nouns_as_well() {
    let source = format!(
        "<pat:SearchReport xmlns:pat=\"{BASE}/Patent\" xmlns:com=\"{BASE}/Common\" com:st96Version=\"V6_0\">\
         <pat:ApplicationIdentification><com:IPOfficeCode>CH</com:IPOfficeCode><com:ApplicationNumber>\
         <com:ApplicationNumberText>00777/19</com:ApplicationNumberText></com:ApplicationNumber>\
         </pat:ApplicationIdentification><pat:SearchCompleteDate>2020-01-02</pat:SearchCompleteDate>\
         <pat:EstablishedInventionTitle>Bell</pat:EstablishedInventionTitle></pat:SearchReport>"
    );
    let patent = only(source.as_bytes());
    assert_eq!(patent.application.documents[0].number, "00777/19");
    assert_eq!(
        patent.search.clone().expect("there is one").completed.raw,
        "2020-01-02"
    );
    let out = String::from_utf8(st96(&patent)).expect("it is UTF-8");
    assert!(out.contains("<pat:SearchReport"), "{out}");
}
