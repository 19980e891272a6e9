//! Documents of offices that follow ST.36: Japan, China, Spain, the collections, and the standard's own parts.

use formats::{Format, Limits, Target};
use model::{PartyRole, Patent, Record};

fn read(source: &[u8]) -> formats::Document {
    formats::read(source, &Limits::default()).expect("the format is known")
}

fn patent(source: &str) -> Patent {
    let document = read(source.as_bytes());
    let entry = document.reading.entries.into_iter().next();
    let record = entry.and_then(|entry| entry.record).expect("a record");
    let Record::Patent(patent) = record else {
        panic!("no patent")
    };
    *patent
}

fn st96(patent: Patent) -> String {
    let mut out = Vec::new();
    formats::write(&Record::Patent(Box::new(patent)), Target::St96, &mut out);
    String::from_utf8(out).expect("the output is UTF-8")
}

#[test]
fn roots_are_told_apart() {
    for (source, format) in [
        ("<jp-official-gazette/>", Some(Format::Jpo)),
        ("<cn-patent-document/>", Some(Format::Cnipa)),
        ("<b:PatentDocumentAndRelated/>", Some(Format::Cnipa)),
        ("<application-body/>", Some(Format::St36)),
        ("<bibliographic-data/>", Some(Format::St36)),
        ("<patent-document ucid='EP-1-B1'/>", Some(Format::St36)),
        ("<fulltext-documents/>", Some(Format::St36)),
        ("<kr-patent-document/>", Some(Format::St36)),
        ("<wo-published-application/>", Some(Format::St36)),
        ("<us-patent-grant/>", Some(Format::RedBook)),
        ("<ep-patent-document/>", Some(Format::EpFull)),
        ("<description><p>a</p></description>", Some(Format::St36)),
        ("<description><text>a</text></description>", None),
        ("<xx-report/>", None),
    ] {
        assert_eq!(formats::sniff(source).format, format, "{source}");
    }
}

#[test]
fn a_gazette_is_read_in_any_encoding() {
    let text = "<jp-official-gazette kind-of-st16='B2' lang='ja' country='JP' xmlns:jp='u'>\
        <bibliographic-data><invention-title>沸騰を和音で知らせるやかん</invention-title>\
        </bibliographic-data></jp-official-gazette>";
    for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP] {
        for declaration in [
            format!("<?xml version='1.0' encoding='{}'?>", encoding.name()),
            String::new(),
        ] {
            let whole = format!("{declaration}{text}");
            let (bytes, _, _) = encoding.encode(&whole);
            let document = read(&bytes);
            assert_eq!(document.format, Format::Jpo);
            let record = document.reading.entries[0].record.clone();
            let Some(Record::Patent(patent)) = record else {
                panic!("no patent")
            };
            let title = model::text::plain(&patent.titles[0].content);
            assert_eq!(title, "沸騰を和音で知らせるやかん", "{whole}");
        }
    }
}

#[test]
fn a_japanese_kind_is_a_code_and_words() {
    let source = |kind: &str| {
        format!(
            "<jp-official-gazette {kind} country='JP' lang='ja'><bibliographic-data>\
             <publication-reference><document-id><country>JP</country><doc-number>9999</doc-number>\
             <kind>特許公報(B2)</kind></document-id></publication-reference></bibliographic-data>\
             </jp-official-gazette>"
        )
    };
    for kind in ["kind-of-st16='B2'", ""] {
        let patent = patent(&source(kind));
        assert_eq!(patent.publication.documents[0].kind, "B2");
        let out = st96(patent);
        assert!(out.contains(">特許公報(B2)</pat:PlainLanguageDesignationText>"));
        assert!(out.contains("<com:PatentDocumentKindCode>B2<"));
    }
}

#[test]
fn japanese_codes_are_classifications_and_office_words_statements() {
    let patent = patent(
        "<jp-official-gazette country='JP' xmlns:jp='u'><bibliographic-data>\
         <jp:theme-code-info><jp:theme-code>4B055</jp:theme-code></jp:theme-code-info>\
         <jp:f-term-info><jp:f-term>4B055AA01</jp:f-term><jp:f-term>4B055BA77</jp:f-term></jp:f-term-info>\
         <classification-national><country>JP</country><main-clsf jp:facet='ZAB'>A47J27/21 101Z</main-clsf>\
         </classification-national><jp:total-pages>5</jp:total-pages></bibliographic-data>\
         <jp:new-part><p>予期せぬ本文</p></jp:new-part></jp-official-gazette>",
    );
    let schemes: Vec<_> = patent
        .classifications
        .iter()
        .map(|one| &*one.scheme)
        .collect();
    assert_eq!(schemes, ["theme", "f-term", "national"]);
    assert_eq!(patent.classifications[1].symbols.len(), 2);
    assert_eq!(patent.statements[0].code, "total-pages");
    assert_eq!(patent.sections[0].name, "new-part");
    assert!(patent.unmapped.is_empty(), "{:?}", patent.unmapped);
}

