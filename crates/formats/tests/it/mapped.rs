//! What the official mappings send to places of their own, there and back again.

use formats::{Limits, Target};
use model::{Patent, Record};

fn patent(source: &str) -> Patent {
    let document = formats::read(source.as_bytes(), &Limits::default()).expect("a known format");
    let mut entries = document.reading.entries.into_iter();
    let Some(Some(Record::Patent(patent))) = entries.next().map(|entry| entry.record) else {
        panic!("no patent")
    };
    *patent
}

/// ST.96 of a source, and what that is read as.
fn there_and_back(source: &str) -> (String, Patent) {
    let record = Record::Patent(Box::new(patent(source)));
    let mut out = Vec::new();
    formats::write(&record, Target::St96, &mut out);
    let text = String::from_utf8(out).expect("the output is UTF-8");
    let back = patent(&text);
    (text.replace('\n', ""), back)
}

fn biblio(inner: &str) -> (String, Patent) {
    there_and_back(&format!(
        "<bibliographic-data><publication-reference><document-id><country>DE</country>\
         <doc-number>1</doc-number><kind>A1</kind><date>20100101</date></document-id>\
         </publication-reference>{inner}</bibliographic-data>"
    ))
}

fn cited(inner: &str) -> (String, Patent) {
    biblio(&format!(
        "<references-cited><citation><nplcit>{inner}</nplcit></citation></references-cited>"
    ))
}

#[track_caller]
fn assert_holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

const ARTICLE: &str = "<article><author><name>A. Uthor</name></author><atl>On cups</atl>\
    <subname subname-type='editor'><last-name>Roe</last-name><first-name>Jo</first-name></subname>\
    <serial><sertitle>Cups Today</sertitle><pubdate><sdate>19950102</sdate><edate/></pubdate>\
    <vid>43</vid><ino>4</ino><issn>1234-5678</issn></serial>\
    <location><pp><ppf>649</ppf><ppl>653</ppl></pp></location>\
    <class class-type='UDC'>64</class><cpyrt>Cups Ltd.</cpyrt></article>";

#[test]
fn an_article_stands_in_its_parts_and_nothing_of_it_is_left_out() {
    let (text, back) = cited(ARTICLE);
    assert_holds(
        &text,
        &[
            "<com:AuthorName>A. Uthor</com:AuthorName>",
            "<com:CitedContributionTitleText>On cups</com:CitedContributionTitleText>",
            "<com:CitedJournalTitleText>Cups Today</com:CitedJournalTitleText>",
            "<com:CitedDocumentDate>1995-01-02</com:CitedDocumentDate>",
            "<com:IssueNumber>4</com:IssueNumber><com:VolumeNumber>43</com:VolumeNumber>",
            "<com:Subordinate com:subordinateCategory=\"Editor\">",
            "<com:LastName>Roe</com:LastName>",
            "com:nplStandardNumberCategory=\"ISSN\">1234-5678",
            "<com:NPLClass com:classificationSystem=\"UDC\">64</com:NPLClass>",
            "<com:NPLCopyrightText>Cups Ltd.</com:NPLCopyrightText>",
            "<com:Notes>649 653</com:Notes>",
        ],
    );
    let literature = back.citations[0].literature.as_ref().expect("literature");
    assert_eq!(literature.kind, "article");
    let codes: Vec<&str> = literature.parts.iter().map(|part| &*part.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == "serial").count(), 1);
    for code in ["author", "atl", "subname", "class", "cpyrt"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
}

#[test]
fn literature_of_which_too_little_is_known_stays_text() {
    for inner in [
        "<article><atl>On cups</atl><serial><sertitle>Cups</sertitle></serial></article>",
        "<book><book-title>Cups</book-title></book>",
        "<online><author>Roe</author><online-title>Cups</online-title></online>",
    ] {
        let (text, _) = cited(inner);
        assert_holds(&text, &["<com:NPLCitationText>"]);
    }
}

