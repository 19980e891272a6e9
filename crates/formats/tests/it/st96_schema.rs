//! Drafts of random content are valid after `conform`, and nothing in them is lost silently.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use formats::component::draft::{Draft, LossKind, NodeId};
use formats::component::schema::{AttrName, ContentKind, Name, attr, com, mathml, pat};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// One step of filling a draft; the numbers choose among what there is.
#[derive(Clone, Debug)]
struct Step {
    action: u8,
    parent: u16,
    name: u16,
    value: u16,
}

/// Texts on both sides of the lexical forms.
const VALUES: &[&str] = &[
    "",
    " ",
    "a b",
    "<&>\"\r\n\t",
    "]]>",
    "\u{1}",
    "\u{fffe}",
    "é/ü",
    "1",
    "0",
    "-1",
    "+5",
    "-0",
    "3.5",
    "1.",
    ".5",
    "1e5",
    "12345678901234567890123",
    "18446744073709551616",
    "true",
    "false",
    "TRUE",
    " true ",
    "2024-02-29",
    "2023-02-29",
    "2024-02-29Z",
    "2024-02-29+13:59",
    "2024-02-29+14:30",
    "-0044-01-01",
    "2024",
    "0000",
    "99999",
    "2024-13",
    "2024-12",
    "2024-12Z",
    "20241231",
    "2024-01-01T00:00:00",
    "2024-01-01T24:00:00",
    "2024-01-01T12:59:59.123Z",
    "2024-01-01T12:60:00",
    "AQ==",
    "AR==",
    "QUI=",
    "QUJD",
    "QUJ",
    "http://a.b/c?d=e#f",
    "ftp://u@h:21/p",
    "a:b",
    "%41",
    "%4",
    "//",
    "///x",
    ":x",
    "a:",
    "?q",
    "#f",
    "#",
    "a#b#c",
    "1:2",
    "./1:2",
    "http://",
    "mailto:x@y",
    "urn:isbn:1",
    "\\\\server\\x",
    "x^y",
    "x|y",
    "{x}",
    "http://h:99999/",
    "http://a_b.c/",
    "http://[::1]/",
    "http://h:/",
    "file:///c:/x",
    "0.5em",
    "-1.5px",
    "12%",
    "+.5 em",
    "2 height",
    "mediummathspace",
    "#fff",
    "#ffff",
    "Red",
    "{left right}",
    "{left }",
    "axis -3",
    "left right",
    "solid none",
    "1em 2em",
    "00",
    "01",
    "10",
    "A",
    "a1B,",
    "123456789012345",
    "EP",
    "XX",
    "en",
    "V6_0",
    "id1",
    "id2",
    "id3",
    "id1 id2",
    "1id",
    "x:y",
    "ª",
    "Ж",
    "x·y",
];

