//! Literature that is cited in parts, under the names of ST.36.
//!
//! Clause: ST.96 V6_0 com:NPLCitation

use super::citation::statement;
use super::inline::uncapitalized;
use crate::component::draft::View;
use crate::component::literature::{FORMS, Form};
use crate::component::schema::{attr, com};
use model::{Attribute, NonPatent, Statement, Str};

/// Reads a cited work, if it is of a kind that ST.36 knows.
pub(super) fn work(view: View<'_, '_>, out: &mut NonPatent) -> bool {
    let is_online = view.child(com::ELECTRONIC_ACCESS).is_some();
    let form = FORMS
        .iter()
        .find(|form| form.name == view.name() && (form.kind == "online") == is_online);
    let Some(form) = form else {
        return false;
    };
    out.kind = form.kind.into();
    let title = view.text_of(com::CITED_CONTRIBUTION_TITLE_TEXT);
    for child in view.elements() {
        let repeats = child.name() == com::SERIAL_ALT_TITLE_TEXT && child.text() == title;
        if !repeats {
            part(form, child, &mut out.parts);
        }
    }
    true
}

fn part(form: &Form, view: View<'_, '_>, out: &mut Vec<Statement>) {
    match view.name() {
        com::ELECTRONIC_ACCESS | com::ONLINE_DATABASE => {
            for child in view.elements() {
                part(form, child, out);
            }
        }
        com::NPL_STANDARD_NUMBER => {
            let is_serial = view.value(attr::NPL_STANDARD_NUMBER_CATEGORY) == "ISSN";
            let ending = if is_serial { "issn" } else { "isbn" };
            let mut paths = form.places.iter().map(|(path, _)| *path);
            let path = paths.find(|path| path.rsplit('/').next() == Some(ending));
            put(
                out,
                path.unwrap_or(ending),
                Statement::text(ending, view.text()),
            );
        }
        com::SUBORDINATE => out.push(subordinate(view)),
        name => match form.path_of(name) {
            Some(path) => put(out, path, leaf(path, view)),
            None => out.push(statement(view)),
        },
    }
}

fn leaf(path: &str, view: View<'_, '_>) -> Statement {
    let code = path.rsplit('/').next().unwrap_or(path);
    let mut out = Statement::text(code, view.text());
    let system = view.value(attr::CLASSIFICATION_SYSTEM);
    if !system.is_empty() {
        out.attributes.push(Attribute::new("class-type", system));
    }
    out
}

/// Puts a part where its path says; what lies on the way is made when it is first needed, and shared if it came last.
fn put(out: &mut Vec<Statement>, path: &str, statement: Statement) {
    let Some((first, rest)) = path.split_once('/') else {
        out.push(statement);
        return;
    };
    let place = out.iter().position(|part| part.code == first);
    let place = place.unwrap_or_else(|| {
        out.push(Statement::flag(first));
        out.len() - 1
    });
    put(&mut out[place].parts, rest, statement);
}

fn subordinate(view: View<'_, '_>) -> Statement {
    let mut out = Statement::flag("subname");
    let role: Str = uncapitalized(view.value(attr::SUBORDINATE_CATEGORY));
    if !role.is_empty() {
        out.attributes.push(Attribute::new("subname-type", role));
    }
    names(view, &mut out);
    out
}

/// The parts of a name and of the ways to reach it, however deep they lie.
fn names(view: View<'_, '_>, out: &mut Statement) {
    for child in view.elements() {
        let code = match child.name() {
            com::NAME_PREFIX => "prefix",
            com::FIRST_NAME => "first-name",
            com::MIDDLE_NAME => "middle-name",
            com::LAST_NAME => "last-name",
            com::NAME_SUFFIX => "suffix",
            com::PERSON_OTHER_NAME | com::PREFERRED_NAME => "synonym",
            com::PERSON_FULL_NAME | com::ENTITY_NAME => "name",
            com::ORGANIZATION_STANDARD_NAME => "orgname",
            com::PHONE_NUMBER => "addressbook/phone",
            com::FAX_NUMBER => "addressbook/fax",
            com::EMAIL_ADDRESS_TEXT => "addressbook/email",
            com::WEB_ADDRESS_URI => "addressbook/url",
            com::OTHER_ELECTRONIC_ADDRESS_TEXT => "addressbook/ead",
            _ => {
                if child.elements().next().is_some() {
                    names(child, out);
                } else {
                    out.parts.push(statement(child));
                }
                continue;
            }
        };
        let name = code.rsplit('/').next().unwrap_or(code);
        put(&mut out.parts, code, Statement::text(name, child.text()));
    }
}
