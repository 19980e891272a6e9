//! Why a profile cannot be used.

/// Why a profile cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is no TOML.
    #[error("the profile is not readable as TOML")]
    Toml(#[from] toml::de::Error),
    /// A key is not known, or its value is of another kind.
    #[error("the profile has `{key}`, which must be {wanted}")]
    Key {
        /// The key as written.
        key: String,
        /// What may stand there.
        wanted: &'static str,
    },
    /// A rule is named that does not exist.
    #[error("there is no rule `{name}`; did you mean `{nearest}`?")]
    UnknownRule {
        /// The name as written.
        name: String,
        /// The rule or group whose name is most like it.
        nearest: String,
    },
    /// A severity is none.
    #[error("`{level}` is no severity for `{name}`; write error, warning, info or off")]
    Level {
        /// The rule.
        name: String,
        /// The severity as written.
        level: String,
    },
}