#[test]
fn both_chinese_dialects_give_the_same_record() {
    let old = patent(
        "<cn-patent-document country='CN' lang='zh'><cn-bibliographic-data><cn-publication-reference>\
         <document-id><country>CN</country><doc-number>9</doc-number><kind>A</kind></document-id>\
         </cn-publication-reference><cn-parties><cn-agents><cn-agent><cn-agency><name>代理所</name></cn-agency>\
         <name>水三</name></cn-agent></cn-agents></cn-parties></cn-bibliographic-data></cn-patent-document>",
    );
    let new = patent(
        "<b:PatentDocumentAndRelated country='CN' lang='zh'><b:BibliographicData><b:PublicationReference>\
         <x:DocumentID><x:WIPOST3Code>CN</x:WIPOST3Code><x:DocNumber>9</x:DocNumber><x:Kind>A</x:Kind>\
         </x:DocumentID></b:PublicationReference><b:Parties><b:AgentDetails><b:Agent><b:Agency><x:AddressBook>\
         <x:Name>代理所</x:Name></x:AddressBook></b:Agency><x:AddressBook><x:Name>水三</x:Name></x:AddressBook>\
         </b:Agent></b:AgentDetails></b:Parties></b:BibliographicData></b:PatentDocumentAndRelated>",
    );
    assert_eq!(old.publication, new.publication);
    for patent in [&old, &new] {
        let [agent] = patent.parties.as_slice() else {
            panic!("{:?}", patent.parties)
        };
        assert_eq!(agent.role, PartyRole::Agent);
        assert_eq!(agent.contacts[0].name.full, "水三");
        assert_eq!(agent.contacts[0].name.organizations, ["代理所"]);
    }
    assert_eq!(new.origin.root, "b:PatentDocumentAndRelated");
}

#[test]
fn what_a_dialect_does_not_know_is_reported_under_its_own_name() {
    let patent = patent(
        "<b:PatentDocumentAndRelated><b:BibliographicData><b:Novelty>字</b:Novelty></b:BibliographicData>\
         </b:PatentDocumentAndRelated>",
    );
    let [left] = patent.unmapped.as_slice() else {
        panic!("{:?}", patent.unmapped)
    };
    assert_eq!(
        left.path,
        "b:PatentDocumentAndRelated/b:BibliographicData/b:Novelty"
    );
    assert_eq!(left.text, "字");
}

