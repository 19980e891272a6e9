//! Claims: numbers for several claims, several languages, dependences as people read them.

use formats::{Limits, Target, html, markdown};
use model::Record;

fn record(source: &str) -> (Record, Vec<String>) {
    let document = formats::read(source.as_bytes(), &Limits::default()).expect("it is known");
    let entry = document
        .reading
        .entries
        .into_iter()
        .next()
        .expect("it holds one");
    let said = entry.findings.iter().map(|f| f.message.to_string());
    (entry.record.expect("it can be read"), said.collect())
}

fn application(claims: &str) -> String {
    format!(
        "<us-patent-application lang='EN' country='US' dtd-version='v4.1 2005-08-25'>\
         <us-bibliographic-data-application><publication-reference><document-id><country>US</country>\
         <doc-number>20060288462</doc-number><kind>A1</kind><date>20061228</date></document-id>\
         </publication-reference></us-bibliographic-data-application>{claims}</us-patent-application>"
    )
}

fn grouped() -> Record {
    let claims = "<claims id='claims'><claim id='CLM-1' num='00001'><claim-text><b>1</b>. A garment.\
                  </claim-text></claim><claim id='CLM-2' num='00002-00005'><claim-text><b>2</b>-<b>5</b>. \
                  (canceled)</claim-text></claim><claim id='CLM-6' num='00006'><claim-text>The garment of \
                  <claim-ref idref='CLM-1'>claim 1</claim-ref> or <b>2</b>.</claim-text></claim></claims>";
    record(&application(claims)).0
}

#[test]
fn a_number_for_several_claims_is_a_range() {
    let mut bytes = Vec::new();
    formats::write(&grouped(), Target::St96, &mut bytes);
    let output = String::from_utf8(bytes).unwrap();
    let range = "<pat:ClaimNumberRange>\n<pat:BeginRangeNumber>00002</pat:BeginRangeNumber>\n\
                 <pat:EndRangeNumber>00005</pat:EndRangeNumber>\n</pat:ClaimNumberRange>";
    assert!(output.contains(range), "{output}");
}

#[test]
fn the_number_of_a_claim_stands_once() {
    let mut output = String::new();
    markdown::write(&grouped(), &mut output);
    assert!(output.contains("\n**1.** A garment."), "{output}");
    assert!(output.contains("\n**2-5.** (canceled)"), "{output}");
    let last = "**6.** <small>(depends on claims 1, 2-5)</small> The garment";
    assert!(output.contains(last), "{output}");
    let mut output = String::new();
    html::write(&grouped(), &mut output);
    for words in [
        "<span class=\"number\">1.</span> <div class=\"words\"><div>A garment.",
        "<span class=\"number\">2-5.</span> <div class=\"words\"><div>(canceled)",
    ] {
        assert!(output.contains(words), "{output}");
    }
}

#[test]
fn claims_of_several_languages_have_none() {
    let set = |language: &str| {
        format!(
            "<claims lang='{language}'><claim num='1'><claim-text>X</claim-text></claim></claims>"
        )
    };
    let write = |claims: &str| {
        let mut bytes = Vec::new();
        let (record, _) = record(&application(claims));
        let findings = formats::write(&record, Target::St96, &mut bytes).findings;
        let said = findings.iter().map(|f| format!("{} {}", f.message, f.text));
        (String::from_utf8(bytes).unwrap(), said.collect::<String>())
    };
    let (one, _) = write(&(set("EN") + &set("en")));
    assert!(
        one.contains("<pat:Claims com:languageCode=\"en\">"),
        "{one}"
    );
    let (several, said) = write(&(set("en") + &set("de")));
    assert!(several.contains("<pat:Claims>"), "{several}");
    assert!(
        said.contains("claims/@lang") && said.contains("en de"),
        "{said}"
    );
}
