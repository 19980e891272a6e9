//! What a document can be read as.

use super::{Act, Digest, Label, Register, cache::Key, work};
use crate::error::Error;
use formats::{Target, html};
use model::number::{Hints, Reading, What, readings};
use model::{DocumentId, Record};
use std::sync::Arc;

/// A form in which a document is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// WIPO ST.96 V6_0.
    St96,
    /// WIPO ST.36: the patent document, its bibliographic data or its text.
    St36,
    /// WIPO ST.26: the sequence listing of the document.
    St26,
    /// The lossless encoding of this program.
    Native,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page of its own.
    Html,
    /// The bytes that were received.
    Source,
}

impl Form {
    /// All of them, with the names that users give.
    pub const ALL: [(&'static str, Self); 8] = [
        ("st96", Self::St96),
        ("st36", Self::St36),
        ("st26", Self::St26),
        ("native", Self::Native),
        ("text", Self::Text),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("source", Self::Source),
    ];

    /// The name that users give.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self.target() {
            None => "source",
            Some(Target::St96) => "st96",
            Some(Target::St36) => "st36",
            Some(Target::St26) => "st26",
            Some(Target::Native) => "native",
            Some(Target::Text) => "text",
            Some(Target::Markdown) => "markdown",
            Some(_) => "html",
        }
    }

    /// The ending of file names.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.target().map_or("xml", Target::extension)
    }

    fn target(self) -> Option<Target> {
        match self {
            Self::St96 => Some(Target::St96),
            Self::St36 => Some(Target::St36),
            Self::St26 => Some(Target::St26),
            Self::Native => Some(Target::Native),
            Self::Text => Some(Target::Text),
            Self::Markdown => Some(Target::Markdown),
            Self::Html => Some(Target::Html),
            Self::Source => None,
        }
    }
}

/// A version of a document in one form.
#[derive(Clone, Debug)]
pub struct Representation {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The digest of the bytes.
    pub digest: Digest,
    /// The media type.
    pub media_type: &'static str,
    /// When its act was enrolled, in milliseconds since 1970-01-01 UTC.
    pub time: i64,
}

impl Register {
    /// Gives a version of a document in a form.
    ///
    /// # Errors
    ///
    /// When the store cannot be read, or the record is damaged or newer than this program.
    pub async fn representation(
        &self,
        act: &Act,
        form: Form,
    ) -> Result<Arc<Representation>, Error> {
        let content = if form == Form::Source {
            act.source
        } else {
            act.record
        };
        let key = Key::of(content).which(form as u32);
        if let Some(known) = self.representations.get(&key) {
            return Ok(known);
        }
        let bytes = match form.target() {
            None => self.content(act, content).await?,
            Some(Target::Native) => self.content(act, content).await?,
            Some(target) => {
                let (record, name) = (self.record(act).await?, act.label.key.clone());
                let address = self.address;
                work(move || {
                    let link = |file: &str| match address {
                        Some(address) => address(&name, file),
                        None => html::beside(file),
                    };
                    render(&record, target, &link)
                })
                .await?
            }
        };
        let made = Arc::new(Representation {
            digest: Digest::of(&bytes),
            media_type: media_type(form, &bytes),
            bytes,
            time: act.time,
        });
        self.representations
            .put(key, made.bytes.len(), Arc::clone(&made));
        Ok(made)
    }
}

fn render(record: &Record, target: Target, link: &dyn Fn(&str) -> String) -> Vec<u8> {
    if target == Target::Html {
        let options = html::Options {
            link,
            ..html::Options::default()
        };
        let mut out = String::new();
        html::write_with(record, &options, &mut out);
        return out.into_bytes();
    }
    let mut out = Vec::new();
    let _cost = formats::write(record, target, &mut out);
    out
}

fn media_type(form: Form, bytes: &[u8]) -> &'static str {
    match form.target() {
        Some(target) => target.media_type(),
        None if bytes.starts_with(b"{") => "application/json",
        None => "application/xml",
    }
}

/// A document that a number may mean.
pub(super) struct Wanted(Reading);

impl Wanted {
    /// All that a text may mean as the number of a publication, the likeliest first.
    pub(super) fn all(name: &str) -> Vec<Self> {
        const MOST: usize = 4;
        let hints = Hints {
            what: Some(What::Publication),
            ..Hints::default()
        };
        let all = readings(name, &hints).into_iter().take(MOST);
        all.map(Self).collect()
    }

    /// The ways in which a register may have written the number.
    pub(super) fn spellings(&self) -> Vec<String> {
        let docdb = self.0.docdb().map(|docdb| docdb.number);
        let mut out = Vec::new();
        for number in docdb.into_iter().chain(self.0.original()) {
            let id = DocumentId {
                number: number.into(),
                ..DocumentId::default()
            };
            out.push(id.unpadded().to_string());
            let office = self.0.office();
            out.push(format!("{office}{}", out[out.len() - 1]));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Whether a document has the number, and the kind code if one is wanted.
    pub(super) fn is(&self, label: &Label) -> bool {
        let id = DocumentId {
            office: label.office.as_str().into(),
            number: label.number.as_str().into(),
            kind: label.kind.as_str().into(),
            ..DocumentId::default()
        };
        let (kind, wanted) = (id.kind.trim(), self.0.kind());
        let is_kind = kind.starts_with(wanted) || kind.is_empty();
        is_kind && id.key(What::Publication) == Some(self.0.key())
    }
}

/// Letters and digits of a number, so that `us 7,272,630 b2` is `US7272630B2`.
pub(super) fn compact(text: &str) -> String {
    let plain = text.chars().filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_uppercase).collect()
}

/// Shorter and shorter queries for what might be meant by a name.
pub(super) fn guesses(name: &str) -> Vec<String> {
    const LONGEST: usize = 80;
    let name: String = name.chars().take(LONGEST).collect();
    let compact: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut out = vec![name.clone()];
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    // The kind code falls first, then the office, then the number from its end.
    if let Some((front, _)) = name.trim_end_matches('-').rsplit_once(['-', ' ']) {
        out.push(front.to_owned());
    }
    if let Some(at) = compact.find(|c: char| c.is_ascii_digit()) {
        out.push(compact[at..].to_owned());
        let number: String = compact[at..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let mut short = number.as_str();
        while digits(short) > 4 {
            out.push(short.to_owned());
            short = &short[..short.len() - 1];
        }
    }
    out.retain(|guess| guess.chars().any(char::is_alphanumeric));
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_become_shorter() {
        let all = guesses("US-7272639-B2");
        assert_eq!(all[0], "US-7272639-B2");
        assert_eq!(all[1], "US-7272639");
        assert!(all.contains(&"7272639".to_owned()));
        assert!(all.contains(&"72726".to_owned()));
        assert!(guesses("../..").is_empty());
        assert!(guesses("é").len() == 1);
    }

    #[test]
    fn names_of_forms() {
        for (name, form) in Form::ALL {
            assert_eq!(form.as_str(), name);
        }
    }
}
