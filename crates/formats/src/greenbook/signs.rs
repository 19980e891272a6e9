//! Codes for what the character set of the Green Book lacks: Greek letters, signs, indices, exponents.
//!
//! The characters of the source are kept, and what they stand for is said beside them.
//!
//! Clause: APS special characters

use model::{Chemistry, Formula, Inline, Sign, Str, Style, Styled};

/// Names of characters that are not those of the common sets of entities.
const NAMES: &[(&str, &str)] = &[
    ("ANG", "Å"),
    ("angstrom", "Å"),
    ("apprxeq", "≈"),
    ("apprxeqless", "⪅"),
    ("asterisk", "*"),
    ("asteriskpseud", "*"),
    ("boxHr", "═"),
    ("bu", "•"),
    ("circle", "○"),
    ("circle-solid", "●"),
    ("circleincircle", "◎"),
    ("congruent", "≅"),
    ("crclbar", "⊖"),
    ("cndot", "·"),
    ("cuberoot", "∛"),
    ("dbd", "="),
    ("degree", "°"),
    ("diamond-solid", "◆"),
    ("div", "÷"),
    ("dwnarw", "↓"),
    ("epsilon", "ε"),
    ("eqvsim", "≂"),
    ("fwdarw", "→"),
    ("gtoreq", "≥"),
    ("gtorsim", "≳"),
    ("infin", "∞"),
    ("intg", "∫"),
    ("larw", "←"),
    ("lrarw", "↔"),
    ("ltoreq", "≤"),
    ("ltorsim", "≲"),
    ("multidot", "·"),
    ("notlessthan", "≮"),
    ("noteq", "≠"),
    ("ohm", "Ω"),
    ("omega", "ω"),
    ("oval", "○"),
    ("oval-solid", "●"),
    ("par", "∥"),
    ("perp", "⊥"),
    ("phi", "φ"),
    ("plusmn", "±"),
    ("quadrature", "□"),
    ("rarw", "→"),
    ("rect-solid", "▬"),
    ("root", "√"),
    ("rwdarw", "→"),
    ("sctn", "§"),
    ("sigma", "σ"),
    ("sqroot", "√"),
    ("square", "□"),
    ("square-solid", "■"),
    ("star-solid", "★"),
    ("sym", "⊕"),
    ("tbd", "≡"),
    ("times", "×"),
    ("triangle", "△"),
    ("triangle-solid", "▲"),
    ("uparw", "↑"),
    ("varies", "∝"),
];

/// Reads a line of text with its codes.
pub(super) fn inlines(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'.', b'#', &text.as_bytes()[at..]) {
        let start = at + found;
        let Some((length, inline)) = code(&text[start..]) else {
            at = start + 1;
            continue;
        };
        push_text(&mut out, &text[plain..start]);
        out.push(inline);
        at = start + length;
        plain = at;
    }
    push_text(&mut out, &text[plain..]);
    out
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        out.push(Inline::Text(text.into()));
    }
}

/// A code at the start of a text: how long it is, and what it stands for.
fn code(text: &str) -> Option<(usize, Inline)> {
    if text.starts_with("##") {
        return picture(text);
    }
    const LONG: usize = 24;
    let near = text.strip_prefix('.')?;
    let end = near[..near.floor_char_boundary(LONG.min(near.len()))].find('.')? + 1;
    let name = &text[1..end];
    match name {
        "sub" => script(text, end + 1, Style::Subscript),
        "sup" => script(text, end + 1, Style::Superscript),
        _ => {
            let meaning = meaning(name)?;
            let content = vec![Inline::Text(meaning.into())];
            Some((end + 1, sign(&text[..=end], content)))
        }
    }
}

fn meaning(name: &str) -> Option<&'static str> {
    let is_name = name.len() > 1
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    if !is_name {
        return None;
    }
    let own = NAMES.iter().find(|(key, _)| *key == name);
    own.map(|(_, meaning)| *meaning)
        .or_else(|| is_greek(name).then(|| greek(name)).flatten())
}

/// A Greek letter by its name; a name in capitals is that of the capital.
fn greek(name: &str) -> Option<&'static str> {
    let is_capital = name.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_capital {
        return xml::entity::resolve(name);
    }
    let (first, rest) = name.split_at(1);
    xml::entity::resolve(&format!("{first}{}", rest.to_ascii_lowercase()))
}

/// Whether a name is that of a Greek letter: other entities are words too, as `.and.` and `.in.` are.
fn is_greek(name: &str) -> bool {
    const GREEK: [&str; 23] = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
        "omega",
    ];
    GREEK.contains(&name.to_ascii_lowercase().as_str())
}

