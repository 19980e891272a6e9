//! Bytes of an XML document to text.
//!
//! The order of belief: a byte order mark, the pattern of UTF-16 without one, the XML declaration,
//! UTF-8. Documents lie: what the bytes contradict is read as well as it can be and said in
//! [`Decoded::trouble`]. UTF-8 (and plain ASCII under almost any label) is not copied.

use std::borrow::Cow;
use std::fmt;

use encoding_rs::{DecoderResult, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use label::{Label, label, lookup};

mod guess;
mod label;
mod repair;

/// At most so many places of trouble are listed one by one.
const LISTED: usize = 100;

/// The text of a document and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text without byte order mark.
    pub text: Cow<'a, str>,
    /// The label in the XML declaration, as written.
    pub declared: Option<String>,
    /// The encoding that was used, by its name in the Encoding Standard.
    pub used: &'static str,
    /// Where the bytes contradict the label or themselves, in document order.
    pub trouble: Vec<Trouble>,
}

/// One place where the bytes are not what they should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Offset of the first byte concerned.
    pub offset: usize,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong with the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The label names no known encoding.
    UnknownLabel(String),
    /// The bytes cannot be in the declared encoding; the other one was used for all of them.
    Contradiction {
        /// The label, or the encoding that holds without one.
        declared: String,
        /// The encoding used instead.
        used: &'static str,
    },
    /// Bytes that no character has were replaced by U+FFFD.
    Replaced,
    /// A byte that is not UTF-8 was read as windows-1252.
    Repaired(char),
    /// So many more places follow that are not listed.
    More(usize),
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownLabel(label) => write!(f, "unknown encoding \"{label}\""),
            Self::Contradiction { declared, used } => {
                write!(f, "the bytes are not {declared}; read as {used}")
            }
            Self::Replaced => f.write_str("invalid bytes replaced by U+FFFD"),
            Self::Repaired(c) => write!(f, "invalid byte read as windows-1252 \"{c}\""),
            Self::More(count) => write!(f, "{count} more places are not listed"),
        }
    }
}

/// Decodes the bytes of an XML document.
///
/// ```
/// let decoded = xml::encoding::decode(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>");
/// assert!(decoded.text.ends_with("<a>é</a>"));
/// assert_eq!(decoded.used, "windows-1252");
/// ```
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return marked(bytes, encoding, mark);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let mut decoded = with(encoding, bytes, None);
        decoded.declared = label(decoded.text.as_bytes()).map(|label| label.text.to_owned());
        return decoded;
    }
    match label(bytes) {
        Some(label) => labeled(bytes, &label),
        None => utf8(bytes, None),
    }
}

/// Bytes that are UTF-8, as text; checked many at a time, which counts where the letters are not Latin.
#[must_use]
pub fn as_utf8(bytes: &[u8]) -> Option<&str> {
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes)? {
        Cow::Borrowed(text) => Some(text),
        Cow::Owned(_) => None,
    }
}

/// A byte order mark is believed; a declaration that says otherwise is reported.
fn marked<'a>(bytes: &'a [u8], encoding: &'static Encoding, mark: usize) -> Decoded<'a> {
    let body = &bytes[mark..];
    let mut decoded = if encoding == UTF_8 {
        utf8(body, None)
    } else {
        with(encoding, body, None)
    };
    for trouble in &mut decoded.trouble {
        trouble.offset += mark;
    }
    let Some(label) = label(decoded.text.as_bytes()) else {
        return decoded;
    };
    let label = label.text.to_owned();
    let agrees = lookup(&label).is_some_and(|declared| {
        declared == encoding || (declared == UTF_16LE && encoding == UTF_16BE)
    });
    if !agrees {
        let what = What::Contradiction {
            declared: label.clone(),
            used: decoded.used,
        };
        decoded.trouble.insert(0, Trouble { offset: 0, what });
    }
    decoded.declared = Some(label);
    decoded
}

