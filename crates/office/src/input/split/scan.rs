//! Finds where documents begin, looking at each byte once.

use memchr::{memchr, memchr2, memmem, memrchr};

use crate::input::sniff::{BOM, is_blank};

/// What the scanner remembers between two blocks; positions count in the splitter's buffer.
#[derive(Debug)]
pub(super) struct Scanner {
    /// The byte order mark of the text.
    mark: &'static [u8],
    at: usize,
    state: State,
    opened: usize,
    comments_from: usize,
    sections_from: usize,
    /// Whether documents are patents in the Green Book, and where the line of the last one stands.
    patents: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Markup,
    Comment,
    Section,
    Instruction,
}

/// What stands at a `<!` or `<?`.
enum Opener {
    Comment,
    Section,
    Declaration,
    Doctype,
    Instruction,
    Nothing,
    Unknown,
}

impl Default for Scanner {
    fn default() -> Self {
        Self::new(BOM)
    }
}

impl Scanner {
    /// A scanner of a text with this byte order mark.
    pub(super) fn new(mark: &'static [u8]) -> Self {
        Self {
            mark,
            at: 0,
            state: State::default(),
            opened: 0,
            comments_from: 0,
            sections_from: 0,
            patents: None,
        }
    }

    /// A scanner of patents in the text of the Green Book.
    pub(super) fn of_patents() -> Self {
        Self {
            patents: Some(usize::MAX),
            ..Self::default()
        }
    }

    /// The next position at which a document begins, or `None` when more bytes are needed.
    pub(super) fn next_cut(&mut self, text: &[u8], start: usize, ended: bool) -> Option<usize> {
        if let Some(last) = self.patents {
            return self.next_patent(last, text, start, ended);
        }
        loop {
            match self.state {
                State::Markup => match self.in_markup(text, start, ended) {
                    Step::Again => {}
                    Step::More => return None,
                    Step::Cut(position) => return Some(position),
                },
                State::Comment => self.close(text, b"-->")?,
                State::Section => self.close(text, b"]]>")?,
                State::Instruction => self.in_instruction(text, start, ended)?,
            }
        }
    }

    /// Takes back a comment or CDATA section that is not closed before `end`.
    ///
    /// Returns whether there was one; then the text behind its beginning is to be looked at again.
    pub(super) fn reopen(&mut self, start: usize, end: usize) -> bool {
        match self.state {
            State::Comment => self.comments_from = end,
            State::Section => self.sections_from = end,
            State::Markup | State::Instruction => return false,
        }
        self.state = State::Markup;
        self.at = (self.opened + 2).max(start);
        true
    }

    /// Begins at `position`.
    pub(super) fn skip_to(&mut self, position: usize) {
        self.at = position;
    }

    /// The first byte that will be looked at again.
    pub(super) fn needed(&self) -> usize {
        self.at.saturating_sub(2)
    }

    /// Follows the text as it moves `count` bytes to the front.
    pub(super) fn shift(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
        self.opened = self.opened.saturating_sub(count);
        if let Some(last) = self.patents.filter(|last| *last != usize::MAX) {
            self.patents = Some(last.saturating_sub(count));
        }
        self.comments_from = self.comments_from.saturating_sub(count);
        self.sections_from = self.sections_from.saturating_sub(count);
    }

