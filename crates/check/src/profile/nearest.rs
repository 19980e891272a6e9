//! The known name that is most like one that is not known.

/// The name of `known` that takes the fewest changes; the first of several, empty when there is none.
pub(super) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> &'k str {
    known
        .min_by_key(|known| distance(name, known))
        .unwrap_or_default()
}

/// How many characters must be changed, added or taken away to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.chars().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.chars().count()]
}
