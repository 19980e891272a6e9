//! The family of the document.

use crate::component::draft::NodeId;
use crate::component::schema::{com, pat};
use crate::component::writer::sheet::Sheet;
use crate::component::writer::{date, document};
use model::{DocumentId, Family, FamilyMember};

/// Adds the family.
///
/// Clause: ST.96 V6_0 pat:PatentFamily
pub(in crate::component::writer) fn family<'r>(
    sheet: &mut Sheet<'r>,
    biblio: NodeId,
    family: &'r Family,
) {
    let element = sheet.draft.element(biblio, pat::PATENT_FAMILY);
    sheet.id(element, &family.id);
    let priority = sheet.draft.element(element, pat::PRIORITY_APPLICATION);
    for id in &family.priority {
        if is_published(id) {
            document::publication(sheet, priority, id, "");
            continue;
        }
        let name = pat::APPLICATION_IDENTIFICATION;
        document::application(sheet, priority, name, id, "");
    }
    if family.members.is_empty() && family.member_groups.is_empty() && !family.texts.is_empty() {
        sheet
            .draft
            .leaf(element, pat::PATENT_FAMILY_TEXT, family.texts.join(" "));
    } else {
        for text in &family.texts {
            sheet.note("patent-family", text.as_str());
        }
    }
    let mut aside = Aside::default();
    for member in &family.members {
        let node = sheet.draft.element(element, pat::PATENT_FAMILY_MEMBER);
        publication(sheet, node, member);
        aside.keep(member);
        sheet.spare("family-member", "data-format", &member.format);
        sheet.spares("family-member", &member.attributes);
    }
    for member in &family.member_groups {
        group(sheet, element, member, &mut aside);
    }
    aside.tell(sheet);
    sheet.spares("patent-family", &family.attributes);
}

/// What the members of a family have no element for, each kind of fact together.
#[derive(Default)]
struct Aside {
    formats: Vec<String>,
    kinds: Vec<String>,
    names: Vec<String>,
}

impl Aside {
    fn keep(&mut self, id: &DocumentId) {
        if !id.name.is_empty() {
            self.names.push(format!("{}: {}", id.number, id.name));
        }
    }

    fn tell(self, sheet: &mut Sheet<'_>) {
        let all = [
            ("numbers of family members in other formats", self.formats),
            ("kind codes of applications of the family", self.kinds),
            ("names with documents of the family", self.names),
        ];
        for (what, texts) in all {
            if !texts.is_empty() {
                sheet.note(what, texts.join("; "));
            }
        }
    }
}

/// Adds a member with its application and publications. A number without an office is the same number in another
/// format where the member has numbers with one.
fn group<'r>(sheet: &mut Sheet<'r>, element: NodeId, member: &'r FamilyMember, aside: &mut Aside) {
    let node = sheet.draft.element(element, pat::PATENT_FAMILY_MEMBER);
    for id in named(&member.applications, aside) {
        let element = sheet.draft.element(node, pat::APPLICATION_IDENTIFICATION);
        sheet.leaf(element, com::IP_OFFICE_CODE, id.office.as_str());
        document::application_number(sheet, element, id, id.office.trim());
        date::leaf(sheet, element, pat::FILING_DATE, &id.date);
        if !id.kind.is_empty() {
            let number = [id.office.as_str(), &id.number, &id.kind];
            aside.kinds.push(number.join(" ").trim().to_owned());
        }
    }
    for id in named(&member.publications, aside) {
        publication(sheet, node, id);
    }
    for id in member.applications.iter().chain(&member.publications) {
        aside.keep(id);
        sheet.spares("family-member", &id.attributes);
    }
    sheet.spares("family-member", &member.attributes);
}

/// The numbers that name their office, or all where none does; the others are kept aside.
fn named<'r>(ids: &'r [DocumentId], aside: &mut Aside) -> Vec<&'r DocumentId> {
    let (named, others): (Vec<_>, Vec<_>) = ids.iter().partition(|id| !id.office.is_empty());
    if named.is_empty() {
        return others;
    }
    for id in others {
        let number = [id.number.as_str(), &id.kind, &id.date.raw];
        let number: Vec<&str> = number.into_iter().filter(|text| !text.is_empty()).collect();
        aside.formats.push(number.join(" "));
    }
    named
}

/// Whether the kind code is that of a publication: a letter with a digit. Those of applications are letters.
fn is_published(id: &DocumentId) -> bool {
    matches!(id.kind.as_bytes(), [letter, digit] if letter.is_ascii_uppercase() && digit.is_ascii_digit())
}

fn publication<'r>(sheet: &mut Sheet<'r>, node: NodeId, id: &'r DocumentId) {
    let element = sheet
        .draft
        .element(node, pat::PATENT_PUBLICATION_IDENTIFICATION);
    sheet.leaf(element, com::IP_OFFICE_CODE, id.office.as_str());
    sheet.leaf(element, pat::PUBLICATION_NUMBER, id.number.as_str());
    sheet.leaf(element, com::PATENT_DOCUMENT_KIND_CODE, id.kind.as_str());
    date::leaf(sheet, element, com::PUBLICATION_DATE, &id.date);
}
