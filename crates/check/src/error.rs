//! Why a profile cannot be used.

/// Why a profile cannot be used, with the line of the profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is no TOML.
    #[error("line {line}: this is no TOML: {problem}; names of rules stand in quotes")]
    Toml {
        /// The line.
        line: usize,
        /// What the reader of TOML says.
        problem: String,
    },
    /// A key is not known.
    #[error(
        "line {line}: a profile has no `{key}`; did you mean `{nearest}`? It may hold name, version and the table \
         [severity]"
    )]
    Key {
        /// The line.
        line: usize,
        /// The key as written.
        key: String,
        /// The key whose name is most like it.
        nearest: String,
    },
    /// The value of a key is of another kind.
    #[error("line {line}: `{key}` must be {wanted}")]
    Value {
        /// The line.
        line: usize,
        /// The key.
        key: String,
        /// What may stand there.
        wanted: &'static str,
    },
    /// A rule is named that does not exist.
    #[error("line {line}: there is no rule `{name}`; did you mean `{nearest}`?")]
    UnknownRule {
        /// The line.
        line: usize,
        /// The name as written.
        name: String,
        /// The rule or group whose name is most like it.
        nearest: String,
    },
    /// A severity is none.
    #[error(
        "line {line}: `{level}` is no severity for `{name}`; write error, warning, info or off"
    )]
    Level {
        /// The line.
        line: usize,
        /// The rule.
        name: String,
        /// The severity as written.
        level: String,
    },
}
