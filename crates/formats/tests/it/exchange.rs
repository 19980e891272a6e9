//! DOCDB and what it shares with EP full text: classifications, number formats, roots, envelopes.

use formats::{Limits, Target};
use model::{Patent, Record};

fn written(source: &str) -> (Patent, String, Vec<String>) {
    let read = formats::read(source.as_bytes(), &Limits::default()).expect("the format is known");
    let [entry] = <[_; 1]>::try_from(read.reading.entries).expect("there is one publication");
    let record = entry.record.expect("there is a record");
    let mut bytes = Vec::new();
    let mut findings = entry.findings;
    findings.extend(formats::write(&record, Target::St96, &mut bytes).findings);
    let said = findings
        .iter()
        .map(|found| format!("{} | {}", found.message, found.text));
    let said = said.collect();
    let Record::Patent(patent) = record else {
        panic!("it is a patent");
    };
    let text = String::from_utf8(bytes).expect("outputs are UTF-8");
    (*patent, text.replace('\n', ""), said)
}

fn says(said: &[String], words: &str) -> bool {
    said.iter().any(|line| line.contains(words))
}

const PUBLICATION: &str = "<publication-reference><document-id document-id-type='docdb'>\
    <country>WO</country><doc-number>2099000001</doc-number><kind>A1</kind><date>20990102</date>\
    </document-id></publication-reference>";

fn exchange(attributes: &str, biblio: &str) -> String {
    format!(
        "<exchange-documents xmlns='http://www.epo.org/exchange'><exchange-document country='WO' \
         doc-number='2099000001' kind='A1' {attributes}><bibliographic-data>{PUBLICATION}{biblio}\
         </bibliographic-data></exchange-document></exchange-documents>"
    )
}

fn symbol(sequence: u8, symbol: &str, position: &str) -> String {
    format!(
        "<patent-classification sequence='{sequence}'><classification-scheme office='EP' \
         scheme='CPCI'><date>20130101</date></classification-scheme><classification-symbol>{symbol}\
         </classification-symbol><symbol-position>{position}</symbol-position>\
         <classification-value>I</classification-value><classification-status>B\
         </classification-status><classification-data-source>H</classification-data-source>\
         <generating-office>EP</generating-office><action-date><date>20140203</date></action-date>\
         </patent-classification>"
    )
}

fn classified(inner: &str) -> (Patent, String, Vec<String>) {
    let inner = format!("<patent-classifications>{inner}</patent-classifications>");
    written(&exchange("", &inner))
}

#[test]
fn the_first_symbol_is_the_main_one() {
    let all = symbol(1, "A61K   9/1652      ", "L") + &symbol(2, "F02P2007/03        ", "F");
    let (_, output, said) = classified(&all);
    let main = "<pat:MainCPC><pat:CPCClassification>\
        <pat:ClassificationVersionDate>2013-01-01</pat:ClassificationVersionDate>\
        <pat:CPCSection>F</pat:CPCSection><pat:Class>02</pat:Class><pat:Subclass>P</pat:Subclass>\
        <pat:MainGroup>2007</pat:MainGroup><pat:Subgroup>03</pat:Subgroup>\
        <com:SymbolPositionCode>F</com:SymbolPositionCode>\
        <pat:CPCClassificationValueCode>I</pat:CPCClassificationValueCode>\
        <pat:ActionDate>2014-02-03</pat:ActionDate>\
        <pat:GeneratingOfficeCode>EP</pat:GeneratingOfficeCode>\
        <pat:CPCClassificationStatusCode>B</pat:CPCClassificationStatusCode>\
        <pat:PatentClassificationDataSourceCode>H</pat:PatentClassificationDataSourceCode>\
        </pat:CPCClassification></pat:MainCPC><pat:FurtherCPC>";
    assert!(output.contains(main), "{output}");
    assert!(
        output.contains("<pat:MainGroup>9</pat:MainGroup><pat:Subgroup>1652<"),
        "{output}"
    );
    assert!(!says(&said, "no place of its own for classification-cpc"));
    assert!(says(&said, "EP/CPCI"), "{said:?}");
    assert!(!says(&said, "names no CPC symbol the first"), "{said:?}");
}