/// A draft that the steps fill, and the words that were put in.
fn build(root: Name, steps: &[Step]) -> (Draft<'static>, BTreeSet<String>) {
    let mut draft = Draft::new(root);
    let names: Vec<Name> = Name::all().collect();
    let attributes: Vec<AttrName> = AttrName::all().collect();
    let mut nodes = vec![draft.root()];
    let mut words = BTreeSet::new();
    let mut word = |number: usize| {
        let word = format!("w{number}");
        words.insert(word.clone());
        format!(" {word} ")
    };
    for (number, step) in steps.iter().enumerate() {
        let value = usize::from(step.value);
        let parent = pick_parent(&nodes, step);
        let own = draft.name(parent);
        match step.action {
            0..160 => {
                let allowed: Vec<Name> = names
                    .iter()
                    .copied()
                    .filter(|name| own.allows(*name))
                    .collect();
                let name = if allowed.is_empty() || step.action < 12 {
                    names[usize::from(step.name) % names.len()]
                } else {
                    allowed[usize::from(step.name) % allowed.len()]
                };
                let made = match (name.content(), step.value % 3) {
                    (ContentKind::Simple, 0..2) => {
                        let values = name.values();
                        match values.get(value % values.len().max(1)) {
                            Some(value) => draft.leaf(parent, name, *value),
                            None => draft.leaf(
                                parent,
                                name,
                                choose(value, |text| name.takes_text(text)),
                            ),
                        }
                    }
                    (_, 1) => draft.leaf(parent, name, word(number)),
                    _ => draft.element(parent, name),
                };
                nodes.push(made);
            }
            160..215 => {
                let declared: Vec<AttrName> = own.attributes().map(|(name, ..)| name).collect();
                let name = if declared.is_empty() || step.action < 164 {
                    attributes[usize::from(step.name) % attributes.len()]
                } else {
                    declared[usize::from(step.name) % declared.len()]
                };
                let values = own.attribute_values(name);
                match values
                    .get(value % values.len().max(1))
                    .filter(|_| step.value % 5 > 0)
                {
                    Some(value) => draft.attribute(parent, name, *value),
                    None if step.value % 7 == 0 => draft.attribute(parent, name, word(number)),
                    None => {
                        let text = choose(value, |text| own.takes_attribute(name, text));
                        draft.attribute(parent, name, text);
                    }
                }
            }
            215..240 if step.value % 2 == 0 => draft.text(parent, word(number)),
            215..240 => draft.text(parent, VALUES[value % VALUES.len()]),
            _ => draft.instruction(
                parent,
                ["a", "xml", "1"][value % 3],
                VALUES[value % VALUES.len()],
            ),
        }
    }
    (draft, words)
}

/// One of the texts; three times out of four one that fits.
fn choose(at: usize, fits: impl Fn(&str) -> bool) -> &'static str {
    let mut cycle = VALUES
        .iter()
        .copied()
        .cycle()
        .skip(at % VALUES.len())
        .take(VALUES.len());
    let first = VALUES[at % VALUES.len()];
    if at.is_multiple_of(4) {
        first
    } else {
        cycle.find(|text| fits(text)).unwrap_or(first)
    }
}

/// Mostly the newest nodes, so that trees grow deep.
fn pick_parent(nodes: &[NodeId], step: &Step) -> NodeId {
    let back = usize::from(step.parent)
        % if step.parent.is_multiple_of(4) {
            nodes.len()
        } else {
            4.min(nodes.len())
        };
    nodes[nodes.len() - 1 - back]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (any::<u8>(), any::<u16>(), any::<u16>(), any::<u16>()).prop_map(
        |(action, parent, name, value)| Step {
            action,
            parent,
            name,
            value,
        },
    );
    prop::collection::vec(step, 0..160)
}

/// Conforms and writes; checks what needs no validator.
fn finish(root: Name, steps: &[Step]) -> String {
    let (mut draft, words) = build(root, steps);
    let losses = draft.conform();
    let mut out = Vec::new();
    draft.write(&mut out);
    let xml = String::from_utf8(out).expect("a draft is written in UTF-8");
    let mut kept: BTreeSet<&str> = xml.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    for loss in losses
        .iter()
        .filter(|loss| loss.kind != LossKind::MissingMandatory)
    {
        kept.extend(loss.text.split_whitespace());
    }
    for word in &words {
        assert!(
            kept.contains(word.as_str()),
            "{word} is lost without a loss\n{losses:?}\n{xml}"
        );
    }
    let again = draft.conform();
    assert!(
        again.is_empty(),
        "a second time nothing is lost: {again:?}\n{xml}"
    );
    let mut out = Vec::new();
    draft.write(&mut out);
    assert_eq!(
        String::from_utf8_lossy(&out),
        xml,
        "a second time nothing changes"
    );
    xml
}

proptest! {
    #![proptest_config(Config { cases: 64, failure_persistence: None, ..Config::default() })]

    #[test]
    fn nothing_is_lost_silently(steps in steps(), whole in any::<bool>()) {
        finish(if whole { pat::PATENT_PUBLICATION } else { pat::BIBLIOGRAPHIC_DATA }, &steps);
    }
}

