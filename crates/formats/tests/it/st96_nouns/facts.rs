//! What a record says, in a form in which records of different formats can be compared.

use model::{Block, Citation, Contact, Date, DocumentId, Inline, Patent, Section};

type Facts = Vec<(&'static str, Vec<String>)>;

pub(super) fn facts(patent: &Patent) -> Facts {
    vec![
        ("titles", titles(patent)),
        ("publication", ids(&patent.publication.documents)),
        ("application", applications(&patent.application.documents)),
        ("priorities", priorities(patent)),
        ("classifications", classifications(patent)),
        ("citations", patent.citations.iter().map(citation).collect()),
        ("parties", parties(patent)),
        ("relations", relations(patent)),
        ("claims", claims(patent)),
        ("descriptions", sections(&patent.descriptions)),
        ("abstracts", sections(&patent.abstracts)),
        ("figures", figures(patent)),
        ("designated", designated(patent)),
        ("claim count", vec![patent.claim_count.to_string()]),
        (
            "exemplary",
            patent
                .exemplary_claims
                .iter()
                .map(ToString::to_string)
                .collect(),
        ),
    ]
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(content: &[Inline]) -> String {
    squeezed(&model::text::plain(content))
}

fn date(date: &Date) -> String {
    date.iso().unwrap_or_default()
}

fn titles(patent: &Patent) -> Vec<String> {
    let said = |title: &model::Title| format!("{} {}", title.language, words(&title.content));
    patent.titles.iter().map(said).collect()
}

fn id(id: &DocumentId) -> String {
    let kind = id.kind.trim();
    format!(
        "{} {} {kind} {}",
        id.office.trim(),
        id.number.trim(),
        date(&id.date)
    )
}

/// The best of the number formats.
fn ids(all: &[DocumentId]) -> Vec<String> {
    let mut named: Vec<&DocumentId> = all.iter().filter(|id| !id.office.is_empty()).collect();
    named.sort_by_key(|id| match id.format.as_str() {
        "epodoc" => 2,
        "original" => 1,
        _ => 0,
    });
    named.first().map(|first| id(first)).into_iter().collect()
}

/// ST.96 has no place for the kind code of an application.
fn applications(all: &[DocumentId]) -> Vec<String> {
    let unkind = |id: &DocumentId| DocumentId {
        kind: model::Str::default(),
        ..id.clone()
    };
    ids(&all.iter().map(unkind).collect::<Vec<_>>())
}

fn priorities(patent: &Patent) -> Vec<String> {
    let said = |claim: &model::Priority| {
        let number = applications(&claim.documents).concat();
        format!("{} {number}", claim.sequence)
    };
    patent.priorities.iter().map(said).collect()
}

fn classifications(patent: &Patent) -> Vec<String> {
    let mut out = Vec::new();
    for one in &patent.classifications {
        if !matches!(
            one.scheme.as_str(),
            "ipc" | "ipcr" | "cpc" | "national" | "locarno"
        ) {
            continue;
        }
        for symbol in one.main.iter().chain(&one.symbols) {
            // A text of fixed columns holds the symbol in the first fifteen.
            let text = symbol.display();
            let shown = match symbol.text.get(..15) {
                Some(start) if one.scheme == "cpc" => start,
                _ => text.as_str(),
            };
            let letters: String = shown.chars().filter(char::is_ascii_alphanumeric).collect();
            out.push(format!("{} {letters}", one.scheme));
        }
    }
    // Symbols that lack a part which ST.96 demands stand in free text.
    for said in &patent.statements {
        if said.code == "classification-cpc" {
            let text = model::text::plain(&said.content);
            let letters: String = text
                .chars()
                .take(15)
                .filter(char::is_ascii_alphanumeric)
                .collect();
            out.push(format!("cpc {letters}"));
        }
    }
    out.sort();
    out
}

fn citation(citation: &Citation) -> String {
    let number = ids(&citation.documents).concat();
    let literature = citation.literature.as_ref().map(|literature| {
        let mut text = String::new();
        model::text::literature_text(literature, &mut |part| {
            text.push_str(part);
            text.push(' ');
        });
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters
    });
    format!("{number} {}", literature.unwrap_or_default())
}

fn contact(contact: &Contact) -> String {
    let name = &contact.name;
    let mut parts = vec![
        &name.prefix,
        &name.first,
        &name.middle,
        &name.last,
        &name.suffix,
    ];
    parts.push(&name.full);
    parts.extend(&name.organizations);
    parts.push(&name.department);
    let address = contact.address.clone().unwrap_or_default();
    let lines: Vec<_> = address.lines.iter().map(|line| line.text.clone()).collect();
    parts.extend(&lines);
    parts.extend([
        &address.text,
        &address.city,
        &address.county,
        &address.state,
    ]);
    parts.push(&address.postcode);
    // Countries stand in other places where a party has an address in lines, or only a residence.
    let is_country = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase());
    parts.retain(|part| !part.is_empty() && !is_country(part));
    let mut parts: Vec<String> = parts.into_iter().map(|part| squeezed(part)).collect();
    parts.sort();
    parts.join("|")
}

fn parties(patent: &Patent) -> Vec<String> {
    let mut out = Vec::new();
    for party in &patent.parties {
        for one in &party.contacts {
            out.push(format!("{} {}", party.role.as_str(), contact(one)));
        }
    }
    out.sort();
    out
}

fn relations(patent: &Patent) -> Vec<String> {
    let own = patent.application.documents.iter();
    let own: Vec<&str> = own.map(|id| id.number.as_str()).collect();
    let said = |relation: &model::Relation| {
        let all = relation.parents.iter().chain(&relation.documents);
        let all = all.chain(&relation.parent_grants).chain(&relation.children);
        let numbers = all.map(|id| id.number.as_str());
        // Where a relation names one side only, the document itself is the other.
        let mut numbers: Vec<&str> = numbers.filter(|number| !own.contains(number)).collect();
        numbers.sort_unstable();
        numbers.join(" ")
    };
    let mut out: Vec<String> = patent.relations.iter().map(said).collect();
    out.sort();
    out
}

fn claims(patent: &Patent) -> Vec<String> {
    let all = patent.claim_sets.iter().flat_map(|set| &set.claims);
    all.map(|claim| {
        format!(
            "{} {} {}",
            claim.number,
            depth(&claim.content),
            words(&claim.content)
        )
    })
    .collect()
}

/// How deep the parts of a claim nest.
fn depth(content: &[Inline]) -> usize {
    let parts = content.iter().filter_map(|inline| match inline {
        Inline::Part(part) => Some(1 + depth(&part.content)),
        _ => None,
    });
    parts.max().unwrap_or(0)
}

fn sections(all: &[Section]) -> Vec<String> {
    let mut out = Vec::new();
    for section in all {
        blocks(&section.blocks, &mut out);
    }
    out
}

fn blocks(all: &[Block], out: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Heading(heading) => out.push(words(&heading.content)),
            Block::Paragraph(p) => {
                let said = format!("{} {}", p.number, words(&p.content));
                out.push(said.trim_start().to_owned());
            }
            Block::Group(group) => blocks(&group.blocks, out),
            Block::Loose(content) => out.push(words(content)),
            Block::Page(_) | Block::Instruction(_) => {}
        }
    }
}

fn figures(patent: &Patent) -> Vec<String> {
    let all = patent
        .drawings
        .iter()
        .flat_map(|drawings| &drawings.figures);
    let images = all.flat_map(|figure| figure.images.iter().map(move |image| (figure, image)));
    images
        .map(|(figure, image)| format!("{} {}", figure.number, image.file))
        .collect()
}

fn designated(patent: &Patent) -> Vec<String> {
    let all = patent.designations.iter();
    let mut out: Vec<String> = all
        .filter(|one| one.region == "EP" || one.code == "B840")
        .map(|one| one.countries.join(" "))
        .collect();
    out.sort();
    out
}
