//! Entities and character references, and the document type that may declare some.

use super::Parser;
use super::signs::is_xml_char;
use crate::{Error, entity};
use quick_xml::events::BytesRef;
use std::borrow::Cow;

impl<'a> Parser<'a> {
    pub(super) fn reference(
        &mut self,
        reference: &BytesRef<'_>,
        offset: usize,
    ) -> Result<(), Error> {
        let name = reference.xml10_content().into_owned();
        let value = match self.resolve(&name) {
            Some(value) => value.into_owned(),
            None => {
                self.undeclared(&name, offset);
                format!("&{name};")
            }
        };
        self.expanded += value.len();
        if self.expanded > self.limits.expansion.saturating_add(self.tree.source.len()) {
            return Err(Error::TooMuchExpansion {
                offset,
                limit: self.limits.expansion,
            });
        }
        self.text(Cow::Owned(value), offset)
    }

    pub(super) fn resolve(&self, name: &str) -> Option<Cow<'static, str>> {
        if let Some(number) = name.strip_prefix('#') {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            return char::from_u32(code)
                .filter(|c| is_xml_char(*c))
                .map(|c| Cow::Owned(c.to_string()));
        }
        let predefined = match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => "",
        };
        if !predefined.is_empty() {
            return Some(Cow::Borrowed(predefined));
        }
        if let Some((_, value)) = self.entities.iter().find(|(key, _)| *key == name) {
            return Some(Cow::Owned(value.clone()));
        }
        entity::resolve(name).map(Cow::Borrowed)
    }

    pub(super) fn undeclared(&mut self, name: &str, offset: usize) {
        self.trouble(
            "undeclared-entity",
            offset,
            format!("the entity &{name}; is not declared and in no known set; it was kept as it is written"),
            true,
        );
    }

    /// Takes the simple internal entities of a document type declaration; refuses all others.
    pub(super) fn doctype(&mut self, raw: &'a str, _length: usize) {
        let offset = raw.as_ptr() as usize - self.tree.source.as_ptr() as usize;
        self.tree.doctype = raw
            .trim_start_matches("<!DOCTYPE")
            .trim_end_matches('>')
            .trim();
        let Some(subset) = raw.find('[') else { return };
        let mut rest = &raw[subset..];
        while let Some(at) = rest.find("<!ENTITY") {
            rest = &rest[at + 8..];
            let declaration = &rest[..rest.find('>').unwrap_or(rest.len())];
            let mut words = declaration.split_ascii_whitespace();
            let name = words.next().unwrap_or("");
            let value = declaration.split(['"', '\'']).nth(1).unwrap_or("");
            let external = matches!(words.next(), Some("SYSTEM" | "PUBLIC"));
            let unparsed = words.any(|word| word == "NDATA");
            if name == "%" || (external && !unparsed) {
                self.trouble("entity-refused", offset, format!("the entity '{name}' of the document type points outside; it was not fetched"), false);
            } else if external {
                self.unparsed(name, declaration);
            } else if value.contains(['&', '<', '%']) && !value.starts_with("&#") {
                self.trouble("entity-refused", offset, format!("the entity '{name}' of the document type holds markup or other entities; it was not expanded"), false);
            } else {
                let value = self.character_references(value);
                self.entities.push((name, value));
            }
        }
        self.tree.unparsed.sort_by_key(|(name, _)| *name);
        self.tree.unparsed.dedup_by_key(|(name, _)| *name);
    }

    /// Keeps which file an unparsed entity names, such as a drawing; it is referred to by attribute.
    fn unparsed(&mut self, name: &'a str, declaration: &'a str) {
        let quoted = declaration.split(['"', '\'']).skip(1).step_by(2);
        if let Some(file) = quoted
            .last()
            .filter(|file| !file.is_empty() && *file != name)
        {
            self.tree.unparsed.push((name, file));
        }
    }

    pub(super) fn character_references(&self, value: &str) -> String {
        let Some(inner) = value.strip_prefix('&').and_then(|v| v.strip_suffix(';')) else {
            return value.to_owned();
        };
        self.resolve(inner)
            .map_or_else(|| value.to_owned(), Cow::into_owned)
    }
}