#[test]
fn without_a_first_symbol_the_choice_is_said() {
    let all = symbol(1, "A61K   9/1652      ", "L") + &symbol(2, "F02P   7/03        ", "L");
    let (_, output, said) = classified(&all);
    assert!(output.contains("<pat:MainCPC>"), "{output}");
    assert!(says(&said, "names no CPC symbol the first"), "{said:?}");
    assert!(says(&said, "A61K 9/1652"), "{said:?}");
}

#[test]
fn symbols_of_european_documents_are_cut_by_position() {
    let source = "<ep-patent-document lang='en' country='EP' doc-number='9900001' kind='B1'><SDOBI lang='en'>\
        <B100><B110>9900001</B110><B130>B1</B130><B140><date>20990102</date></B140><B190>EP</B190></B100>\
        <B500><B520EP><classifications-cpc><classification-cpc sequence='1'>\
        <text>C21D2211/004       20130101 LA20140203RMUS        </text></classification-cpc>\
        <classification-cpc sequence='2'><text>C22C  38/02        20130101 FI20140203BHEP        </text>\
        </classification-cpc><classification-cpc sequence='3'><text>C22C oddly</text></classification-cpc>\
        </classifications-cpc></B520EP></B500></SDOBI></ep-patent-document>";
    let (_, output, said) = written(source);
    let (main, further) = output.split_once("</pat:MainCPC>").expect("a main symbol");
    assert!(main.contains("<pat:MainGroup>38</pat:MainGroup><pat:Subgroup>02<"));
    assert!(
        further.contains("<pat:MainGroup>2211</pat:MainGroup>"),
        "{further}"
    );
    assert!(
        further.contains("<pat:GeneratingOfficeCode>US<"),
        "{further}"
    );
    assert!(further.contains("StatusCode>R<"), "{further}");
    assert!(
        says(&said, "lacks a part that ST.96 demands of a CPC symbol") && says(&said, "C22C oddly"),
        "{said:?}"
    );
    assert!(further.contains("C22C  38/02        20130101 FI20140203BHEP"));
}

#[test]
fn a_symbol_without_its_indicators_is_no_element() {
    let (_, output, said) = classified(
        "<patent-classification sequence='1'><classification-scheme office='' scheme='CPC'/>\
         <section>H</section><class>04</class><subclass>L</subclass><main-group>7</main-group>\
         <subgroup>0008</subgroup><classification-value>I</classification-value></patent-classification>",
    );
    assert!(!output.contains("ClassificationBag"), "{output}");
    assert!(says(&said, "| CPC H 04 L 7 0008 I"), "{said:?}");
}

#[test]
fn the_sequence_of_a_combination_set_is_understood() {
    let rank = |number: u8, inner: &str| {
        format!("<combination-rank><rank-number>{number}</rank-number>{inner}</combination-rank>")
    };
    let set = |inner: &str| {
        format!(
            "<combination-set sequence='77'><group-number>1</group-number>{inner}</combination-set>"
        )
    };
    let first = symbol(1, "C07C  29/151       ", "L");
    let ranks = rank(1, &first) + &rank(2, &symbol(2, "C07C  31/04        ", "L"));
    let (patent, output, said) = classified(&(first.clone() + &set(&ranks)));
    assert_eq!(patent.unmapped, []);
    assert!(says(&said, "| 77"), "{said:?}");
    assert!(output.contains("<pat:CPCRankNumber>2</pat:CPCRankNumber><pat:CPCClassification>"));
    let odd = rank(1, &first) + &rank(2, &symbol(2, "C07C31/04", "L"));
    let (_, output, _) = classified(&(first.clone() + &set(&odd)));
    assert!(!output.contains("CPCCombinationSet"), "{output}");
    assert!(output.contains("combination-set: 1 1 EP/CPCI C07C  29/151"));
}

