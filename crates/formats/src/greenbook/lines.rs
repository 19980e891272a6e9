//! From lines to a tree: groups, the fields in them, and their values as they stand.

use xml::Error;
use xml::tree::{Builder, Limits, Tree, Trouble};

/// Codes that open a group.
const GROUPS: &[&str] = &[
    "PATN", "INVT", "ASSG", "PRIR", "REIS", "RLAP", "CLAS", "UREF", "FREF", "OREF", "LREP", "PCTA",
    "ABST", "GOVT", "PARN", "BSUM", "DRWD", "DETD", "CLMS", "DCLM",
];

/// Makes a tree of a patent in the Green Book; it ends where the next patent begins.
///
/// # Errors
///
/// When a limit is passed.
pub fn parse<'a>(source: &'a str, limits: &Limits) -> Result<Tree<'a>, Error> {
    let mut builder = Builder::new(source, limits)?;
    let mut lines = Lines {
        source,
        value: None,
        group: false,
    };
    builder.open("greenbook", 0)?;
    let mut offset = 0;
    let mut patents = 0;
    for line in source.split_inclusive('\n') {
        if code(line) == Some("PATN") {
            patents += 1;
            if patents > 1 {
                lines.end_value(&mut builder, offset)?;
                builder.rest(offset);
                return Ok(builder.finish());
            }
        }
        lines.line(&mut builder, line, offset)?;
        offset += line.len();
    }
    lines.end_value(&mut builder, offset)?;
    if patents == 0 {
        builder.trouble(Trouble {
            kind: "truncated",
            offset: source.len(),
            message: "no line says PATN, with which a patent begins".to_owned(),
            hint: "fetch the file again; compare its size with the sender's",
            is_fatal: true,
        });
    }
    Ok(builder.finish())
}

struct Lines<'a> {
    source: &'a str,
    /// Where the value of the open field begins.
    value: Option<usize>,
    /// Whether a group is open.
    group: bool,
}

impl<'a> Lines<'a> {
    fn line(
        &mut self,
        builder: &mut Builder<'a>,
        line: &'a str,
        offset: usize,
    ) -> Result<(), Error> {
        let text = line.trim_end();
        if text.is_empty() {
            return Ok(());
        }
        let Some(code) = code(line) else {
            return self.further(builder, line, offset);
        };
        self.end_value(builder, offset)?;
        let is_group = GROUPS.contains(&code) || code.len() == 4 && text.len() == 4;
        if is_group {
            if self.group {
                builder.close();
            }
            builder.open(code, offset)?;
            self.group = true;
            if text.len() > code.len() {
                builder.open("text", offset + code.len())?;
                self.value = Some(offset + code.len());
            }
        } else {
            builder.open(code, offset)?;
            self.value = Some(offset + code.len());
        }
        Ok(())
    }

    /// A line without a code continues the value before it; where there is none, it is a text of its own.
    fn further(
        &mut self,
        builder: &mut Builder<'a>,
        line: &'a str,
        offset: usize,
    ) -> Result<(), Error> {
        if self.value.is_some() {
            return Ok(());
        }
        let name = if line.starts_with("HHHHH") {
            "head"
        } else {
            "text"
        };
        builder.open(name, offset)?;
        self.value = Some(offset);
        Ok(())
    }

    /// Closes the open field, whose value ends before `offset`.
    fn end_value(&mut self, builder: &mut Builder<'a>, offset: usize) -> Result<(), Error> {
        if let Some(start) = self.value.take() {
            builder.text(&self.source[start..offset], start)?;
            builder.close();
        }
        Ok(())
    }
}

/// The code with which a line begins: three or four capital letters or digits, and a blank or nothing after them.
fn code(line: &str) -> Option<&str> {
    let end = line
        .bytes()
        .position(|byte| !(byte.is_ascii_uppercase() || byte.is_ascii_digit()))
        .unwrap_or(line.len());
    let (code, rest) = line.split_at(end);
    let is_code = match code.len() {
        3 => rest.trim().is_empty() || rest.starts_with("  "),
        4 => rest.trim().is_empty() || rest.starts_with(' ') && code.starts_with("TBL"),
        _ => false,
    };
    (is_code && code.starts_with(|c: char| c.is_ascii_uppercase())).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        let tree = parse(source, &Limits::default()).expect("it is small");
        let mut out = Vec::new();
        let root = tree.root().expect("there is a root");
        for group in root.elements() {
            out.push(group.name().to_owned());
            for field in group.elements() {
                let text = field.text();
                let words: Vec<&str> = text.split_whitespace().collect();
                out.push(format!("{}={}", field.name(), words.join(" ")));
            }
        }
        out
    }

    #[test]
    fn lines_are_fields_in_groups() {
        let source = "PATN\nWKU  099999991\nTTL  A small\n     thing\nINVT\nNAM  Doe; J.\n\nR47  *\nXXXX\nPAR  a\nTBL3 B\n";
        let expected = [
            "PATN",
            "WKU=099999991",
            "TTL=A small thing",
            "INVT",
            "NAM=Doe; J.",
            "R47=*",
            "XXXX",
            "PAR=a",
            "TBL3=B",
        ];
        assert_eq!(paths(source), expected);
    }

    #[test]
    fn words_in_capitals_are_no_codes() {
        let source = "PATN\r\nTTL  One\r\nTWO three\r\nABST\r\nPAL  x\r\nDNA is text\r\n";
        let expected = ["PATN", "TTL=One TWO three", "ABST", "PAL=x DNA is text"];
        assert_eq!(paths(source), expected);
    }

    #[test]
    fn the_next_patent_is_left() {
        let source = "HHHHHT   APS1   ISSUE - 990101\nPATN\nWKU  1\nPATN\nWKU  2\n";
        let tree = parse(source, &Limits::default()).expect("it is small");
        assert_eq!(
            tree.rest(),
            Some(source.rfind("PATN").expect("it is there"))
        );
        assert!(tree.is_well_formed());
        assert!(
            !parse("WKU  1", &Limits::default())
                .expect("small")
                .is_well_formed()
        );
    }
}