    /// The next line that begins a patent, where one stands before it in the same document; a head belongs to the
    /// patent behind it.
    fn next_patent(
        &mut self,
        mut last: usize,
        text: &[u8],
        start: usize,
        ended: bool,
    ) -> Option<usize> {
        const CODE: &[u8] = b"PATN";
        const LONG: usize = 200;
        loop {
            let Some(hit) = memmem::find(&text[self.at..], CODE).map(|hit| self.at + hit) else {
                self.at = self.at.max(text.len().saturating_sub(CODE.len() - 1));
                return None;
            };
            let behind = &text[hit + CODE.len()..];
            let end = behind
                .iter()
                .take(LONG)
                .position(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
            if end.is_none() && !ended && behind.len() < LONG {
                self.at = hit;
                return None;
            }
            self.at = hit + CODE.len();
            let begins = hit == start || matches!(text[hit - 1], b'\n' | b'\r');
            let ends = end.map_or(behind.len() < LONG, |end| behind[end] == b'\n');
            if begins && ends {
                let is_second = last != usize::MAX && (start..hit).contains(&last);
                last = hit;
                self.patents = Some(hit);
                if is_second {
                    return Some(hit);
                }
            }
        }
    }

    fn in_markup(&mut self, text: &[u8], start: usize, ended: bool) -> Step {
        let Some(hit) = memchr2(b'!', b'?', &text[self.at..]).map(|hit| self.at + hit) else {
            self.at = text.len();
            return Step::More;
        };
        if hit == start || text[hit - 1] != b'<' {
            self.at = hit + 1;
            return Step::Again;
        }
        let open = hit - 1;
        let mut enter = |state: State, length: usize| {
            self.state = state;
            self.opened = open;
            self.at = open + length;
            Step::Again
        };
        match opener(&text[open..], ended) {
            Opener::Unknown => {
                self.at = hit;
                Step::More
            }
            Opener::Comment if open >= self.comments_from => enter(State::Comment, 4),
            Opener::Section if open >= self.sections_from => enter(State::Section, 9),
            Opener::Instruction => enter(State::Instruction, 2),
            Opener::Declaration => {
                self.at = open + 5;
                boundary(&text[start..open], self.mark)
                    .map_or(Step::Again, |before| Step::Cut(start + before))
            }
            Opener::Doctype => {
                self.at = open + 9;
                let before = &text[start..open];
                boundary(before, self.mark)
                    .filter(|_| follows_end_tag(before, self.mark))
                    .map_or(Step::Again, |before| Step::Cut(start + before))
            }
            Opener::Comment | Opener::Section | Opener::Nothing => {
                self.at = hit + 1;
                Step::Again
            }
        }
    }

    /// Goes on behind the end of a comment or CDATA section.
    fn close(&mut self, text: &[u8], end: &[u8]) -> Option<()> {
        if let Some(hit) = memmem::find(&text[self.at..], end) {
            self.at += hit + end.len();
            self.state = State::Markup;
            return Some(());
        }
        self.at = self.at.max(text.len().saturating_sub(end.len() - 1));
        None
    }

    /// Goes on behind the end of a processing instruction, or at the XML declaration that shows it was never closed.
    fn in_instruction(&mut self, text: &[u8], start: usize, ended: bool) -> Option<()> {
        let Some(hit) = memchr(b'?', &text[self.at..]).map(|hit| self.at + hit) else {
            self.at = text.len();
            return None;
        };
        if hit + 1 == text.len() && !ended {
            self.at = hit;
            return None;
        }
        if text.get(hit + 1) == Some(&b'>') {
            self.at = hit + 2;
            self.state = State::Markup;
            return Some(());
        }
        self.at = hit + 1;
        let open = hit - 1;
        if open < start || text[open] != b'<' {
            return Some(());
        }
        match opener(&text[open..], ended) {
            Opener::Unknown => {
                self.at = hit;
                return None;
            }
            Opener::Declaration if follows_end_tag(&text[start..open], self.mark) => {
                self.at = hit;
                self.state = State::Markup;
            }
            _ => {}
        }
        Some(())
    }
}

enum Step {
    Again,
    More,
    Cut(usize),
}

fn opener(text: &[u8], ended: bool) -> Opener {
    const COMMENT: &[u8] = b"<!--";
    const SECTION: &[u8] = b"<![CDATA[";
    const DECLARATION: &[u8] = b"<?xml";
    const DOCTYPE: &[u8] = b"<!DOCTYPE";
    let may_become = |whole: &[u8]| !ended && whole.starts_with(text);
    if text.starts_with(COMMENT) {
        Opener::Comment
    } else if text.starts_with(SECTION) {
        Opener::Section
    } else if text.starts_with(DOCTYPE) {
        Opener::Doctype
    } else if [COMMENT, SECTION, DECLARATION, DOCTYPE]
        .into_iter()
        .any(may_become)
    {
        Opener::Unknown
    } else if text.starts_with(DECLARATION) && text.get(5).is_some_and(is_blank) {
        Opener::Declaration
    } else if text.starts_with(b"<?") {
        Opener::Instruction
    } else {
        Opener::Nothing
    }
}

/// Where a document begins whose XML declaration stands behind `before`, if one begins there.
fn boundary(before: &[u8], mark: &[u8]) -> Option<usize> {
    let before = before.strip_suffix(mark).unwrap_or(before);
    let last = before.iter().rposition(|byte| !is_blank(byte))?;
    if &before[..=last] == mark {
        return None;
    }
    let on_new_line = before.ends_with(b"\n") || before.ends_with(b"\r");
    (before[last] == b'>' || on_new_line).then_some(before.len())
}

/// Whether the last thing but white space is an end tag or an empty element: a document may be complete there.
fn follows_end_tag(before: &[u8], mark: &[u8]) -> bool {
    let before = before.strip_suffix(mark).unwrap_or(before);
    let Some(last) = before.iter().rposition(|byte| !is_blank(byte)) else {
        return false;
    };
    let before = &before[..=last];
    let tag = || memrchr(b'<', before).map(|open| &before[open..]);
    before.ends_with(b">")
        && (before.ends_with(b"/>") || tag().is_some_and(|tag| tag.starts_with(b"</")))
}
