//! Documents that are odd, damaged or random: no word of them may vanish without a finding.

use formats::{Document, Limits, Target};
use model::text::plain;
use model::{Block, Record};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

fn read(source: &str) -> Document {
    formats::read(source.as_bytes(), &Limits::default()).expect("the format is known")
}

fn grant(biblio: &str, rest: &str) -> String {
    format!(
        "<us-patent-grant lang='EN' country='US' dtd-version='v4.5 2014-04-03'>\
         <us-bibliographic-data-grant>{biblio}</us-bibliographic-data-grant>{rest}</us-patent-grant>"
    )
}

fn published() -> &'static str {
    "<publication-reference><document-id><country>US</country><doc-number>07000001</doc-number>\
     <kind>B2</kind><date>20060214</date></document-id></publication-reference>"
}

fn st96(document: &Document) -> (String, Vec<String>) {
    let mut output = String::new();
    let mut said = Vec::new();
    for entry in &document.reading.entries {
        let mut findings = entry.findings.clone();
        if let Some(record) = &entry.record {
            let mut bytes = Vec::new();
            findings.extend(formats::write(record, Target::St96, &mut bytes).findings);
            output.push_str(std::str::from_utf8(&bytes).expect("outputs are UTF-8"));
        }
        said.extend(findings.iter().map(|f| format!("{} {}", f.message, f.text)));
    }
    (output, said)
}

fn blocks(document: &Document) -> Vec<Block> {
    let record = document.reading.entries[0].record.as_ref();
    let Record::Patent(patent) = record.expect("there is a record") else {
        panic!("it is a patent");
    };
    patent.descriptions[0].blocks.clone()
}

#[test]
fn a_leaf_that_comes_twice_is_kept() {
    let twice =
        "<number-of-claims>7</number-of-claims><number-of-claims>nineteen</number-of-claims>";
    let (output, _) = st96(&read(&grant(&(published().to_owned() + twice), "")));
    assert!(output.contains("<pat:ClaimTotalQuantity>7<"), "{output}");
    assert!(output.contains("nineteen"), "{output}");
}

#[test]
fn free_text_finds_the_next_best_date() {
    let filed = "<publication-reference><document-id><country>US</country><doc-number>1</doc-number>\
                 <date>20061399</date></document-id></publication-reference>\
                 <application-reference><document-id><country>US</country><doc-number>2</doc-number>\
                 <date>20051102</date></document-id></application-reference>\
                 <us-application-series-code>eleven</us-application-series-code>";
    let (output, _) = st96(&read(&grant(filed, "")));
    assert!(output.contains("eleven"), "{output}");
    assert!(
        output.contains("<com:PublicationDate>2005-11-02<"),
        "{output}"
    );
}

#[test]
fn blocks_without_a_place_keep_their_words_apart() {
    let text = "<description><p>before<pre>line one</pre>after \
                <ul><li>first<pre>second</pre>third</li></ul></p></description>";
    let (output, _) = st96(&read(&grant(published(), text)));
    for glued in ["beforeline", "oneafter", "firstsecond", "secondthird"] {
        assert!(!output.contains(glued), "{glued}: {output}");
    }
}

#[test]
fn parts_of_a_sequence_list_keep_their_words() {
    let list = "<us-sequence-list-doc><p>before</p><sequence-list file='one.txt'>first\
                <p>second</p></sequence-list></us-sequence-list-doc>";
    let (output, _) = st96(&read(&grant(published(), list)));
    for word in ["before", "first", "second"] {
        assert!(output.contains(&format!(">{word}<")), "{word}: {output}");
    }
}

#[test]
fn unknown_elements_in_text_keep_their_words_apart() {
    let text = "<description><p>at<new-place><town>Here</town><new-code>X1</new-code></new-place>or\
                <new-sign><b>H</b><sub>2</sub></new-sign></p></description>";
    let (output, _) = st96(&read(&grant(published(), text)));
    assert!(
        output.contains(">at Here X1 or<com:B>H</com:B><com:Sub>2<"),
        "{output}"
    );
}

