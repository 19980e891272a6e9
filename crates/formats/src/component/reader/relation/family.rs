//! The family of the document.

use crate::component::draft::View;
use crate::component::reader::document::{application, id, publication};
use crate::component::schema::pat;
use model::{Family, FamilyMember};

/// Reads the family. A member that is given by one publication alone is a number.
///
/// Clause: ST.96 V6_0 pat:PatentFamily
pub(in crate::component::reader) fn family(view: View<'_, '_>) -> Family {
    let mut out = Family {
        id: id(view),
        ..Family::default()
    };
    let mut groups = Vec::new();
    for child in view.elements() {
        match child.name() {
            pat::PRIORITY_APPLICATION => {
                out.priority
                    .extend(child.elements().map(|id| match id.name() {
                        pat::PATENT_PUBLICATION_IDENTIFICATION => publication(id),
                        _ => application(id),
                    }));
            }
            pat::PATENT_FAMILY_MEMBER => groups.push(member(child)),
            pat::PATENT_FAMILY_TEXT => out.texts.push(child.text()),
            _ => {}
        }
    }
    let is_number =
        |member: &FamilyMember| member.applications.is_empty() && member.publications.len() == 1;
    if groups.iter().all(is_number) {
        out.members = groups
            .into_iter()
            .flat_map(|member| member.publications)
            .collect();
    } else {
        out.member_groups = groups;
    }
    out
}

fn member(view: View<'_, '_>) -> FamilyMember {
    FamilyMember {
        applications: view
            .all(pat::APPLICATION_IDENTIFICATION)
            .map(application)
            .collect(),
        publications: view
            .all(pat::PATENT_PUBLICATION_IDENTIFICATION)
            .map(publication)
            .collect(),
        ..FamilyMember::default()
    }
}