#[test]
fn texts_that_are_symbols_are_classifications() {
    let (_, output, _) = written(&exchange(
        "",
        "<classification-ipc><text>G01V3/18</text><text>G01V3/24</text></classification-ipc>",
    ));
    let expected = "<pat:MainClassification>G01V3/18</pat:MainClassification>\
        <pat:FurtherClassification>G01V3/24</pat:FurtherClassification></pat:IPCClassification>";
    assert!(output.contains(expected), "{output}");
    let (_, output, _) = written(&exchange(
        "",
        "<classification-ipc><text>see elsewhere</text></classification-ipc>",
    ));
    assert!(!output.contains("<pat:IPCClassification>"), "{output}");
    assert!(output.contains("see elsewhere"), "{output}");
}

#[test]
fn attributes_of_the_root_do_not_vanish() {
    let attributes =
        "system='somewhere' family-id='990077' doc-id='990078' date-added-docdb='20990305'";
    let (_, output, said) = written(&exchange(attributes, ""));
    assert!(output.contains("<pat:BibliographicData "), "{output}");
    for value in ["somewhere", "990077", "990078", "20990305"] {
        assert!(says(&said, &format!("| {value}")), "{value}: {said:?}");
    }
    assert!(!says(&said, "@doc-number"), "an element says it: {said:?}");
}

#[test]
fn number_formats_of_one_document_complete_each_other() {
    let (patent, output, said) = written(&exchange(
        "",
        "<application-reference><document-id document-id-type='epodoc'>\
         <doc-number>WO2098US15853</doc-number><date>20980130</date></document-id>\
         <document-id document-id-type='docdb'><country>US</country><doc-number>2098015853</doc-number>\
         <kind>W</kind></document-id></application-reference><priority-claims>\
         <priority-claim sequence='1' kind='national'><document-id document-id-type='epodoc'>\
         <doc-number>US209762110109P</doc-number><date>20970130</date></document-id>\
         <document-id document-id-type='original'><doc-number>62/110,109</doc-number></document-id>\
         </priority-claim></priority-claims>",
    ));
    let application = "<pat:ApplicationIdentification><com:IPOfficeCode>US</com:IPOfficeCode>\
        <com:ApplicationNumber><com:IPOfficeCode>US</com:IPOfficeCode><com:ApplicationNumberText>2098015853</com:ApplicationNumberText>\
        </com:ApplicationNumber><pat:FilingDate>2098-01-30</pat:FilingDate>";
    assert!(output.contains(application), "{output}");
    let priority = "<com:IPOfficeCode>US</com:IPOfficeCode><com:ApplicationNumber>\
        <com:ApplicationNumberText>US209762110109P</com:ApplicationNumberText>\
        </com:ApplicationNumber><pat:FilingDate>2097-01-30</pat:FilingDate>";
    assert!(output.contains(priority), "{output}");
    assert_eq!(patent.priorities[0].documents[0].office, "US");
    assert_eq!(patent.publication.documents[0].format, "docdb");
    assert!(!says(&said, "document-id-type"), "{said:?}");
}

#[test]
fn an_envelope_is_opened_and_what_else_stands_in_it_is_said() {
    let inside = exchange("", "");
    let source = format!(
        "<ops:world-patent-data xmlns:ops='http://ops.epo.org'><ops:meta name='elapsed' value='4711'/>\
         <ops:biblio-search total='42'><ops:query>pn=WO</ops:query><ops:search-result>{inside}\
         </ops:search-result></ops:biblio-search></ops:world-patent-data>"
    );
    let (patent, output, said) = written(&source);
    assert_eq!(patent.document().expect("it has one").number, "2099000001");
    assert!(output.contains("<pat:BibliographicData "), "{output}");
    for value in ["4711", "42", "pn=WO"] {
        assert!(says(&said, value), "{value}: {said:?}");
    }
    let none = "<ops:world-patent-data xmlns:ops='http://ops.epo.org'><ops:meta name='a' value='1'/>\
        </ops:world-patent-data>";
    assert!(formats::read(none.as_bytes(), &Limits::default()).is_err());
}

#[test]
fn a_list_without_documents_says_what_it_holds() {
    let source = "<exchange-documents><unknown>seven words</unknown></exchange-documents>";
    let read = formats::read(source.as_bytes(), &Limits::default()).expect("the format is known");
    let [entry] = &read.reading.entries[..] else {
        panic!("there is one entry")
    };
    assert!(entry.record.is_none());
    assert_eq!(entry.findings[0].text, "seven words");
}