/// The folder of the official schemas, if it is there.
fn schemas() -> Option<PathBuf> {
    let shared = crate::shared()?;
    let folder =
        shared.join("data/st96-xsd/ShawnXiha+PatentStandardization/ST96XMLSchema_V6_0_Flattened");
    folder.is_dir().then_some(folder)
}

/// What each element allows, and the way to it from the root.
struct Atlas {
    allowed: Vec<(Name, Vec<Name>)>,
    ways: Vec<Vec<Name>>,
}

impl Atlas {
    fn new(root: Name) -> Self {
        let all: Vec<Name> = Name::all().collect();
        let allowed: Vec<(Name, Vec<Name>)> = all
            .iter()
            .map(|name| {
                (
                    *name,
                    all.iter()
                        .copied()
                        .filter(|child| name.allows(*child))
                        .collect(),
                )
            })
            .collect();
        let mut atlas = Self {
            allowed,
            ways: vec![vec![root]],
        };
        let mut seen = BTreeSet::from([root]);
        let mut next = 0;
        while next < atlas.ways.len() {
            let way = atlas.ways[next].clone();
            for child in atlas.children(way[way.len() - 1]).to_vec() {
                if seen.insert(child) {
                    atlas.ways.push([way.as_slice(), &[child]].concat());
                }
            }
            next += 1;
        }
        atlas
    }

    fn children(&self, name: Name) -> &[Name] {
        let position = self.allowed.binary_search_by_key(&name, |(name, _)| *name);
        &self.allowed[position.expect("every name has an entry")].1
    }

    /// A document with an element in its place; the round decides what stands beside it.
    fn exemplar(&self, way: &[Name], round: usize) -> String {
        let mut draft = Draft::new(way[0]);
        let mut node = draft.root();
        for next in &way[1..] {
            if self.children(draft.name(node)).len() > 100 {
                let ci = !draft.name(node).allows(mathml::MI) || *next != mathml::NONE;
                draft.leaf(node, if ci { mathml::CI } else { mathml::MI }, "x");
                if *next == mathml::NONE {
                    draft.element(node, *next);
                }
            } else {
                self.dress(
                    &mut draft,
                    (node, Some(*next)),
                    round,
                    [1, 0, 0, 2, 3][round % 5],
                );
            }
            node = draft.element(node, *next);
        }
        self.dress(&mut draft, (node, None), round / 5 * 5, 2 + round % 3);
        draft.conform();
        let mut out = Vec::new();
        draft.write(&mut out);
        String::from_utf8(out).expect("a draft is written in UTF-8")
    }

    /// Gives an element attributes, text and children, except those of one name.
    fn dress(
        &self,
        draft: &mut Draft<'static>,
        (node, except): (NodeId, Option<Name>),
        round: usize,
        depth: usize,
    ) {
        let name = draft.name(node);
        for (at, (attribute, required, _)) in name.attributes().enumerate() {
            if required || except.is_none() {
                let values = name.attribute_values(attribute);
                let value = match values.get((round + at) % values.len().max(1)) {
                    Some(value) => value,
                    None => choose((round + at) * 4 + 1, |t| name.takes_attribute(attribute, t)),
                };
                draft.attribute(node, attribute, value);
            }
        }
        match name.content() {
            ContentKind::Empty => return,
            ContentKind::Simple => {
                let values = name.values();
                let value = match values.get(round % values.len().max(1)) {
                    Some(value) => value,
                    None => choose(round * 4 + 1, |text| name.takes_text(text)),
                };
                return draft.text(node, value);
            }
            ContentKind::Mixed => draft.text(node, "text "),
            ContentKind::Children => {}
        }
        let children = self.children(name);
        if children.len() > 100 {
            for part in [mathml::MI, mathml::CI, mathml::PLUS] {
                draft.leaf(node, part, "");
            }
            return;
        }
        for (at, child) in children.iter().copied().enumerate() {
            let simple = child.content() == ContentKind::Simple;
            let wanted = match round % 5 {
                1 => simple,
                2 => false,
                3 => (round + at).is_multiple_of(3),
                _ => true,
            };
            if wanted && Some(child) != except && (simple || depth > 0) {
                let made = draft.element(node, child);
                let inner = if simple { Some(child) } else { except };
                self.dress(
                    draft,
                    (made, inner.or(Some(child))),
                    round + at / 16,
                    depth.saturating_sub(1),
                );
            }
        }
    }
}

