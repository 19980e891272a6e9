//! Rules about parties.

pub(crate) mod duplicate;
pub(crate) mod name_missing;

use model::Contact;

/// All names of a contact, in one text, blanks between.
fn names(contact: &Contact) -> String {
    let name = &contact.name;
    let parts = [
        &name.full,
        &name.prefix,
        &name.first,
        &name.middle,
        &name.last,
        &name.first_last,
        &name.second_last,
        &name.suffix,
    ];
    let parts = parts.into_iter().chain(&name.organizations);
    let given: Vec<&str> = parts
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    given.join(" ")
}