fn labeled<'a>(bytes: &'a [u8], label: &Label<'_>) -> Decoded<'a> {
    let declared = Some(label.text.to_owned());
    let Some(encoding) = lookup(label.text) else {
        let unknown = What::UnknownLabel(label.text.to_owned());
        let mut decoded = match as_utf8(bytes) {
            Some(text) => Decoded {
                text: text.into(),
                declared,
                used: "UTF-8",
                trouble: Vec::new(),
            },
            None => with(WINDOWS_1252, bytes, declared),
        };
        decoded.trouble.insert(
            0,
            Trouble {
                offset: label.offset,
                what: unknown,
            },
        );
        return decoded;
    };
    if encoding == UTF_8 {
        return utf8(bytes, declared);
    }
    // The declaration could be read as ASCII, so UTF-16 is impossible. A text of single bytes is
    // hardly ever UTF-8 by chance.
    let impossible = encoding == UTF_16LE || encoding == UTF_16BE;
    let doubtful = encoding.is_single_byte() && !bytes.is_ascii();
    if impossible || (doubtful && as_utf8(bytes).is_some()) {
        let mut decoded = utf8(bytes, declared);
        let what = What::Contradiction {
            declared: label.text.to_owned(),
            used: decoded.used,
        };
        decoded.trouble.insert(
            0,
            Trouble {
                offset: label.offset,
                what,
            },
        );
        return decoded;
    }
    with(encoding, bytes, declared)
}

/// UTF-8 without a copy, or what can be saved of it.
fn utf8(bytes: &[u8], declared: Option<String>) -> Decoded<'_> {
    if let Some(text) = as_utf8(bytes) {
        return Decoded {
            text: text.into(),
            declared,
            used: "UTF-8",
            trouble: Vec::new(),
        };
    }
    let invalid = Encoding::utf8_valid_up_to(bytes);
    let guessed = guess::east_asian(bytes);
    if guessed.is_some() || repair::is_latin(bytes) {
        let encoding = guessed.unwrap_or(WINDOWS_1252);
        let what = What::Contradiction {
            declared: "UTF-8".to_owned(),
            used: encoding.name(),
        };
        let mut decoded = with(encoding, bytes, declared);
        decoded.trouble.insert(
            0,
            Trouble {
                offset: invalid,
                what,
            },
        );
        return decoded;
    }
    let (text, trouble) = repair::mixed(bytes);
    Decoded {
        text: text.into(),
        declared,
        used: "UTF-8",
        trouble: trouble.finish(),
    }
}

/// Any other encoding; invalid bytes become U+FFFD.
fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8], declared: Option<String>) -> Decoded<'a> {
    let used = encoding.name();
    if encoding != ISO_2022_JP
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Decoded {
            text,
            declared,
            used,
            trouble: Vec::new(),
        };
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut trouble = List::default();
    let mut at = 0;
    loop {
        let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len() - at);
        text.reserve(room.unwrap_or(64).clamp(16, 1 << 20));
        let (result, read) =
            decoder.decode_to_string_without_replacement(&bytes[at..], &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(bad, after) => {
                let start = at.saturating_sub(usize::from(bad) + usize::from(after));
                trouble.push(start, What::Replaced);
                text.push('\u{FFFD}');
            }
        }
    }
    Decoded {
        text: text.into(),
        declared,
        used,
        trouble: trouble.finish(),
    }
}

/// `<?` in two bytes each.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, second, 0, ..] if *second != 0 => Some(UTF_16LE),
        [0, b'<', 0, second, ..] if *second != 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Collects trouble, up to [`LISTED`] places.
#[derive(Default)]
struct List {
    listed: Vec<Trouble>,
    more: Option<(usize, usize)>,
}

impl List {
    fn push(&mut self, offset: usize, what: What) {
        if self.listed.len() < LISTED {
            self.listed.push(Trouble { offset, what });
        } else {
            self.more.get_or_insert((offset, 0)).1 += 1;
        }
    }

    fn finish(mut self) -> Vec<Trouble> {
        if let Some((offset, count)) = self.more {
            self.listed.push(Trouble {
                offset,
                what: What::More(count),
            });
        }
        self.listed
    }
}