#[test]
fn a_body_alone_is_an_application_body() {
    let source = "<application-body lang='de' country='DE' id='a1' file='x.xml' status='n' file-reference-id='R1'>\
        <description><technical-field><p>Kessel</p></technical-field></description>\
        <claims><claim num='1'><claim-text>Kessel.</claim-text></claim></claims></application-body>";
    let out = st96(patent(source));
    assert!(out.contains("<pat:ApplicationBody "), "{out}");
    for part in [
        "com:languageCode=\"de\"",
        "com:receivingOffice=\"DE\"",
        "com:id=\"a1\"",
        "com:documentFileName=\"x.xml\"",
        "pat:applicationBodyStatus=\"n\"",
        "com:fileReferenceIdentifier=\"R1\"",
        "<pat:TechnicalField>",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    let numbered = source.replace("country='DE'", "country='DE' doc-number='7' kind='A1'");
    assert!(st96(patent(&numbered)).contains("<pat:PatentPublication "));
}

#[test]
fn each_document_of_a_list_is_a_record() {
    let source = "<fulltext-documents><fulltext-document><bibliographic-data><publication-reference><document-id>\
        <country>ES</country><doc-number>1</doc-number><kind>T3</kind></document-id></publication-reference>\
        </bibliographic-data></fulltext-document><fulltext-document><strange>word</strange></fulltext-document>\
        </fulltext-documents>";
    let entries = read(source.as_bytes()).reading.entries;
    assert_eq!(entries.len(), 2);
    let records: Vec<_> = entries
        .iter()
        .filter_map(|entry| entry.record.as_ref())
        .collect();
    assert!(records[0].unmapped().is_empty());
    assert_eq!(records[1].unmapped()[0].text, "word");
    assert!(entries[1].offset > 0);
}

#[test]
fn collections_say_more_than_offices() {
    let patent = patent(
        "<patent-document country='EP' doc-number='9' kind='B1' lang='EN' ucid='EP-9-B1'><bibliographic-data>\
         <priority-claims status='new'/><technical-data><classifications-ipcr><classification-ipcr>A61J   1/00\
         </classification-ipcr></classifications-ipcr><classification-ecla><classification-symbol scheme='EC'>B65D51/00B\
         </classification-symbol></classification-ecla><citations><patent-citations><patcit ucid='US-1-A'><document-id>\
         <country>US</country><doc-number>1</doc-number></document-id></patcit></patent-citations></citations>\
         </technical-data></bibliographic-data><description><p>see <ref type='patent'>US 1</ref>, \
         <ref type='npl'>Book</ref></p></description><legal-status><legal-event country='EP' code='REG' date='20990101'>\
         <legal-event-body><event-title>NOTED</event-title><event-attributes><event-attribute>\
         <event-attribute-label>Code</event-attribute-label><event-attribute-value>CH</event-attribute-value>\
         </event-attribute></event-attributes></legal-event-body></legal-event></legal-status></patent-document>",
    );
    assert!(patent.unmapped.is_empty(), "{:?}", patent.unmapped);
    assert_eq!(patent.classifications[0].symbols[0].text, "A61J   1/00");
    assert_eq!(patent.classifications[1].symbols[0].scheme, "EC");
    assert_eq!(patent.citations[0].documents[0].number, "1");
    let event = &patent.events[0];
    assert_eq!((&*event.office, &*event.code), ("EP", "REG"));
    assert_eq!(event.dates[0].date.raw, "20990101");
    assert_eq!(event.description, "NOTED");
    assert_eq!(event.statements, [model::Statement::text("Code", "CH")]);
    let out = st96(patent);
    assert!(out.contains("<com:NPLCitationText>Book<"), "{out}");
}

#[test]
fn formulas_of_older_text_stand_on_lines_of_their_own() {
    let patent = patent(
        "<patent-document country='EP' doc-number='9' kind='B1' lang='EN'><description><p>With <x:df xmlns:x='u'>A = \
         <x:frac>B<x:over>C</x:over></x:frac></x:df><x:chr xmlns:x='u'>2 KCl</x:chr> in water.<x:break xmlns:x='u'/>So it is.\
         </p></description></patent-document>",
    );
    let out = st96(patent);
    let words = "With <com:Br/>A = B / C<com:Br/>2 KCl<com:Br/> in water.<com:Br/>So it is.";
    assert!(out.contains(words), "{out}");
}

#[test]
fn damage_gives_findings_and_never_an_error() {
    let whole = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../corpus/jp/JP2099000001A/2099000001.xml"
    ))
    .expect("the corpus is there");
    let start = whole
        .find("<jp-official-gazette ")
        .expect("there is a root");
    for end in (start + 30..whole.len()).step_by(97) {
        let cut = &whole[..whole.floor_char_boundary(end)];
        let document = read(cut.as_bytes());
        let entry = &document.reading.entries[0];
        let record = entry.record.as_ref().expect("a record");
        let mut out = Vec::new();
        formats::write(record, Target::St96, &mut out);
        assert!(!entry.findings.is_empty(), "cut at {end}");
    }
}

#[test]
fn what_annex_vi_maps_has_its_place() {
    let out = st96(patent(
        &std::fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../corpus/wo/WO2099000005A1/wo-published-application.xml"
        ))
        .expect("the corpus is there"),
    ));
    for part in [
        "<pat:NationalDesignation>",
        "<pat:ProtectionCategory>utility model<",
        "<pat:OnlineAvailablePriorityDocumentIndicator ",
        "<pat:LicenseeBag>",
        "<com:EffectiveCountryBag>",
        "<com:ElectronicBasicSignatureText>/Richard Roe/<",
        "<com:PhoneNumber>+99 1 23<",
        "<pat:EarliestPriorityApplication>",
        "<pat:PublishFigure ",
        "<pat:RepublicationNoteText ",
        "<pat:ModifiedPartCategory>Abstract<",
        "<com:PostalStructuredAddress>",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
}
