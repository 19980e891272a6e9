//! Characters that would mean something in Markdown.

/// Writes characters so that they mean themselves within a line.
pub(super) fn characters(text: &str, out: &mut String) {
    let mut before = out.chars().next_back();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_control() && c != '\n' {
            continue;
        }
        let next = chars.peek().copied();
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '$' => true,
            '&' => next.is_some_and(|next| next.is_ascii_alphabetic() || next == '#'),
            // Within a word an underscore is only an underscore.
            '_' => {
                let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                !(inside(before) && inside(next))
            }
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

/// A line whose first characters cannot be read as a list, a heading or a rule.
pub(super) fn line_start(line: &str) -> String {
    match line.chars().next() {
        Some('-' | '+' | '=' | '#' | '>' | ':') => return format!("\\{line}"),
        Some(c) if c.is_ascii_digit() => {}
        _ => return line.to_owned(),
    }
    let digits = line.find(|c: char| !c.is_ascii_digit());
    match digits.map(|at| line.split_at(at)) {
        Some((number, rest)) if rest.starts_with(['.', ')']) => format!("{number}\\{rest}"),
        _ => line.to_owned(),
    }
}

/// Writes an address between angle brackets; an address that could run a script becomes none.
pub(super) fn address(address: &str, out: &mut String) {
    if !crate::html::is_safe_address(address) {
        return;
    }
    for c in address.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// Text between fences longer than any run of their sign within it.
pub(super) fn fenced(text: &str) -> String {
    let mut longest = 2;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence}\n{}\n{fence}", text.trim_matches('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_start_as_text() {
        assert_eq!(line_start("1. A device"), "1\\. A device");
        assert_eq!(line_start("- x"), "\\- x");
        assert_eq!(line_start("1 x"), "1 x");
        assert_eq!(fenced("a ```` b"), "`````\na ```` b\n`````");
    }
}