/// Documents for every element that the root can hold.
fn systematic(rounds: usize) -> Vec<String> {
    let atlas = Atlas::new(pat::PATENT_PUBLICATION);
    let mut documents = Vec::new();
    for way in &atlas.ways {
        let mark = format!("<{}", way[way.len() - 1].text());
        let mut found = 0;
        for round in 0..rounds + 9 {
            let xml = atlas.exemplar(way, round);
            if xml.contains(&mark) {
                documents.push(xml);
                found += 1;
            }
            if found == rounds {
                break;
            }
        }
    }
    documents
}

#[test]
fn conformed_drafts_are_valid() {
    let Some(folder) = schemas() else {
        println!("skipped: no shared data");
        return;
    };
    if Command::new("xmllint").arg("--version").output().is_err() {
        println!("skipped: no xmllint");
        return;
    }
    let cases = std::env::var("ST96_CASES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(400);
    let seed = std::env::var("ST96_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(96_u8);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut documents = systematic((cases / 400).max(1));
    for case in 0..cases {
        let steps = steps()
            .new_tree(&mut runner)
            .expect("steps can be made")
            .current();
        let root = if case % 3 == 0 {
            pat::BIBLIOGRAPHIC_DATA
        } else {
            pat::PATENT_PUBLICATION
        };
        documents.push(finish(root, &steps));
    }
    let place = tempfile::tempdir().expect("a folder for the documents");
    let mut command = Command::new("xmllint");
    command.args(["--noout", "--huge", "--nonet", "--schema"]);
    command
        .arg(folder.join("PatentPublication_V6_0.xsd"))
        .current_dir(place.path());
    for (number, xml) in documents.iter().enumerate() {
        let file = format!("{number}.xml");
        std::fs::write(place.path().join(&file), xml).expect("a document is written");
        command.arg(file);
    }
    let output = command.output().expect("xmllint runs");
    let told = String::from_utf8_lossy(&output.stderr);
    let valid = told
        .lines()
        .filter(|line| line.ends_with(" validates"))
        .count();
    let errors: Vec<&str> = told
        .lines()
        .filter(|line| !line.ends_with(" validates"))
        .take(12)
        .collect();
    if valid < documents.len() {
        let kept = place.keep();
        panic!(
            "{} of {} are not valid, see {}\n{}",
            documents.len() - valid,
            documents.len(),
            kept.display(),
            errors.join("\n")
        );
    }
    let size: usize = documents.iter().map(String::len).sum();
    let tags = || documents.iter().flat_map(|xml| xml.split('<').skip(1));
    let used: BTreeSet<&str> = tags()
        .filter_map(|tag| tag.split([' ', '/', '>']).next())
        .collect();
    let words = || tags().flat_map(|tag| tag.split([' ', '\n']));
    let given: BTreeSet<&str> = words()
        .filter_map(|word| Some(word.split_once("=\"")?.0))
        .collect();
    let elements = Name::all()
        .filter(|name| !used.contains(name.text()))
        .collect::<Vec<_>>();
    let attributes = AttrName::all()
        .filter(|name| !given.contains(name.text()))
        .collect::<Vec<_>>();
    println!(
        "{valid} documents of {size} bytes with {} elements and {} attributes are valid",
        Name::all().count() - elements.len(),
        AttrName::all().count() - attributes.len()
    );
    if std::env::var_os("ST96_UNUSED").is_some() {
        println!("{elements:?}\n{attributes:?}");
    }
}

/// Builds, conforms and writes a draft of about 5,000 nodes; run with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn speed() {
    const TEXT: &str =
        "In some embodiments, the first conductive layer is disposed over the second layer";
    let ids: Vec<String> = (0..2000).map(|number| format!("p-{number:04}")).collect();
    let mut draft = Draft::new(pat::PATENT_PUBLICATION);
    let mut out = Vec::new();
    let mut times = [f64::MAX; 3];
    let mut nodes = 0;
    for _ in 0..400 {
        draft.clear();
        out.clear();
        let start = std::time::Instant::now();
        fill(&mut draft, TEXT, &ids);
        let built = start.elapsed();
        let losses = draft.conform();
        let conformed = start.elapsed();
        draft.write(&mut out);
        let written = start.elapsed();
        assert!(losses.is_empty(), "{losses:?}");
        nodes = draft.len();
        for (time, now) in times
            .iter_mut()
            .zip([built, conformed - built, written - conformed])
        {
            *time = time.min(now.as_secs_f64() * 1e9);
        }
    }
    let total: f64 = times.iter().sum();
    let per = |time: f64| time / nodes as f64;
    println!(
        "{nodes} nodes, {} bytes: build {:.1} + conform {:.1} + write {:.1} = {:.1} ns per node, {:.0} MB/s",
        out.len(),
        per(times[0]),
        per(times[1]),
        per(times[2]),
        per(total),
        out.len() as f64 / total * 1e3
    );
}

fn fill<'r>(draft: &mut Draft<'r>, text: &'r str, ids: &'r [String]) {
    let root = draft.root();
    draft.attribute(root, attr::LANGUAGE_CODE, "en");
    draft.attribute(root, attr::ST96_VERSION, "V6_0");
    draft.leaf(root, com::IP_OFFICE_CODE, "US");
    let data = draft.element(root, pat::BIBLIOGRAPHIC_DATA);
    draft.attribute(data, attr::ST96_VERSION, "V6_0");
    let application = draft.element(data, pat::APPLICATION_IDENTIFICATION);
    draft.leaf(application, com::IP_OFFICE_CODE, "US");
    let number = draft.element(application, com::APPLICATION_NUMBER);
    draft.leaf(number, com::APPLICATION_NUMBER_TEXT, "12345678");
    draft.leaf(application, pat::FILING_DATE, "2020-01-31");
    let titles = draft.element(data, pat::INVENTION_TITLE_BAG);
    draft.leaf(titles, pat::INVENTION_TITLE, "A thing");
    let parties = draft.element(data, pat::PARTY_BAG);
    let address = draft.element(parties, com::CORRESPONDENCE_ADDRESS);
    draft.leaf(address, com::PARTY_IDENTIFIER, "1");
    let description = draft.element(root, pat::DESCRIPTION);
    for (number, id) in ids.iter().take(700).enumerate() {
        let p = draft.element(description, com::P);
        draft.attribute(p, attr::ID, id.as_str());
        draft.attribute(p, attr::P_NUMBER, &id[2..]);
        draft.text(p, text);
        let figure = draft.leaf(p, com::FIGURE_REFERENCE, "FIG. 1");
        draft.attribute(figure, attr::IDREFS, ids[number / 2].as_str());
        draft.text(p, text);
        draft.leaf(p, com::B, "12");
        draft.text(
            p,
            if number % 10 == 0 {
                "where x < y"
            } else {
                text
            },
        );
    }
    let claims = draft.element(root, pat::CLAIMS);
    for id in ids.iter().skip(700).take(60) {
        let claim = draft.element(claims, pat::CLAIM);
        draft.attribute(claim, attr::ID, id.as_str());
        draft.leaf(claim, pat::CLAIM_NUMBER, &id[2..]);
        let outer = draft.element(claim, pat::CLAIM_TEXT);
        draft.text(outer, text);
        for _ in 0..6 {
            draft.leaf(outer, pat::CLAIM_TEXT, text);
        }
        let holder = draft.element(outer, com::MATH);
        let math = draft.element(holder, mathml::MATH);
        let power = draft.element(math, mathml::MSUP);
        draft.leaf(power, mathml::MI, "x");
        draft.leaf(power, mathml::MN, "2");
    }
}
