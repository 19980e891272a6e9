//! Facts that ST.96 must give in their places: relations, citations, parties, numbers of the PCT, identity.

use formats::{Document, Limits, Target};

fn read(source: &str) -> Document {
    formats::read(source.as_bytes(), &Limits::default()).expect("the format is known")
}

/// The ST.96 of all documents without line ends, and all findings.
fn st96(source: &str) -> (String, Vec<String>) {
    let mut output = Vec::new();
    let mut said = Vec::new();
    for entry in &read(source).reading.entries {
        if let Some(record) = &entry.record {
            let cost = formats::write(record, Target::St96, &mut output);
            said.extend(cost.findings);
        }
    }
    let output = String::from_utf8(output).expect("outputs are UTF-8");
    let said = said.iter().map(|f| format!("{} {}", f.message, f.text));
    (output.replace('\n', ""), said.collect())
}

fn ep(codes: &str) -> String {
    format!(
        "<ep-patent-document country='EP' doc-number='9900001' kind='B1' date-publ='20100106' lang='en'>\
         <SDOBI><B100><B110>9900001</B110><B130>B1</B130><B140><date>20100106</date></B140>\
         <B190>EP</B190></B100><B200><B210>99000001.1</B210><B220><date>20050203</date></B220></B200>\
         {codes}</SDOBI></ep-patent-document>"
    )
}

fn us(biblio: &str) -> String {
    format!(
        "<us-patent-grant lang='EN' country='US'><us-bibliographic-data-grant><publication-reference>\
         <document-id><country>US</country><doc-number>09900001</doc-number><kind>B2</kind>\
         <date>20150106</date></document-id></publication-reference><application-reference>\
         <document-id><country>US</country><doc-number>99000001</doc-number><date>20120112</date>\
         </document-id></application-reference>{biblio}</us-bibliographic-data-grant></us-patent-grant>"
    )
}

fn docdb(biblio: &str) -> String {
    format!(
        "<exch:exchange-documents xmlns:exch='http://www.epo.org/exchange'><exch:exchange-document \
         country='DE' doc-number='9900001' kind='B' date-publ='19680104'><exch:bibliographic-data>\
         {biblio}</exch:bibliographic-data></exch:exchange-document></exch:exchange-documents>"
    )
}

/// An application in ST.96: office, number, date of filing.
fn application(office: &str, number: &str, filed: &str) -> String {
    format!(
        "<pat:ApplicationIdentification><com:IPOfficeCode>{office}</com:IPOfficeCode>\
         <com:ApplicationNumber><com:IPOfficeCode>{office}</com:IPOfficeCode>\
         <com:ApplicationNumberText>{number}</com:ApplicationNumberText></com:ApplicationNumber>\
         <pat:FilingDate>{filed}</pat:FilingDate></pat:ApplicationIdentification>"
    )
}

fn has(output: &str, part: &str) {
    assert!(output.contains(part), "{part}\nis not in\n{output}");
}

#[test]
fn a_division_names_its_parent_and_is_the_child() {
    let source = ep(
        "<B600><B620><parent><pdoc><dnum><anum>98000002.2</anum><pnum>0880002</pnum></dnum>\
                     <date>19980329</date></pdoc></parent></B620></B600>",
    );
    let (output, _) = st96(&source);
    let parent = application("EP", "98000002.2", "1998-03-29");
    has(
        &output,
        &format!(
            "<pat:ParentDocument><pat:PatentDocumentIdentification>{parent}\
             <pat:PatentPublicationIdentification><com:IPOfficeCode>EP</com:IPOfficeCode>\
             <pat:PublicationNumber>0880002</pat:PublicationNumber></pat:PatentPublicationIdentification>\
             </pat:PatentDocumentIdentification></pat:ParentDocument>"
        ),
    );
    let child = application("EP", "99000001.1", "2005-02-03");
    has(
        &output,
        &format!("<pat:ChildDocument><pat:PatentDocumentIdentification>{child}</pat:Patent"),
    );
}

#[test]
fn a_child_with_two_numbers_is_one_child() {
    let source = ep(
        "<B600><B620EP><parent><cdoc><dnum><anum>98000003.6</anum><pnum>0880003</pnum></dnum>\
                     <date>19980717</date></cdoc><cdoc><dnum><anum>98000004.4</anum></dnum></cdoc>\
                     </parent></B620EP></B600>",
    );
    let (output, _) = st96(&source);
    let parent = application("EP", "99000001.1", "2005-02-03");
    has(
        &output,
        &format!("<pat:ParentDocument><pat:PatentDocumentIdentification>{parent}</pat:Patent"),
    );
    assert_eq!(output.matches("<pat:ChildDocument>").count(), 2, "{output}");
    assert!(!output.contains("XX"), "{output}");
    assert!(!output.contains("<com:PublicationDate>1998"), "{output}");
}