#[test]
fn events_without_any_day_are_kept_where_they_can_be() {
    let answer = |date: &str| {
        format!(
            "<ops:world-patent-data xmlns:ops='http://ops.epo.org' xmlns='http://www.epo.org/exchange'>\
             <ops:patent-family><ops:family-member><publication-reference><document-id>\
             <country>EP</country><doc-number>9900001</doc-number><kind>A1</kind></document-id>\
             </publication-reference><ops:legal code='XX01' desc='A THING HAPPENED'>\
             <ops:L007EP desc='date'>{date}</ops:L007EP></ops:legal>\
             </ops:family-member></ops:patent-family></ops:world-patent-data>"
        )
    };
    let (dated, _) = st96(&read(&answer("20240131")));
    assert!(dated.contains("<pat:PatentLegalStatusData"), "{dated}");
    for date in ["", "2024", "soon"] {
        let (output, said) = st96(&read(&answer(date)));
        assert!(output.contains("<pat:BibliographicData"), "{output}");
        assert!(!output.contains("<pat:PatentLegalStatusData"), "{output}");
        let thing = |line: &String| line.contains("A THING HAPPENED");
        assert!(said.iter().any(thing), "{said:#?}");
    }
}

#[test]
fn a_component_that_cannot_be_valid_is_not_written() {
    let mark = "<gin:GIApplication com:st96Version='V6_0' \
                xmlns:gin='http://www.wipo.int/standards/XMLSchema/ST96/GeographicalIndication' \
                xmlns:com='http://www.wipo.int/standards/XMLSchema/ST96/Common'>\
                <gin:AuthorizedUser><com:Contact><com:Name><com:EntityName>Someone Small</com:EntityName>\
                </com:Name></com:Contact></gin:AuthorizedUser></gin:GIApplication>";
    let (output, said) = st96(&read(mark));
    assert_eq!(output, "");
    let all = said
        .iter()
        .find(|line| line.contains("nothing was written"));
    assert!(
        all.is_some_and(|line| line.contains("Someone Small")),
        "{said:#?}"
    );
}

#[test]
fn a_table_with_an_odd_column_count_stays_a_table() {
    let table = "<description><p><tables><table><tgroup cols='000'><tbody><row><entry>one</entry>\
                 <entry>two</entry></row></tbody></tgroup></table></tables></p></description>";
    let (output, _) = st96(&read(&grant(published(), table)));
    assert!(output.contains("tbl:cols=\"2\""), "{output}");
    assert!(output.contains("<com:Entry>one</com:Entry>"), "{output}");
}

#[test]
fn codes_in_lower_case_are_codes() {
    let lower = published().replace("<country>US", "<country>us");
    let (output, _) = st96(&read(&grant(&lower, "")));
    let place = "<pat:PatentPublicationIdentification>\n<com:IPOfficeCode>US<";
    assert!(output.contains(place), "{output}");
}

#[test]
fn an_address_without_a_country_is_no_structured_one() {
    let party = "<us-parties><inventors><inventor sequence='001'><addressbook><last-name>Roe</last-name>\
                 <address><street>Long Lane</street><city>Springfield</city><country>unknown</country>\
                 </address></addressbook></inventor></inventors></us-parties>";
    let (output, _) = st96(&read(&grant(&(published().to_owned() + party), "")));
    for words in ["Long Lane", "Springfield", "unknown"] {
        let place = format!("<com:PostalAddressText>{words}<");
        assert!(output.contains(&place), "{place}: {output}");
    }
}

#[test]
fn pages_beside_claims_do_not_push_the_claims_out() {
    let source = "<ep-patent-document country='EP' date-publ='20100106'><SDOBI/>\
                  <claims><claim num='1'><claim-text>A wheel.</claim-text></claim></claims>\
                  <claims><doc-page file='p1.tif'/></claims></ep-patent-document>";
    let (output, _) = st96(&read(source));
    assert!(output.contains("<pat:ClaimText>A wheel.<"), "{output}");
    assert!(output.contains("p1.tif"), "{output}");
}

