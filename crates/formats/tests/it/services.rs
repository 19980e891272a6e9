//! Answers of offices' services: which records they give, and both outputs of ST.96.

use formats::{Error, Limits, Target, native};
use model::{PartyRole, Patent, Record};

fn read(source: &str) -> Vec<(Patent, Vec<String>)> {
    let read = formats::read(source.as_bytes(), &Limits::default()).expect("the format is known");
    let entries = read.reading.entries.into_iter();
    let records = entries.map(|entry| {
        let record = entry.record.expect("there is a record");
        let bytes = native::encode(&record);
        assert_eq!(native::decode(&bytes).expect("it was encoded"), record);
        let mut outputs = vec![Vec::new()];
        formats::write(&record, Target::St96, &mut outputs[0]);
        outputs.extend(formats::write_second(&record, Target::St96).map(|second| second.bytes));
        let text = |bytes| String::from_utf8(bytes).expect("outputs are UTF-8");
        let Record::Patent(patent) = record else {
            panic!("services tell of patents")
        };
        (*patent, outputs.into_iter().map(text).collect())
    });
    records.collect()
}

fn corpus(name: &str) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/services/");
    std::fs::read_to_string(format!("{path}{name}")).expect("the corpus is there")
}

fn refused(source: &str) -> (String, &'static str) {
    match formats::read(source.as_bytes(), &Limits::default()) {
        Err(Error::NoRecord { what, remedy }) => (what, remedy),
        other => panic!("{source}: {other:?}"),
    }
}

#[test]
fn legal_events_alone_are_one_output() {
    let all = read(&corpus("ops-legal.xml"));
    let [(patent, outputs)] = all.as_slice() else {
        panic!("one member")
    };
    let [event] = patent.events.as_slice() else {
        panic!("one event")
    };
    assert_eq!((event.code.as_str(), event.office.as_str()), ("PG25", "EP"));
    assert_eq!(event.description, "LAPSED IN A CONTRACTING STATE");
    assert_eq!(
        event.date().and_then(|date| date.iso()).as_deref(),
        Some("2024-08-05")
    );
    let [only] = outputs.as_slice() else {
        panic!("events and numbers are one document")
    };
    for part in [
        "<pat:PatentLegalStatusData",
        "<com:StateCode>U</com:StateCode>",
        "<pat:KeyEventCode>W00</pat:KeyEventCode>",
        "<pat:NationalEventCode>PG25</pat:NationalEventCode>",
        "<com:PublicationDate>2024-08-05</com:PublicationDate>",
        "THE TOASTER RESTS",
    ] {
        assert!(only.contains(part), "{part} in {only}");
    }
}

#[test]
fn events_beside_data_are_a_second_output() {
    let all = read(&corpus("dpma-patent.xml"));
    let [(patent, outputs)] = all.as_slice() else {
        panic!("one right")
    };
    assert_eq!(patent.events.len(), 2);
    assert_eq!(patent.milestones.len(), 1);
    assert_eq!(patent.parties[0].role, PartyRole::Applicant);
    let [first, second] = outputs.as_slice() else {
        panic!("data and events")
    };
    assert!(first.contains("<pat:BibliographicData") && !first.contains("R200"));
    assert!(second.contains("<pat:GazetteNumber>31</pat:GazetteNumber>"));
}

#[test]
fn an_application_of_the_us_office_in_its_nouns() {
    let all = read(&corpus("us-application.json"));
    let [(patent, outputs)] = all.as_slice() else {
        panic!("one application")
    };
    assert_eq!(patent.name().as_deref(), Some("US-17990001-application"));
    assert_eq!(
        patent.term.as_ref().map(|term| term.extensions[0].as_str()),
        Some("12")
    );
    let assignment = patent
        .events
        .iter()
        .find(|event| event.list == "assignment");
    let assignment = assignment.expect("there is one");
    assert_eq!(assignment.id, "099001/0042");
    let kinds: Vec<_> = assignment
        .parties
        .iter()
        .map(|party| party.kind.as_str())
        .collect();
    assert_eq!(kinds, ["assignor", "assignee"]);
    assert_eq!(assignment.parties[0].dates[0].date.raw, "2021-03-30");
    let relation = patent.relations.iter().find(|one| !one.parents.is_empty());
    let relation = relation.expect("there is a parent");
    assert_eq!(relation.kind, "us-provisional-application");
    assert_eq!(relation.status, "Expired");
    assert_eq!(outputs.len(), 2);
    assert!(patent.unmapped.is_empty(), "{:?}", patent.unmapped);
}

