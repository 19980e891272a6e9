//! Languages as documents write them, as a browser and a reader understand them.

/// A language: its tag, its direction, its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Language {
    /// Empty when the document names none that is known.
    pub(crate) tag: String,
    pub(crate) direction: &'static str,
    pub(crate) name: String,
}

const NAMES: [(&str, &str); 24] = [
    ("ar", "Arabic"),
    ("bg", "Bulgarian"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hu", "Hungarian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("zh", "Chinese"),
];

impl Language {
    /// The language that is written so.
    pub(crate) fn of(written: &str) -> Self {
        let tag = written.trim().to_ascii_lowercase();
        let first = tag.split('-').next().unwrap_or_default().to_owned();
        let is_tag = tag
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !(2..=3).contains(&first.len()) || !is_tag || tag.len() > 20 {
            return Self {
                direction: "ltr",
                name: written.trim().to_owned(),
                ..Self::default()
            };
        }
        let name = NAMES.iter().find(|(known, _)| *known == first);
        let direction = match first.as_str() {
            "ar" | "he" | "fa" | "ur" | "ps" | "yi" | "dv" | "ug" | "sd" | "ckb" => "rtl",
            _ => "ltr",
        };
        Self {
            name: name.map_or_else(|| tag.to_uppercase(), |(_, name)| (*name).to_owned()),
            tag,
            direction,
        }
    }
}