#[test]
fn paragraphs_without_end_tags_stand_each_for_itself() {
    let text = "<description><p num='1'>One<p num='2'>Two<b>bold</b><heading>Three</heading></description>";
    let found = blocks(&read(&grant(published(), text)));
    let words: Vec<String> = found
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => {
                format!("{} {}", paragraph.number, plain(&paragraph.content))
            }
            Block::Heading(heading) => plain(&heading.content),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(words, ["1 One", "2 Twobold", "Three"]);
}

#[test]
fn titles_without_end_tags_keep_their_languages() {
    let source = "<ep-patent-document country='EP'><SDOBI><B500><B540><B541>de<B542>Rad</B542>\
                  <B541>en</B541><B542>Wheel</B542></B540></B500></SDOBI></ep-patent-document>";
    let document = read(source);
    let record = document.reading.entries[0].record.as_ref();
    let Record::Patent(patent) = record.expect("there is a record") else {
        panic!("it is a patent");
    };
    let titles: Vec<String> = patent
        .titles
        .iter()
        .map(|title| format!("{} {}", title.language, plain(&title.content)))
        .collect();
    assert_eq!(titles, ["de Rad", "en Wheel"]);
}

#[test]
fn a_leaf_with_unclosed_leaves_keeps_its_words_apart() {
    let source = "<ep-patent-document country='EP'><SDOBI><B800><B840><ctry>AT<ctry>BE<ctry>CH</ctry>\
                  </B840></B800></SDOBI></ep-patent-document>";
    let (output, said) = st96(&read(source));
    let all = output + &said.join(" ");
    for country in ["AT", "BE", "CH"] {
        assert!(tokens(&all).contains_key(country), "{country}: {all}");
    }
}

