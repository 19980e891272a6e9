//! Tables in columns of characters.

use super::lines::wrap;

/// A cell: its column, how many columns it takes, its words.
pub(crate) type Words = (usize, usize, String);

/// Columns of a table as wide as a line.
const ROOM: usize = 100;

/// Writes `rows` in aligned columns; a line stands below the first `heads` rows.
pub(crate) fn aligned(columns: usize, rows: &[Vec<Words>], heads: usize) -> String {
    let widths = widths(columns, rows);
    let mut out = String::new();
    for (index, row) in rows.iter().enumerate() {
        if heads > 0 && index == heads {
            rule(&widths, &mut out);
        }
        cells(row, &widths, &mut out);
    }
    if heads > 0 && heads >= rows.len() {
        rule(&widths, &mut out);
    }
    out
}

fn widths(columns: usize, rows: &[Vec<Words>]) -> Vec<usize> {
    let mut wanted = vec![1; columns];
    let mut least = vec![1; columns];
    for (column, span, words) in rows.iter().flatten() {
        if *span != 1 || *column >= columns {
            continue;
        }
        let lines = words.split('\n').map(|line| line.chars().count());
        wanted[*column] = wanted[*column].max(lines.max().unwrap_or_default());
        let longest = words.split_whitespace().map(|word| word.chars().count());
        least[*column] = least[*column].max(longest.max().unwrap_or_default());
    }
    let room = ROOM.saturating_sub(columns.saturating_sub(1) * 2);
    loop {
        let total: usize = wanted.iter().sum();
        if total <= room {
            return wanted;
        }
        let widest = (0..columns)
            .filter(|column| wanted[*column] > least[*column])
            .max_by_key(|column| wanted[*column]);
        let Some(widest) = widest else {
            return wanted;
        };
        let less = (total - room).min(wanted[widest] - least[widest]);
        let step = less.min((wanted[widest] / 4).max(1));
        wanted[widest] -= step;
    }
}

fn rule(widths: &[usize], out: &mut String) {
    let parts: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    out.push_str(&parts.join("  "));
    out.push('\n');
}

fn cells(row: &[Words], widths: &[usize], out: &mut String) {
    let lines: Vec<(usize, usize, Vec<&str>)> = row
        .iter()
        .map(|(column, span, words)| {
            let end = (column + span).min(widths.len()).max(column + 1);
            let taken = widths.get(*column..end).unwrap_or_default();
            let room = taken.iter().sum::<usize>() + 2 * taken.len().saturating_sub(1);
            let room = room.max(8.min(words.chars().count()));
            let lines = words.split('\n').flat_map(|line| wrap(line, room.max(1)));
            (*column, room, lines.collect())
        })
        .collect();
    let height = lines.iter().map(|(_, _, lines)| lines.len()).max();
    for index in 0..height.unwrap_or_default() {
        let mut line = String::new();
        for (column, _, words) in &lines {
            let Some(words) = words.get(index) else {
                continue;
            };
            let at: usize = widths.iter().take(*column).map(|width| width + 2).sum();
            let now = line.chars().count();
            let gap = at.saturating_sub(now).max(if now == 0 { 0 } else { 2 });
            line.push_str(&" ".repeat(gap));
            line.push_str(words);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let rows = vec![
            vec![(0, 1, "a".to_owned()), (1, 1, "head".to_owned())],
            vec![(0, 1, "long".to_owned()), (1, 1, "x".to_owned())],
            vec![(0, 2, "over both".to_owned())],
        ];
        assert_eq!(
            aligned(2, &rows, 1),
            "a     head\n----  ----\nlong  x\nover both\n"
        );
    }
}
