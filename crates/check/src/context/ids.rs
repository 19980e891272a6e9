//! All identifiers of a record, whatever has them.

use model::{Patent, Shape, Sink, Str};

/// The digests of all identifiers, sorted: a record has hundreds, and most are never asked for.
pub(super) fn digests(patent: &Patent) -> Vec<u64> {
    let mut digests = Vec::with_capacity(512);
    walk(patent, &mut |id| digests.push(digest(id)));
    digests.sort_unstable();
    digests
}

/// The identifiers that stand more than once, sorted, each with how often it stands.
pub(super) fn doubles(patent: &Patent, digests: &[u64]) -> Vec<(Str, usize)> {
    if digests.windows(2).all(|pair| pair[0] != pair[1]) {
        return Vec::new();
    }
    let mut ids = Vec::with_capacity(digests.len());
    walk(patent, &mut |id| ids.push(Str::from(id)));
    ids.sort_unstable();
    let same = ids.chunk_by(|a, b| a == b).filter(|same| same.len() > 1);
    same.map(|same| (same[0].clone(), same.len())).collect()
}

/// A digest of an identifier (FNV-1a, 64 bits).
pub(super) fn digest(id: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    id.bytes().fold(start, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn walk(patent: &Patent, visit: &mut dyn FnMut(&str)) {
    patent.put(&mut Ids {
        visit,
        next: Next::Other,
    });
}

/// What the text that is heard next will be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Other,
    Id,
    /// The name of an attribute.
    Name,
    /// The value of an attribute, which is called `id`.
    NamedId,
}

/// Hears the whole record and passes on what is called `id`.
struct Ids<'v> {
    visit: &'v mut dyn FnMut(&str),
    next: Next,
}

impl Sink for Ids<'_> {
    fn text(&mut self, text: &str) {
        self.next = match self.next {
            Next::Name if matches!(text, "id" | "xml:id") => Next::NamedId,
            Next::Id => {
                // What has a blank in it was composed by a reader.
                if !text.contains(' ') {
                    (self.visit)(text);
                }
                Next::Other
            }
            _ => Next::Other,
        };
    }

    fn number(&mut self, _: i64) {}

    fn flag(&mut self, _: bool) {}

    fn begin_list(&mut self) {
        self.next = Next::Other;
    }

    fn end_list(&mut self) {}

    fn begin_fields(&mut self) {
        self.next = Next::Other;
    }

    fn field(&mut self, name: &'static str) {
        self.next = match name {
            "id" => Next::Id,
            "name" => Next::Name,
            "value" if self.next == Next::NamedId => Next::Id,
            _ => Next::Other,
        };
    }

    fn end_fields(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Attribute, Drawings, Figure, Priority};

    #[test]
    fn fields_and_attributes_called_id_are_kept() {
        let mut patent = Patent::default();
        patent.origin.attributes = vec![
            Attribute::new("id", "root"),
            Attribute::new("file", "a.xml"),
        ];
        patent.priorities.push(Priority {
            id: "ppc1".into(),
            kind: "national".into(),
            ..Priority::default()
        });
        let figure = Figure {
            id: "f0001".into(),
            number: "1".into(),
            ..Figure::default()
        };
        patent.drawings.push(Drawings {
            figures: vec![figure.clone(), figure],
            ..Drawings::default()
        });
        let digests = digests(&patent);
        assert_eq!(digests.len(), 4);
        for id in ["root", "ppc1", "f0001"] {
            assert!(digests.binary_search(&digest(id)).is_ok(), "{id}");
        }
        assert_eq!(doubles(&patent, &digests), [("f0001".into(), 2)]);
    }
}