#[test]
fn what_is_continued_are_applications_whatever_kind_stands_beside() {
    let source = us(
        "<us-related-documents><continuation-in-part><relation><parent-doc><document-id>\
                     <country>US</country><doc-number>98000001</doc-number><kind>00</kind>\
                     <date>20050622</date></document-id></parent-doc><child-doc><document-id>\
                     <country>US</country><doc-number>99000001</doc-number><kind>A1</kind>\
                     <date>20120112</date></document-id></child-doc></relation></continuation-in-part>\
                     <us-provisional-application><document-id><country>US</country>\
                     <doc-number>60000001</doc-number><kind>00</kind><date>20040622</date></document-id>\
                     </us-provisional-application></us-related-documents>",
    );
    let (output, said) = st96(&source);
    for (number, filed) in [
        ("98000001", "2005-06-22"),
        ("99000001", "2012-01-12"),
        ("60000001", "2004-06-22"),
    ] {
        has(
            &output,
            &format!(
                "<pat:PatentDocumentIdentification>{}",
                application("US", number, filed)
            ),
        );
    }
    let said = said.join("; ");
    assert!(said.contains("kind code of application 99000001"), "{said}");
}

#[test]
fn a_relation_in_words_names_no_document() {
    let source = us(
        "<us-related-documents><continuation>Continuation of an earlier one.\
                     </continuation></us-related-documents>",
    );
    let (output, _) = st96(&source);
    assert!(!output.contains("pat:Continuation"), "{output}");
    has(&output, "Continuation of an earlier one.");
}

#[test]
fn each_category_keeps_its_claims() {
    let source = docdb(
        "<references-cited><citation sequence='1'><patcit num='2'><document-id><country>US</country>\
         <doc-number>9900002</doc-number></document-id></patcit><category>X</category>\
         <rel-claims>1-3</rel-claims><category>Y</category><rel-claims>4-8</rel-claims>\
         <category>XY</category></citation></references-cited>",
    );
    let (output, _) = st96(&source);
    for (category, first, last) in [("X", 1, 3), ("Y", 4, 8)] {
        has(
            &output,
            &format!(
                "<pat:DocumentRelevance><pat:CitationCategoryCode>{category}</pat:CitationCategoryCode>\
                 <pat:RelatedClaimBag><pat:ClaimNumberRange>\
                 <pat:BeginRangeNumber>{first}</pat:BeginRangeNumber>\
                 <pat:EndRangeNumber>{last}</pat:EndRangeNumber></pat:ClaimNumberRange>\
                 </pat:RelatedClaimBag>\
                 </pat:DocumentRelevance>"
            ),
        );
    }
    has(&output, "<com:CommentText>XY</com:CommentText>");
    has(
        &output,
        "<pat:ReferenceCitation com:sequenceNumber=\"1\"><com:PatentCitation com:sequenceNumber=\"2\">",
    );
}

#[test]
fn literature_keeps_its_number() {
    let source = us(
        "<us-references-cited><us-citation><nplcit num='00077'><othercit>A report.</othercit>\
                     </nplcit></us-citation></us-references-cited>",
    );
    let (output, said) = st96(&source);
    has(
        &output,
        "<pat:ReferenceCitation com:sequenceNumber=\"00077\"",
    );
    assert!(!said.join(" ").contains("nplcit/@num"), "{said:?}");
}

#[test]
fn a_party_in_several_formats_is_one_wherever_it_stands() {
    let inventor = |sequence: u8, format: &str, name: &str| {
        format!(
            "<exch:inventor sequence='{sequence}' data-format='{format}'><exch:inventor-name>\
             <name>{name}</name></exch:inventor-name></exch:inventor>"
        )
    };
    let all = [
        inventor(1, "docdb", "ROE JANE"),
        inventor(2, "docdb", "DOE JOHN"),
        inventor(1, "docdba", "Roe, Jane"),
        inventor(2, "docdba", "Doe, John"),
        inventor(1, "original", "Jane Roe"),
        inventor(2, "original", "John Doe"),
    ];
    let source = docdb(&format!(
        "<exch:parties><exch:inventors>{}</exch:inventors></exch:parties>",
        all.concat()
    ));
    let (output, _) = st96(&source);
    assert_eq!(output.matches("<pat:Inventor ").count(), 2, "{output}");
    for name in ["ROE JANE", "Doe, John", "Jane Roe", "John Doe"] {
        has(&output, name);
    }
    let first = output.split("</pat:Inventor>").next().unwrap_or_default();
    assert!(
        first.contains("Jane Roe") && !first.contains("DOE"),
        "{output}"
    );
}