/// What may stand in what: enough of the three vocabularies to meet every reader and every writer.
///
/// A name in capitals is a group of names; `#` is text.
const GRAMMAR: &[(&str, &str)] = &[
    ("STYLES", "b i u o sub sup sub2 sup2 smallcaps"),
    (
        "PARTS",
        "figref crossref claim-ref br img maths chemistry ul ol dl tables pre patcit nplcit bio-deposit table-external-doc",
    ),
    (
        "BLOCKS",
        "p heading doc-page technical-field disclosure best-mode",
    ),
    (
        "PERSON",
        "name prefix last-name first-name middle-name suffix iid role orgname department synonym registered-number",
    ),
    ("REACH", "address phone fax email url ead dtext text"),
    (
        "us-patent-grant",
        "us-bibliographic-data-grant abstract description us-claim-statement claims drawings us-sequence-list-doc",
    ),
    (
        "us-bibliographic-data-grant",
        "publication-reference application-reference priority-claims us-term-of-grant classifications-ipcr classifications-cpc classification-national classification-locarno invention-title us-references-cited number-of-claims us-field-of-classification-search figures us-related-documents us-parties examiners assignees pct-or-regional-filing-data pct-or-regional-publishing-data us-botanic hague-agreement-data patent-family us-application-series-code us-exemplary-claim unheard-of",
    ),
    (
        "ep-patent-document",
        "SDOBI abstract description claims amended-claims amended-claims-statement ep-reference-list search-report-data",
    ),
    ("SDOBI", "B100 B200 B300 B400 B500 B600 B700 B800"),
    ("B100", "B110 B120 B130 B140 B190"),
    ("B200", "B210 B220 B240 B250 B251EP B260"),
    ("B300", "B310 B320 B330 B340"),
    ("B400", "B405 B430 B472"),
    ("B500", "B510 B510EP B520 B540 B560 B590"),
    ("B540", "B541 B542"),
    ("B560", "B561 B562 B565"),
    ("B510", "B511 B512 B516"),
    ("B600", "B620 B630 B650"),
    ("B620 B630 B650", "parent"),
    ("parent", "pdoc cdoc psta"),
    (
        "pdoc cdoc B405 B430 B861 B871",
        "dnum date ctry kind bnum dtxt",
    ),
    ("dnum", "anum pnum"),
    ("B700", "B710 B720 B730 B740 B745"),
    ("B710 B720 B730 B740 B745", "B711 B721 B731 B741 B746"),
    (
        "B711 B721 B731 B741 B746",
        "snm fnm ttl onm irf iid syn odv did adr dtxt rctry nctry",
    ),
    ("adr", "str pbox city cnty state ctry pcode odv tel fax ead"),
    ("rctry nctry B330 B340 B840", "ctry"),
    ("B800", "B840 B860 B870"),
    ("B860", "B861 B862"),
    ("B870", "B871 B872"),
    ("B140 B220 B320", "date"),
    (
        "exchange-document",
        "bibliographic-data abstract patent-family",
    ),
    (
        "bibliographic-data",
        "publication-reference application-reference patent-classifications priority-claims parties invention-title dates-of-public-availability designation-of-states references-cited previously-filed-app",
    ),
    (
        "patent-classifications",
        "patent-classification combination-set",
    ),
    (
        "patent-classification classification-ipcr classification-cpc",
        "section class subclass main-group subgroup classification-symbol symbol-position classification-value action-date",
    ),
    ("combination-set", "group-number combination-rank"),
    ("combination-rank", "rank-number classification-cpc"),
    ("classifications-ipcr", "classification-ipcr"),
    ("classifications-cpc", "main-cpc further-cpc"),
    ("main-cpc further-cpc", "classification-cpc combination-set"),
    (
        "classification-national classification-locarno",
        "country edition main-classification further-classification text",
    ),
    (
        "publication-reference application-reference search-report-publication document-corrected child-doc parent-grant-document family-member priority-application",
        "document-id",
    ),
    ("document-id", "country doc-number kind name date"),
    ("priority-claims", "priority-claim"),
    (
        "priority-claim",
        "country doc-number date office-of-filing priority-doc-requested",
    ),
    (
        "office-of-filing residence nationality generating-office region",
        "country",
    ),
    (
        "us-term-of-grant",
        "length-of-grant us-term-extension disclaimer text lapse-of-patent",
    ),
    (
        "disclaimer action-date unexamined-printed-without-grant",
        "date text",
    ),
    ("lapse-of-patent", "document-id text"),
    (
        "us-references-cited references-cited",
        "us-citation citation date-search-completed search-report-publication",
    ),
    (
        "us-citation citation",
        "patcit nplcit category rel-passage corresponding-docs classification-national",
    ),
    ("corresponding-docs", "document-id patcit nplcit category"),
    ("rel-passage", "passage category rel-claims text"),
    ("patcit", "document-id text rel-passage"),
    ("nplcit", "othercit article text"),
    ("article", "author atl serial"),
    ("author", "PERSON"),
    ("serial", "sertitle pubdate"),
    (
        "us-field-of-classification-search",
        "classification-national us-classifications-ipcr",
    ),
    (
        "figures",
        "number-of-drawing-sheets number-of-figures figure-to-publish",
    ),
    ("figure-to-publish", "fig-number"),
    (
        "us-related-documents",
        "division continuation us-provisional-application related-publication correction",
    ),
    ("division continuation", "relation"),
    ("relation", "parent-doc child-doc"),
    (
        "parent-doc",
        "document-id parent-status parent-grant-document",
    ),
    (
        "us-provisional-application related-publication",
        "document-id us-provisional-application-status",
    ),
    ("correction", "document-corrected text gazette-reference"),
    ("gazette-reference", "gazette-num date text"),
    (
        "us-parties parties",
        "us-applicants applicants inventors agents correspondence-address",
    ),
    ("us-applicants applicants", "us-applicant applicant"),
    ("inventors", "inventor deceased-inventor"),
    ("agents", "agent customer-number"),
    ("assignees", "assignee"),
    ("examiners", "primary-examiner assistant-examiner"),
    (
        "us-applicant applicant inventor agent assignee",
        "addressbook nationality residence us-rights",
    ),
    (
        "addressbook correspondence-address deceased-inventor",
        "PERSON REACH",
    ),
    ("primary-examiner assistant-examiner", "PERSON"),
    (
        "address",
        "address-1 street city county state postcode country text",
    ),
    (
        "pct-or-regional-filing-data pct-or-regional-publishing-data",
        "document-id us-371c124-date gazette-reference",
    ),
    ("us-371c124-date", "date"),
    ("us-botanic", "latin-name variety"),
    (
        "hague-agreement-data",
        "international-registration-number international-filing-date",
    ),
    (
        "patent-family",
        "family-member priority-application text abstract",
    ),
    (
        "dates-of-public-availability",
        "unexamined-printed-without-grant gazette-reference",
    ),
    ("designation-of-states", "designation-pct"),
    ("designation-pct", "regional national"),
    ("regional national", "region country protection-request"),
    (
        "abstract description ep-reference-list search-report-data",
        "BLOCKS",
    ),
    ("us-sequence-list-doc", "BLOCKS sequence-list"),
    ("sequence-list", "# BLOCKS"),
    ("technical-field disclosure best-mode", "p heading"),
    ("amended-claims-statement", "claims-statement"),
    ("claims-statement", "heading p"),
    ("claims amended-claims", "claim"),
    ("claim", "claim-text"),
    ("claim-text", "# claim-text STYLES PARTS"),
    ("p li dd entry us-claim-statement", "# STYLES PARTS"),
    (
        "heading invention-title B542 dt title othercit figref crossref claim-ref latin-name variety B561 B562",
        "# STYLES",
    ),
    (
        "b i u o sub sup sub2 sup2 smallcaps",
        "# STYLES figref unheard-of",
    ),
    ("ul ol", "li"),
    ("dl", "dt dd"),
    ("tables", "table img"),
    ("table", "title tgroup"),
    ("tgroup", "colspec thead tbody"),
    ("thead tbody", "row colspec"),
    ("row", "entry"),
    ("maths", "math img formula-text"),
    ("math", "mrow"),
    ("mrow", "mi mn mfrac"),
    ("mfrac", "mi mn"),
    ("chemistry", "img formula-text"),
    ("bio-deposit", "depositary bio-accno date dtext"),
    ("depositary", "# address"),
    ("drawings", "figure doc-page"),
    ("figure", "img"),
    ("img doc-page br colspec", ""),
];

