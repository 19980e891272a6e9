//! Named characters: `&agr;` and 2,427 others.
//!
//! The DTDs of patent documents declare some 2,400 entities that stand for characters, and a
//! reader that fetches nothing must know them by heart. The table of the XML parser is not used:
//! it is wrong (quick-xml 0.42 gives `;` for `alpha` and cuts every code point from U+0100 to
//! U+052F in half).

mod html;
mod office;

/// Gives the text that a named character entity stands for.
///
/// The name comes without `&` and `;` and in its own case. The five names of XML itself are in
/// the table too, so that the caller decides what to do with `lt` and `amp`.
///
/// ```
/// assert_eq!(xml::entity::resolve("alpha"), Some("α"));
/// assert_eq!(xml::entity::resolve("b.alpha"), Some("\u{1D6C2}"));
/// assert_eq!(xml::entity::resolve("no-such-name"), None);
/// ```
pub fn resolve(name: &str) -> Option<&'static str> {
    find(&html::HTML, name).or_else(|| find(&office::OFFICE, name))
}

fn find(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    let index = table.binary_search_by(|(key, _)| (*key).cmp(name)).ok()?;
    Some(table[index].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_disjoint() {
        assert!(html::HTML.is_sorted_by(|a, b| a.0 < b.0));
        assert!(office::OFFICE.is_sorted_by(|a, b| a.0 < b.0));
        for (name, _) in office::OFFICE {
            assert_eq!(find(&html::HTML, name), None, "{name} is in both tables");
        }
    }

    #[test]
    fn no_text_is_empty_or_long() {
        for (name, text) in html::HTML.iter().chain(&office::OFFICE) {
            assert!(!name.is_empty());
            assert!((1..=2).contains(&text.chars().count()), "{name}");
        }
    }
}
