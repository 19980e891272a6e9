//! What a check has to say.

use std::fmt;

/// Something that breaks a house rule, with the way to put it right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the workspace.
    pub path: String,
    /// The line, counted from one, where there is one.
    pub line: Option<usize>,
    /// The function or name that is concerned, for exceptions.
    pub item: Option<String>,
    /// What is wrong.
    pub what: String,
    /// How to put it right.
    pub remedy: String,
}

impl Problem {
    /// A problem with a whole file.
    pub(crate) fn file(path: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: None,
            item: None,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// The same problem at a line.
    pub(crate) fn at(self, line: usize) -> Self {
        Self {
            line: Some(line),
            ..self
        }
    }

    /// The same problem about a named item.
    pub(crate) fn about(self, item: &str) -> Self {
        Self {
            item: Some(item.to_owned()),
            ..self
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}. {}", self.what, self.remedy)
    }
}

/// The problems and the notes of one or more checks.
#[derive(Debug, Default)]
pub struct Report {
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// What is worth knowing and stops nobody.
    pub notes: Vec<String>,
}

impl Report {
    pub(crate) fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.problems.append(&mut other.problems);
        self.notes.append(&mut other.notes);
    }
}
