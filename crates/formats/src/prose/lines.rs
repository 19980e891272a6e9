//! Lines within frames: indentation, list markers, blank lines, wrapping.

/// Lines of text as they are written, each behind the marks of the frames that are open.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    out: &'a mut String,
    frames: Vec<Frame>,
    width: Option<usize>,
    blank_due: bool,
    /// Whether nothing was written yet.
    fresh: bool,
}

#[derive(Debug)]
struct Frame {
    first: String,
    rest: String,
    used: bool,
}

impl<'a> Lines<'a> {
    /// Lines which are wrapped after `width` columns.
    pub(crate) fn new(width: Option<usize>, out: &'a mut String) -> Self {
        Self {
            out,
            frames: Vec::new(),
            width,
            blank_due: false,
            fresh: true,
        }
    }

    /// Opens a frame: its first line begins with `first`, all others with `rest`.
    pub(crate) fn open(&mut self, first: &str, rest: &str) {
        self.frames.push(Frame {
            first: first.into(),
            rest: rest.into(),
            used: false,
        });
    }

    /// Closes the newest frame.
    pub(crate) fn close(&mut self) {
        self.frames.pop();
    }

    /// Asks for a blank line before what follows.
    pub(crate) fn blank(&mut self) {
        self.blank_due = true;
    }

    /// Writes a paragraph with blank lines around it.
    pub(crate) fn block(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.blank_due = true;
        self.tight(text);
        self.blank_due = true;
    }

    /// Writes a paragraph right after what stands before it.
    pub(crate) fn tight(&mut self, text: &str) {
        for line in text.split('\n') {
            match self.width {
                Some(width) => self.wrapped(line, width),
                None => self.line(line),
            }
        }
    }

    /// Writes lines as they are.
    pub(crate) fn verbatim(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.blank_due = true;
        for line in text.trim_end_matches('\n').split('\n') {
            self.line(line);
        }
        self.blank_due = true;
    }

    fn wrapped(&mut self, text: &str, width: usize) {
        let indent: usize = self.frames.iter().map(|frame| frame.rest.len()).sum();
        let room = width.saturating_sub(indent).max(30);
        for line in wrap(text, room) {
            self.line(line.trim_end());
        }
    }

    fn line(&mut self, line: &str) {
        if self.blank_due && !self.fresh {
            self.blank_line();
        }
        self.blank_due = false;
        self.fresh = false;
        let start = self.out.len();
        for frame in &mut self.frames {
            let mark = if frame.used {
                &frame.rest
            } else {
                &frame.first
            };
            self.out.push_str(mark);
            frame.used = true;
        }
        self.out.push_str(line);
        let end = self.out.trim_end_matches([' ', '\t']).len().max(start);
        if line.trim().is_empty() {
            self.out.truncate(end);
        }
        self.out.push('\n');
    }

    fn blank_line(&mut self) {
        if !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// Lines of at most `room` characters, broken at blanks; a longer word stays whole.
pub(crate) fn wrap(text: &str, room: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut last_blank = None;
    let mut column = 0;
    for (index, c) in text.char_indices() {
        if c == ' ' && index > start {
            if column > room
                && let Some(blank) = last_blank
            {
                out.push(&text[start..blank]);
                start = blank + 1;
                column = text[start..index].chars().count();
            }
            last_blank = Some(index);
        }
        column += 1;
    }
    if column > room
        && let Some(blank) = last_blank.filter(|blank| *blank > start)
    {
        out.push(&text[start..blank]);
        start = blank + 1;
    }
    out.push(&text[start..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole() {
        assert_eq!(wrap("aa bb cc", 5), ["aa bb", "cc"]);
        assert_eq!(wrap("aaaaaaaa b", 3), ["aaaaaaaa", "b"]);
        assert_eq!(wrap("", 3), [""]);
    }

    #[test]
    fn frames_mark_lines() {
        let mut out = String::new();
        let mut lines = Lines::new(None, &mut out);
        lines.open("- ", "  ");
        lines.block("one");
        lines.block("two\nthree");
        lines.close();
        lines.block("four");
        assert_eq!(out, "- one\n\n  two\n  three\n\nfour\n");
    }
}
