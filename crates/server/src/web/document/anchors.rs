//! On which page each place of a document stands.

use super::super::address;
use super::figures;
use formats::html;
use model::Patent;
use std::collections::BTreeMap;

/// A page with running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    Claims,
    Description,
    Other,
}

/// The addresses of places, seen from one page.
#[derive(Debug)]
pub(super) struct Anchors {
    href: String,
    page: Page,
    claims: Vec<String>,
    drawings: BTreeMap<String, String>,
}

impl Anchors {
    /// The places of a patent under its key, seen from `page`.
    pub(super) fn of(patent: &Patent, key: &str, page: Page) -> Self {
        let href = address::document(key);
        let sets = patent.claim_sets.iter();
        let claims = sets.flat_map(|set| {
            let ids = set.claims.iter().map(|claim| &claim.id);
            std::iter::once(&set.id).chain(ids)
        });
        let mut drawings = BTreeMap::new();
        let mut add = |id: &str, address: String| {
            if let Some(anchor) = html::anchor(id) {
                drawings.entry(anchor).or_insert(address);
            }
        };
        for (index, place) in figures::places(patent).into_iter().enumerate() {
            for id in place.ids {
                add(id, format!("{href}/drawings/{}", index + 1));
            }
        }
        for set in &patent.drawings {
            add(&set.id, format!("{href}/drawings"));
        }
        // Documents of the United States name all drawings by one word, without an element of that name.
        add("DRAWINGS", format!("{href}/drawings"));
        Self {
            claims: claims.filter_map(|id| html::anchor(id)).collect(),
            href,
            page,
            drawings,
        }
    }

    /// The address of an anchor.
    pub(super) fn address(&self, anchor: &str) -> String {
        if let Some(address) = self.drawings.get(anchor) {
            return address.clone();
        }
        let is_claim = self.claims.iter().any(|claim| claim == anchor);
        match (is_claim, self.page) {
            (true, Page::Claims) | (false, Page::Description) => format!("#{anchor}"),
            (true, _) => format!("{}/claims#{anchor}", self.href),
            (false, _) => format!("{}/description#{anchor}", self.href),
        }
    }
}
