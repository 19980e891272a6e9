//! Tables of a Markdown document.

/// One row: the line on which it stands and its cells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    pub(crate) line: usize,
    pub(crate) cells: Vec<&'a str>,
}

/// The rows of the first table after the heading, without the header row and its rule.
pub(crate) fn under_heading<'a>(text: &'a str, heading: &str) -> Option<Vec<Row<'a>>> {
    let mut lines = text.lines().enumerate();
    lines.find(|(_, line)| {
        line.starts_with('#') && line.trim_start_matches('#').trim() == heading
    })?;
    let rows: Vec<Row<'_>> = lines
        .take_while(|(_, line)| !line.starts_with('#'))
        .skip_while(|(_, line)| !line.starts_with('|'))
        .take_while(|(_, line)| line.starts_with('|'))
        .skip(2)
        .map(|(index, line)| Row {
            line: index + 1,
            cells: cells(line),
        })
        .collect();
    Some(rows)
}

/// The names in a cell: words without Markdown's marks; `-` is no name.
pub(crate) fn names(cell: &str) -> Vec<&str> {
    cell.split([' ', ','])
        .map(bare)
        .filter(|word| !word.is_empty() && *word != "-")
        .collect()
}

/// A cell without bold, code and space around it.
pub(crate) fn bare(cell: &str) -> &str {
    cell.trim_matches(['*', '`', ' '])
}

fn cells(line: &str) -> Vec<&str> {
    line.trim()
        .trim_matches('|')
        .split('|')
        .map(str::trim)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_table_under_its_heading() {
        let text = "# A\n| x |\n|--|\n| no |\n## B\nwords\n\n| x | y |\n|---|---|\n| **m** | `a`, b |\n\nend\n| z |";
        let rows = under_heading(text, "B").expect("the heading is there");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].line, 10);
        assert_eq!(bare(rows[0].cells[0]), "m");
        assert_eq!(names(rows[0].cells[1]), ["a", "b"]);
        assert!(under_heading(text, "C").is_none());
    }
}