fn sign(written: &str, meaning: Vec<Inline>) -> Inline {
    Inline::Sign(Box::new(Sign {
        written: written.into(),
        meaning,
    }))
}

/// An index or exponent: what follows its code as far as it belongs together.
fn script(text: &str, start: usize, style: Style) -> Option<(usize, Inline)> {
    let rest = &text[start..];
    let is_script = rest.starts_with(".sub.") || rest.starts_with(".sup.");
    let inner = if rest.starts_with('.') && !is_script {
        code(rest)
    } else {
        None
    };
    let (length, content) = match inner {
        Some((length, Inline::Sign(inner))) if inner.meaning.len() == 1 => (length, inner.meaning),
        _ => {
            let length = extent(rest);
            (length, vec![Inline::Text(Str::from(&rest[..length]))])
        }
    };
    if length == 0 {
        return None;
    }
    let styled = Inline::Styled(Box::new(Styled {
        style,
        variant: Str::default(),
        content,
    }));
    Some((start + length, sign(&text[..start + length], vec![styled])))
}

/// How far an index reaches: a number with its sign, or letters of one case.
fn extent(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = usize::from(matches!(bytes.first(), Some(b'+' | b'-' | b'\'')));
    let first = at;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    if at > first {
        return at;
    }
    let case = |byte: &u8| byte.is_ascii_lowercase();
    if let Some(lower) = bytes
        .get(at)
        .filter(|byte| byte.is_ascii_alphabetic())
        .map(case)
    {
        while bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_alphabetic() && case(byte) == lower)
        {
            at += 1;
        }
    }
    at
}

/// A place where the printed patent has a picture: `##STR1##` a structure, `##EQU1##` an equation.
fn picture(text: &str) -> Option<(usize, Inline)> {
    const LONG: usize = 16;
    let near = &text[2..];
    let near = &near[..near.floor_char_boundary(LONG.min(near.len()))];
    let name = near.split_once("##")?.0;
    let digits = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let kind = &name[..name.len() - digits.len()];
    let is_name = (3..=4).contains(&kind.len())
        && digits.len() <= 6
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !is_name {
        return None;
    }
    let length = name.len() + 4;
    let content = vec![Inline::Text(text[..length].into())];
    let inline = match kind {
        "STR" => Inline::Chemistry(Box::new(Chemistry {
            number: digits.into(),
            content,
            ..Chemistry::default()
        })),
        "EQU" => Inline::Formula(Box::new(Formula {
            number: digits.into(),
            content,
            ..Formula::default()
        })),
        _ => Inline::Text(text[..length].into()),
    };
    Some((length, inline))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> String {
        let mut out = String::new();
        for inline in inlines(text) {
            match inline {
                Inline::Sign(sign) => match &sign.meaning[0] {
                    Inline::Styled(styled) => {
                        let mark = if styled.style == Style::Subscript {
                            '_'
                        } else {
                            '^'
                        };
                        out.push_str(&format!(
                            "{mark}{{{}}}",
                            model::text::plain(&styled.content)
                        ));
                    }
                    other => out.push_str(&model::text::plain(std::slice::from_ref(other))),
                },
                other => out.push_str(&model::text::plain(&[other])),
            }
        }
        out
    }

    #[test]
    fn codes_stand_for_characters() {
        for (written, expected) in [
            ("R.sub.12 and CH.sub.3R", "R_{12} and CH_{3}R"),
            ("10.sup.-3 m", "10^{-3} m"),
            ("V.sub.max, X.sub.nH", "V_{max}, X_{n}H"),
            (".alpha.-olefin at 5.degree. C.", "α-olefin at 5° C."),
            (".DELTA.T and .OMEGA.", "ΔT and Ω"),
            ("SO.sub.3.sup..crclbar. Na", "SO_{3}^{⊖} Na"),
            ("A.sub..alpha.", "A_{α}"),
            ("No. 3. See FIG. 4.", "No. 3. See FIG. 4."),
            ("e.g. one, i.e. two", "e.g. one, i.e. two"),
            ("on .and. off .lt", "on .and. off .lt"),
            ("C.sub.1 -C.sub.6", "C_{1} -C_{6}"),
            ("trailing .sub.", "trailing .sub."),
        ] {
            assert_eq!(meant(written), expected);
            assert_eq!(model::text::plain(&inlines(written)), written);
        }
    }

    #[test]
    fn pictures_are_what_they_show() {
        let found = inlines("see ##STR12## and ##EQU1## or ##x##");
        assert!(matches!(&found[1], Inline::Chemistry(one) if one.number == "12"));
        assert!(matches!(&found[3], Inline::Formula(one) if one.number == "1"));
        assert_eq!(found.len(), 5);
    }
}