#[test]
fn numbers_of_the_pct_begin_with_their_office() {
    let source = ep(
        "<B800><B860><B861><dnum><anum>JP2010099999</anum></dnum><date>20100813</date></B861>\
                     <B862>ja</B862><B864><date>20110101</date></B864></B860><B870><B871><dnum>\
                     <pnum>WO2011099999</pnum></dnum><date>20110224</date></B871><B872>ja</B872></B870></B800>",
    );
    let (output, _) = st96(&source);
    has(
        &output,
        "<pat:InternationalFilingData><pat:ApplicationIdentification><com:IPOfficeCode>JP</com:IPOfficeCode>",
    );
    has(
        &output,
        "<com:FilingLanguageCode>ja</com:FilingLanguageCode>",
    );
    has(
        &output,
        "<pat:PatentPublicationIdentification><com:IPOfficeCode>WO</com:IPOfficeCode>\
         <pat:PublicationNumber>WO2011099999</pat:PublicationNumber>\
         <com:PublicationLanguageCode>ja</com:PublicationLanguageCode>",
    );
    // The date of section 102(e) is no filing at a national office.
    assert!(!output.contains("NationalStageFilingDate"), "{output}");
}

#[test]
fn the_root_names_a_document_that_names_itself_nowhere_else() {
    let source = "<ep-patent-document country='EP' doc-number='9900001' kind='B1' lang='en'><SDOBI><B100>\
                  <B110>9900001</B110></B100></SDOBI></ep-patent-document>";
    let name = |source: &str| {
        let document = read(source);
        let record = document.reading.entries[0].record.as_ref();
        record.expect("there is a record").name()
    };
    assert_eq!(name(source).as_deref(), Some("EP-9900001-B1"));
    let source = docdb("<exch:invention-title lang='en'>Wheel</exch:invention-title>");
    assert_eq!(name(&source).as_deref(), Some("DE-9900001-B"));
    let (output, _) = st96(&source);
    has(
        &output,
        "<pat:PatentPublicationIdentification><com:IPOfficeCode>DE</com:IPOfficeCode>\
         <pat:PublicationNumber>9900001</pat:PublicationNumber>\
         <com:PatentDocumentKindCode>B</com:PatentDocumentKindCode></pat:PatentPublicationIdentification>",
    );
}

#[test]
fn the_size_of_a_report_page_is_said() {
    let source = "<ep-patent-document country='EP' date-publ='20100106' lang='en'><SDOBI/>\
                  <search-report-data><doc-page id='p1' file='p1.tif' wi='153' he='233' type='tif'/>\
                  </search-report-data></ep-patent-document>";
    let (_, said) = st96(source);
    let said = said.join("; ");
    assert!(said.contains("doc-page/@wi 153"), "{said}");
    assert!(said.contains("doc-page/@he 233"), "{said}");
    assert!(!said.contains("doc-page/@type"), "{said}");
}

#[test]
fn what_is_said_of_a_party_names_the_party() {
    let source = us(
        "<us-parties><inventors><inventor sequence='001'><addressbook><last-name>Roe</last-name>\
                     <first-name>Jane</first-name><address><city>Springfield</city><country>unknown</country>\
                     </address></addressbook><nationality><country>omitted</country>\
                     </nationality></inventor></inventors></us-parties>",
    );
    let (output, said) = st96(&source);
    has(&output, "nationality of inventor Jane Roe: omitted");
    has(&output, "country of inventor Jane Roe: unknown");
    let said = said.join(" ");
    assert!(!said.contains("com:NationalityCode"), "{said}");
    assert!(!said.contains("com:CountryCode"), "{said}");
}

#[test]
fn representatives_are_numbered_as_they_stand() {
    let agent = |name: &str| format!("<B741><snm>{name}</snm><adr><ctry>GB</ctry></adr></B741>");
    let source = ep(&format!(
        "<B700><B740>{}{}</B740></B700>",
        agent("Roe"),
        agent("Doe")
    ));
    let (output, _) = st96(&source);
    has(
        &output,
        "<pat:RegisteredPractitioner com:sequenceNumber=\"1\">",
    );
    has(
        &output,
        "<pat:RegisteredPractitioner com:sequenceNumber=\"2\">",
    );
}

#[test]
fn the_agent_of_a_licensee_opposes_nobody() {
    let source = ep(
        "<B700><B790><B791><dnum><text>1</text></dnum><date>20080101</date><snm>Wheel Ltd</snm>\
                     <adr><ctry>GB</ctry></adr><B794><snm>Roe</snm><adr><ctry>GB</ctry></adr></B794></B791>\
                     </B790></B700>",
    );
    let (output, _) = st96(&source);
    assert!(!output.contains("pat:OppositionData"), "{output}");
    has(&output, "Wheel Ltd");
    has(&output, "Roe");
}

#[test]
fn a_registration_of_the_hague_agreement_is_no_application_of_the_pct() {
    let source = us(
        "<priority-claims><priority-claim sequence='01' kind='international'><country>WO</country>\
         <doc-number>DM/099 999</doc-number><date>20100625</date></priority-claim></priority-claims>",
    );
    let (output, said) = st96(&source);
    has(&output, "DM/099 999");
    assert!(!output.contains("ApplicationFilingCategory"), "{output}");
    let said = said.join("; ");
    assert!(
        said.contains("priority-claim/@kind international"),
        "{said}"
    );
}