#[test]
fn books_and_proceedings_and_what_was_found_online_are_told_apart() {
    let book = "<author>Roe</author><book-title>Cups</book-title>";
    let (text, back) = cited(&format!("<book>{book}<edition>2nd</edition></book>"));
    assert_holds(&text, &["<com:CitedBook>", "StatementText>2nd<"]);
    let kind = |patent: &Patent| {
        patent.citations[0]
            .literature
            .as_ref()
            .unwrap()
            .kind
            .clone()
    };
    assert_eq!(kind(&back), "book");

    let talk = "<conference><text>Cup Days, Bonn</text></conference>";
    let (text, _) = cited(&format!("<book>{book}{talk}</book>"));
    assert_holds(
        &text,
        &["<com:CitedConferenceProceedingsArticle>", "Cup Days, Bonn"],
    );

    let online = "<author>Roe</author><online-title>Cups</online-title><serial><sertitle>C</sertitle>\
        </serial><vid>1</vid><ino>2</ino>";
    let found = "<datecit><date>20200102</date></datecit><avail>http://cups.example</avail>";
    let (text, back) = cited(&format!("<online>{online}{found}</online>"));
    assert_holds(
        &text,
        &[
            "<com:RetrievalDate>2020-01-02</com:RetrievalDate>",
            "<com:OnlineLocationURI>http://cups.example</com:OnlineLocationURI>",
        ],
    );
    assert_eq!(kind(&back), "online");
    let (text, _) = cited(&format!("<online>{online}<doi>10.1/2</doi></online>"));
    assert_holds(&text, &["<com:Notes>10.1/2</com:Notes>"]);
}

#[test]
fn passages_and_ranges_of_claims_are_told_as_such() {
    let passage = "* page 7, line 7 - page 8, line 4 *";
    let (text, back) = biblio(&format!(
        "<references-cited><citation id='c1'><patcit id='p1'><document-id><country>DE</country>\
         <doc-number>2</doc-number></document-id></patcit><rel-passage><passage>{passage}</passage>\
         <category>X</category><rel-claims>1-3</rel-claims></rel-passage></citation>\
         </references-cited>"
    ));
    assert_holds(
        &text,
        &[
            "<pat:ReferenceCitation com:id=\"c1\">",
            "<com:PatentCitation com:id=\"p1\">",
            "<pat:PassageRangeText>* page 7",
            "<pat:PassageRangeEnd><pat:PassageLocation pat:passageLocationCategory=\"Page\">8<",
            "<pat:BeginRangeNumber>1</pat:BeginRangeNumber>",
        ],
    );
    let citation = &back.citations[0];
    assert_eq!((&*citation.id, &*citation.cited_id), ("c1", "p1"));
    let told = &citation.passages[0];
    assert_eq!(told.texts, [passage]);
    assert!(told.parts.is_empty(), "{:?}", told.parts);
    assert_eq!(told.claims, ["1-3"]);
}

#[test]
fn parties_keep_what_only_some_of_them_have() {
    let (text, back) = biblio(
        "<parties><inventors><inventor sequence='1'><addressbook><last-name>Roe</last-name>\
         </addressbook><designated-states><country>US</country><region><country>EP</country>\
         </region><country>DE</country></designated-states></inventor></inventors>\
         <correspondence-address><addressbook><last-name>Doe</last-name>\
         <email email-purpose='main'>d@x.example</email></addressbook></correspondence-address>\
         </parties><examiners><primary-examiner><last-name>Ex</last-name><orgname>Office</orgname>\
         <department>Unit 7</department></primary-examiner></examiners><opposition-data><opponent>\
         <addressbook><last-name>Op</last-name></addressbook></opponent></opposition-data>",
    );
    assert_holds(
        &text,
        &[
            "<pat:RegionalOfficeCode>EP</pat:RegionalOfficeCode>\
             <com:DesignatedCountryCode>DE</com:DesignatedCountryCode>",
            "com:emailAddressPurposeCategory=\"Main\">d@x.example",
            "com:organizationNameCategory=\"Organization department name\">Unit 7",
            "<pat:OppositionData>",
        ],
    );
    let mut parties = back.parties.iter();
    let party = |role| {
        let mut all = parties.clone();
        all.find(|party| party.role == role).expect("the party")
    };
    let examiner = party(model::PartyRole::PrimaryExaminer);
    let name = &examiner.contacts[0].name;
    assert_eq!(name.organizations, ["Office"]);
    assert_eq!(name.department, "Unit 7");
    let inventor = party(model::PartyRole::Inventor);
    assert_eq!(inventor.statements[0].code, "designated-states");
    let purposes = &party(model::PartyRole::Correspondent).contacts[0].purposes;
    assert_eq!(purposes[0].value, "main");
    assert!(parties.any(|party| party.role == model::PartyRole::Opponent));
}