#[test]
fn parts_of_an_application_are_known_by_their_names() {
    let transactions = r#"{"patentBag":[{"transactionContentBag":[{"recordedDate":"2020-01-02",
        "caseActionCode":"X","caseActionDescriptionText":"Something"}]}],"count":1}"#;
    let all = read(transactions);
    assert_eq!(all[0].0.events[0].code, "X");
    let papers = r#"{"documentBag":[{"applicationNumberText":"1","documentCode":"A"},
        {"applicationNumberText":"2","documentCode":"B"},
        {"applicationNumberText":"1","documentCode":"C"}]}"#;
    let all = read(papers);
    let codes = |index: usize| -> Vec<String> {
        let events = all[index].0.events.iter();
        events.map(|event| event.code.to_string()).collect()
    };
    assert_eq!(
        (codes(0), codes(1)),
        (vec!["A".into(), "C".into()], vec!["B".into()])
    );
    let assignment = r#"{"response":{"numFound":1,"docs":[{"id":"9-1","reelNo":"9","frameNo":"1",
        "conveyanceText":"MERGER","patAssignorName":["A"],"applNum":["17990001"]}]}}"#;
    let all = read(assignment);
    assert_eq!(all[0].0.application.documents[0].number, "17990001");
}

#[test]
fn an_answer_may_hold_several_publications() {
    let found = "<w:world-patent-data xmlns:w='http://ops.epo.org'><w:biblio-search>\
        <w:query syntax='CQL'>ti=kettle</w:query><w:search-result>\
        <w:publication-reference><document-id><country>EP</country><doc-number>1</doc-number>\
        </document-id></w:publication-reference>\
        <w:publication-reference><document-id><country>US</country><doc-number>2</doc-number>\
        </document-id></w:publication-reference></w:search-result></w:biblio-search>\
        </w:world-patent-data>";
    let all = read(found);
    let offices: Vec<_> = all
        .iter()
        .map(|(patent, _)| patent.office.as_str())
        .collect();
    assert_eq!(offices, ["EP", "US"]);
    assert_eq!(all[0].0.statements[0].code, "query");
}

#[test]
fn claims_in_one_claim_are_cut_at_their_numbers() {
    let text = "<world-patent-data><fulltext-documents><fulltext-document>\
        <bibliographic-data><publication-reference data-format='docdb'><document-id>\
        <country>EP</country><doc-number>9</doc-number><kind>A1</kind></document-id>\
        </publication-reference></bibliographic-data><claims lang='EN'><claim>\
        <claim-text>1. A kettle.</claim-text><claim-text>2. The kettle of claim 1, with a lid,\
        </claim-text><claim-text>which is blue.</claim-text></claim></claims>\
        </fulltext-document></fulltext-documents></world-patent-data>";
    let all = read(text);
    let claims = &all[0].0.claim_sets[0].claims;
    let numbers: Vec<_> = claims.iter().map(|claim| claim.number.as_str()).collect();
    assert_eq!(numbers, ["1", "2"]);
    assert_eq!(claims[1].content.len(), 2);
}

#[test]
fn json_made_of_xml_is_read_as_xml() {
    let json = r#"{"ops:world-patent-data":{"@xmlns":{"$":"http://www.epo.org/exchange"},
        "exchange-documents":{"exchange-document":{"@country":"EP","@doc-number":"9","@kind":"A1",
        "bibliographic-data":{"invention-title":[{"@lang":"en","$":"Kettle"}]}}}}}"#;
    let all = read(json);
    assert_eq!(all[0].0.titles[0].language, "en");
    assert_eq!(all[0].0.name().as_deref(), Some("EP-9-A1"));
}

#[test]
fn what_holds_no_record_is_named_with_a_remedy() {
    for (source, word) in [
        (
            "<fault xmlns='x'><code>429</code><message>Slow down</message></fault>",
            "Slow down",
        ),
        ("<!DOCTYPE html><html><body>Sorry</body></html>", "HTML"),
        ("<?xml version='1.0'?><?style x?>", "first element"),
        ("<Transaction xmlns='urn:x/trademarks'/>", "trademarks"),
        ("<world-patent-data/>", "no publication"),
        (
            "<world-patent-data><classification-scheme/></world-patent-data>",
            "classification",
        ),
        ("{\"DeliveryID\": 1, \"Files\": []}", "deliveries"),
        (
            "[{\"ID\": 1, \"Name\": \"a\", \"Description\": \"b\"}]",
            "products",
        ),
        ("{\"code\": \"429\", \"message\": \"Slow\"}", "error"),
        ("{}", "empty"),
        (
            "{\"count\": 0, \"patentFileWrapperDataBag\": []}",
            "no application",
        ),
    ] {
        let (what, remedy) = refused(source);
        assert!(what.contains(word), "{source}: {what}");
        assert!(!remedy.is_empty());
    }
}

#[test]
fn odd_answers_lose_nothing() {
    let source = "<world-patent-data><register-search><register-documents><register-document \
        lang='en'><events-data><dossier-event id='E'><event-code>1</event-code><event-code>2\
        </event-code><event-text>odd words</event-text></dossier-event></events-data>\
        <strange>stranger words</strange></register-document></register-documents>\
        </register-search></world-patent-data>";
    let all = read(source);
    let bytes = native::encode(&Record::Patent(Box::new(all[0].0.clone())));
    let text = String::from_utf8(bytes).expect("it is JSON");
    for words in ["odd words", "stranger words"] {
        assert!(text.contains(words), "{words}");
    }
}