/// Attributes that any element may have here.
const ATTRIBUTES: &[&str] = &[
    "id", "num", "idref", "lang", "file", "sequence", "cols", "status", "unheard",
];

/// Draws the choices of a document out of a list of numbers.
struct Choices<'c> {
    numbers: std::slice::Iter<'c, u16>,
    words: usize,
}

impl Choices<'_> {
    fn next(&mut self, below: usize) -> usize {
        let number = self.numbers.next().copied().unwrap_or_default();
        usize::from(number) % below.max(1)
    }

    fn is_over(&self) -> bool {
        self.numbers.as_slice().is_empty()
    }

    /// Mostly a word that comes only once, so that a lost one can be traced.
    fn text(&mut self) -> String {
        const ODD: &[&str] = &[
            "20061399",
            "20060214",
            "us",
            "EP",
            "A1",
            "",
            " ",
            "12.5",
            "&#945; x",
            "<![CDATA[a & b]]>",
        ];
        match self.next(4) {
            0 => format!(" {} ", ODD[self.next(ODD.len())]),
            _ => {
                self.words += 1;
                format!(" Word{} ", self.words)
            }
        }
    }
}

fn inside(name: &str) -> Vec<&'static str> {
    let of = |wanted: &str| {
        let found = GRAMMAR
            .iter()
            .find(|(names, _)| names.split(' ').any(|one| one == wanted));
        found.map_or("#", |(_, content)| content)
    };
    let names = of(name).split(' ').filter(|name| !name.is_empty());
    let expand = |name: &'static str| {
        let is_group = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_uppercase());
        let list = if is_group { of(name) } else { name };
        list.split(' ')
    };
    names.flat_map(expand).collect()
}

fn element(name: &str, depth: usize, choices: &mut Choices<'_>, out: &mut String) {
    write!(out, "<{name}").expect("strings take all");
    for attribute in ATTRIBUTES {
        if choices.next(9) == 1 {
            write!(out, " {attribute}='v{}'", choices.next(40)).expect("strings take all");
        }
    }
    out.push('>');
    let content = inside(name);
    let is_mixed = content.contains(&"#");
    if is_mixed {
        out.push_str(&choices.text());
    }
    let children: Vec<&str> = content.into_iter().filter(|name| *name != "#").collect();
    if !children.is_empty() && depth < 14 {
        let most = if is_mixed { 3 } else { 7 };
        for _ in 0..choices.next(most) + usize::from(!is_mixed) {
            if choices.is_over() {
                break;
            }
            let child = children[choices.next(children.len())];
            element(child, depth + 1, choices, out);
            if is_mixed {
                out.push_str(&choices.text());
            }
        }
    }
    write!(out, "</{name}>").expect("strings take all");
}

fn random_document() -> impl Strategy<Value = String> {
    let roots = ["us-patent-grant", "ep-patent-document", "exchange-document"];
    let numbers = proptest::collection::vec(any::<u16>(), 50..1500);
    (0..roots.len(), numbers).prop_map(move |(root, numbers)| {
        let mut choices = Choices {
            numbers: numbers.iter(),
            words: 0,
        };
        let mut out = String::new();
        element(roots[root], 0, &mut choices, &mut out);
        out
    })
}

/// Counts the words of a text that has tags.
fn tokens(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            *counts.entry(word.to_owned()).or_insert(0) += 1;
        }
    }
    counts
}

fn unique_words(source: &str) -> Vec<String> {
    let all = tokens(source).into_keys();
    all.filter(|word| word.starts_with("Word")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_random_document_vanishes(source in random_document()) {
        let document = read(&source);
        let (output, said) = st96(&document);
        let written = tokens(&output);
        let said = tokens(&said.join(" "));
        let mut native = Vec::new();
        for record in document.reading.entries.iter().filter_map(|entry| entry.record.as_ref()) {
            formats::write(record, Target::Native, &mut native);
            let again = formats::native::decode(&formats::native::encode(record));
            prop_assert_eq!(again.as_ref().ok(), Some(record));
        }
        let native = tokens(&String::from_utf8(native).expect("outputs are UTF-8"));
        for word in unique_words(&source) {
            prop_assert!(native.contains_key(&word), "{word} is not in the record of {source}");
            let found = written.contains_key(&word) || said.contains_key(&word);
            prop_assert!(found, "{word} of {source} is neither in the output nor in a finding: {output}");
        }
    }

    #[test]
    fn no_damage_makes_a_reader_fall(source in random_document(), cuts in proptest::collection::vec((any::<u16>(), 0..6_u8), 1..6)) {
        let mut damaged = source;
        for (place, what) in cuts {
            let at = usize::from(place) % (damaged.len() + 1);
            let at = damaged.floor_char_boundary(at);
            match what {
                0 => damaged.truncate(at.max(40).min(damaged.len())),
                1 => damaged.insert_str(at, " & "),
                2 => damaged.insert_str(at, " < "),
                3 => damaged.insert_str(at, "</p>"),
                4 => damaged.insert_str(at, "\u{1}&bogus;"),
                _ => {
                    if let Some(close) = damaged[at..].find("</").map(|found| at + found) {
                        let end = damaged[close..].find('>').map_or(damaged.len(), |found| close + found + 1);
                        damaged.replace_range(close..end, "");
                    }
                }
            }
        }
        if let Ok(document) = formats::read(damaged.as_bytes(), &Limits::default()) {
            st96(&document);
        }
    }
}
