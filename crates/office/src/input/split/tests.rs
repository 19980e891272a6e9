use std::io::{self, Read};

use proptest::collection::vec;
use proptest::prelude::*;

use super::{BLOCK, Splitter, Wide};
use crate::input::sniff::Order;

/// Gives out its bytes in pieces of the given sizes, over and over.
struct Blocks<'a> {
    bytes: &'a [u8],
    sizes: &'a [usize],
    turn: usize,
}

impl Read for Blocks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes[self.turn % self.sizes.len()].min(buffer.len());
        self.turn += 1;
        let count = (&self.bytes[..size.min(self.bytes.len())]).read(buffer)?;
        self.bytes = &self.bytes[count..];
        Ok(count)
    }
}

type Cut = (u64, u64, Vec<u8>);

fn split_in(bytes: &[u8], sizes: &[usize], limit: u64) -> (Vec<Cut>, usize) {
    let mut splitter = Splitter::new(
        Blocks {
            bytes,
            sizes,
            turn: 0,
        },
        Vec::new(),
        limit,
    );
    let mut cuts = Vec::new();
    let mut gaps = 0;
    loop {
        match splitter.next() {
            Ok(Some(piece)) => cuts.push((piece.offset, piece.line, piece.bytes.to_vec())),
            Ok(None) => return (cuts, gaps),
            Err(gap) => {
                assert!(gap.source.is_none());
                gaps += 1;
            }
        }
    }
}

fn split(text: &str) -> Vec<String> {
    let (whole, _) = split_in(text.as_bytes(), &[usize::MAX], u64::MAX);
    for size in 1..text.len().clamp(2, 80) {
        assert_eq!(
            split_in(text.as_bytes(), &[size], u64::MAX).0,
            whole,
            "blocks of {size}"
        );
    }
    for at in 1..text.len().max(2) {
        let sizes = [at, text.len()];
        assert_eq!(
            split_in(text.as_bytes(), &sizes, u64::MAX).0,
            whole,
            "block end at {at}"
        );
    }
    let mut end = text.len() - text.trim_start_matches([' ', '\t', '\r', '\n']).len();
    for (offset, line, bytes) in &whole {
        assert_eq!(*offset as usize, end, "the documents tile the text");
        assert_eq!(*line as usize, 1 + text[..end].matches('\n').count());
        end += bytes.len();
    }
    assert_eq!(end, text.len());
    whole
        .into_iter()
        .map(|(_, _, bytes)| String::from_utf8(bytes).unwrap())
        .collect()
}

/// The same rules, told as simply as possible over the whole text.
fn naive(text: &[u8]) -> Vec<usize> {
    let blank = |byte: &u8| b" \t\r\n".contains(byte);
    let find = |from: usize, what: &[u8]| {
        (from..text.len())
            .find(|at| text[*at..].starts_with(what))
            .map(|at| at + what.len())
    };
    let Some(first) = text.iter().position(|byte| !blank(byte)) else {
        return Vec::new();
    };
    let follows_end = |before: &[u8]| {
        let before = before.strip_suffix(b"\xEF\xBB\xBF").unwrap_or(before);
        let before = before.trim_ascii_end();
        let open = before.iter().rposition(|byte| *byte == b'<');
        let tag = open.map_or(&b""[..], |open| &before[open..]);
        before.ends_with(b"/>") || tag.starts_with(b"</") && tag.ends_with(b">")
    };
    let mut starts = vec![first];
    let mut at = first;
    while at < text.len() {
        let rest = &text[at..];
        let start = *starts.last().unwrap();
        if rest.starts_with(b"<!--") {
            at = find(at + 4, b"-->").unwrap_or(at + 2);
        } else if rest.starts_with(b"<![CDATA[") {
            at = find(at + 9, b"]]>").unwrap_or(at + 2);
        } else if rest.starts_with(b"<?xml") && rest.get(5).is_some_and(blank) {
            let before = &text[start..at];
            let before = before.strip_suffix(b"\xEF\xBB\xBF").unwrap_or(before);
            let trimmed = before.trim_ascii_end();
            let new_line = before.last().is_some_and(|byte| b"\r\n".contains(byte));
            let first = trimmed.is_empty() || trimmed == b"\xEF\xBB\xBF";
            if !first && (trimmed.ends_with(b">") || new_line) {
                starts.push(start + before.len());
            }
            at += 5;
        } else if rest.starts_with(b"<!DOCTYPE") {
            let before = &text[start..at];
            if follows_end(before) {
                let before = before.strip_suffix(b"\xEF\xBB\xBF").unwrap_or(before);
                starts.push(start + before.len());
            }
            at += 9;
        } else if rest.starts_with(b"<?") {
            let unclosed = |at: usize| {
                let rest = &text[at..];
                rest.starts_with(b"<?xml")
                    && rest.get(5).is_some_and(blank)
                    && follows_end(&text[start..at])
            };
            at += 2;
            while at < text.len() && !text[at..].starts_with(b"?>") && !unclosed(at) {
                at += 1;
            }
            if text[at..].starts_with(b"?>") {
                at += 2;
            }
        } else {
            at += 1;
        }
    }
    starts
}

#[test]
fn cuts_at_declarations() {
    assert_eq!(
        split(
            "<?xml version='1.0'?>\n<a/>\n<?xml version='1.0'?>\r\n<b>\n</b>  <?xml\tversion='1.0'?><c/>"
        ),
        [
            "<?xml version='1.0'?>\n<a/>\n",
            "<?xml version='1.0'?>\r\n<b>\n</b>  ",
            "<?xml\tversion='1.0'?><c/>"
        ]
    );
    assert_eq!(split("<a/><b/>"), ["<a/><b/>"]);
    assert_eq!(split(" \n <a/>\n<?xml ?>"), ["<a/>\n", "<?xml ?>"]);
    assert_eq!(split(""), [""; 0]);
    assert_eq!(split(" \r\n\t"), [""; 0]);
    assert_eq!(
        split("<a/><?xml-stylesheet href='x'?><?xml"),
        ["<a/><?xml-stylesheet href='x'?><?xml"]
    );
}

#[test]
fn keeps_what_is_hidden() {
    for text in [
        "<?xml ?><a><![CDATA[ <a>\n<?xml version='1.0'?> ]]></a>",
        "<?xml ?><a><!-- </a>\n<?xml version='1.0'?> --></a>",
        "<?xml ?><a><!-- <![CDATA[ --></a><!-- ]]>\n<?xml ?> --> ",
        "<?xml ?><a>text <?xml version='1.0'?></a>",
        "<?xml ?><!DOCTYPE a [<!ENTITY e '<?xml ?>'>]><a/>",
        "<?xml ?><a><?p <?xml version='1.0'?></a>",
        "<?xml ?><a><?p\n<?xml version='1.0'?></a>",
        "<?xml ?><a><?p <x>\n<?xml version='1.0'?></a>",
        "<?xml ?><a><?p <!-- <![CDATA[ ?></a>\n<!-- \n<?xml ?> -->",
        "<?xml ?><a><![CDATA[ <?p ]]><!-- <?p -->\n</a>",
        "<?xml ?>\n<?xml-stylesheet href='x'?>\n<?xml-model\n?>\n<?xml:x ?>\n<?XML ?>\n<?xmlns ?>\n<a/>",
    ] {
        assert_eq!(split(text), [text]);
    }
    assert_eq!(split("<a><?p <!-- ?></a>\n<?xml ?><b>--></b>").len(), 2);
    assert_eq!(split("<a><?p unclosed></a>\n<?xml ?><b/>").len(), 2);
}

#[test]
fn unclosed_hides_nothing() {
    assert_eq!(
        split("<?xml ?><a><!-- oops </a>\n<?xml ?><b><![CDATA[ </b>\n<?xml ?><c/>"),
        [
            "<?xml ?><a><!-- oops </a>\n",
            "<?xml ?><b><![CDATA[ </b>\n",
            "<?xml ?><c/>"
        ]
    );
    let many = format!("<a>{}</a>\n<?xml ?><b/>", "<!-- <![CDATA[ ".repeat(20));
    assert_eq!(split(&many).len(), 2);
}

#[test]
fn byte_order_marks_belong_to_what_follows() {
    assert_eq!(
        split("\u{feff}<?xml ?><a/>\n\u{feff}<?xml ?><b/>"),
        ["\u{feff}<?xml ?><a/>\n", "\u{feff}<?xml ?><b/>"]
    );
    assert_eq!(split("\u{feff}\n<?xml ?><a/>").len(), 1);
}

#[test]
fn too_large_is_passed_over() {
    let big = format!("<?xml ?><a>{}</a>\n", "x\n".repeat(BLOCK * 2));
    let text = format!("<?xml ?><a/>\n{big}<?xml ?><b/>\n{big}<?xml ?><c/>");
    for sizes in [&[usize::MAX][..], &[1000, 77_777], &[BLOCK]] {
        for limit in [20, BLOCK as u64, 4 * BLOCK as u64] {
            let (cuts, gaps) = split_in(text.as_bytes(), sizes, limit);
            assert_eq!((cuts.len(), gaps), (3, 2), "limit {limit}");
            assert_eq!(cuts[2].2, b"<?xml ?><c/>");
            assert_eq!(cuts[2].1 as usize, 1 + text.matches('\n').count());
        }
    }
    let comment = format!(
        "<?xml ?><a><!-- {}</a>\n<?xml ?><b/>",
        "</a>\n<?xml ?><x/>".repeat(200)
    );
    let (cuts, gaps) = split_in(comment.as_bytes(), &[50], 1000);
    assert_eq!((cuts.len(), gaps), (202, 0));
}

#[test]
fn long_lines_and_any_bytes_pass() {
    let long = "y".repeat(400_000);
    let text = format!("<?xml ?><a>{long}</a><?xml ?><b>{long}</b>");
    let (cuts, _) = split_in(text.as_bytes(), &[4096], u64::MAX);
    assert_eq!(
        cuts.iter().map(|cut| cut.2.len()).collect::<Vec<_>>(),
        [400_015, 400_015]
    );
    let (cuts, _) = split_in(b"<?xml ?><a>\xFF\xFE\xE9</a>\n<?xml ?><b/>", &[3], u64::MAX);
    assert_eq!(cuts[0].2, b"<?xml ?><a>\xFF\xFE\xE9</a>\n");
}

/// Endless copies of one document, up to a number of bytes.
struct Copies {
    document: Vec<u8>,
    at: usize,
    left: usize,
}

impl Read for Copies {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let rest = &self.document[self.at..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at = (self.at + count) % self.document.len();
        self.left = self.left.saturating_sub(count);
        Ok(count)
    }
}

fn specimen(bytes: usize) -> Vec<u8> {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc lang=\"EN\">\n");
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        text += &format!(
            "<p id=\"p-{number:04}\" num=\"{number:04}\">The device of claim {number}, wherein a lever \
             <figref>{number}</figref> holds the plate; is it &lt; 5 mm? Yes!</p>\n"
        );
    }
    (text + "</doc>\n").into_bytes()
}

#[test]
fn memory_stays_near_the_largest_document() {
    let document = specimen(3_000_000);
    let largest = document.len();
    let source = Copies {
        document,
        at: 0,
        left: 200_000_000,
    };
    let mut splitter = Splitter::new(source, Vec::new(), 1 << 30);
    let mut count = 0;
    while let Some(piece) = splitter.next().unwrap() {
        count += 1;
        assert!(piece.bytes.starts_with(b"<?xml "));
    }
    assert!(count >= 66);
    assert!(
        splitter.high_water() < largest * 3 / 2 + 3 * BLOCK,
        "{}",
        splitter.high_water()
    );
}

#[test]
fn memory_stays_bounded_in_utf16() {
    let small = "<?xml ?><a>\u{e9}</a>\n";
    let big = format!("<?xml ?><a>{}</a>\n", "\u{e9}\n".repeat(3 * BLOCK));
    let text = [&small.repeat(1000), big.as_str(), &small.repeat(1000)].concat();
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut wide = Wide::new(&bytes[..], Order::Little, Vec::new(), 1000);
    let (mut count, mut gaps) = (0, 0);
    loop {
        match wide.next() {
            Ok(Some(piece)) => {
                assert_eq!(piece.bytes.len(), 2 * small.chars().count());
                count += 1;
            }
            Ok(None) => break,
            Err(_) => gaps += 1,
        }
    }
    assert_eq!((count, gaps), (2000, 1));
    assert!(wide.high_water() < 9 * BLOCK, "{}", wide.high_water());
}

#[test]
fn memory_shrinks_again() {
    let mut text = b"<?xml ?><a>".to_vec();
    text.resize(40 * BLOCK, b'x');
    text.extend_from_slice(b"</a>\n");
    text.extend(specimen(50_000).repeat(300));
    let mut splitter = Splitter::new(&text[..], Vec::new(), 1 << 30);
    while splitter.next().unwrap().is_some() {}
    assert!(splitter.high_water() > 40 * BLOCK);
    assert!(splitter.into_buffer().capacity() < 10 * BLOCK);
}

#[test]
#[ignore = "measures; run with --release -- --ignored --nocapture"]
fn speed() {
    for size in [5_000, 100_000, 5_000_000] {
        let source = Copies {
            document: specimen(size),
            at: 0,
            left: 1 << 30,
        };
        let mut splitter = Splitter::new(source, Vec::new(), 1 << 30);
        let begun = std::time::Instant::now();
        let mut count = 0;
        while let Some(piece) = splitter.next().unwrap() {
            count += usize::from(!piece.bytes.is_empty());
        }
        let seconds = begun.elapsed().as_secs_f64();
        println!(
            "documents of {size}: {count} in {seconds:.3} s, {:.2} GB/s",
            1.074 / seconds
        );
    }
}

fn token() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "<?xml ",
        "<?xml version='1.0'?>",
        "<?xml",
        "\n<?xml ",
        ">",
        "<",
        "!",
        "?",
        "?>",
        "<!--",
        "-->",
        "--",
        "-",
        "<![CDATA[",
        "]]>",
        "]",
        "<!",
        "<?",
        "<?pi ",
        "\n",
        "\r\n",
        " ",
        "\u{feff}",
        "a",
        "</a>",
        "<!DOCTYPE a>",
        "<![",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn equals_naive(tokens in vec(token(), 0..60), sizes in vec(1_usize..12, 1..8)) {
        let text = tokens.concat();
        let (cuts, _) = split_in(text.as_bytes(), &sizes, u64::MAX);
        let starts: Vec<usize> = cuts.iter().map(|cut| cut.0 as usize).collect();
        prop_assert_eq!(&starts, &naive(text.as_bytes()), "{:?}", text);
        let mut joined = text.as_bytes()[..starts.first().copied().unwrap_or(text.len())].to_vec();
        for (offset, line, bytes) in &cuts {
            prop_assert_eq!(*offset as usize, joined.len());
            prop_assert_eq!(*line as usize, 1 + joined.iter().filter(|byte| **byte == b'\n').count());
            joined.extend_from_slice(bytes);
        }
        prop_assert_eq!(joined, text.as_bytes());
    }

    #[test]
    fn utf16_is_cut_where_utf8_is(tokens in vec(token(), 0..60), sizes in vec(1_usize..12, 1..8), odd in any::<bool>()) {
        let text = tokens.concat();
        let (cuts, _) = split_in(text.as_bytes(), &[usize::MAX], u64::MAX);
        let mut bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        if odd && !cuts.is_empty() {
            bytes.push(7);
        }
        let blocks = Blocks { bytes: &bytes, sizes: &sizes, turn: 0 };
        let mut wide = Wide::new(blocks, Order::Big, Vec::new(), u64::MAX);
        let mut at = None;
        for (_, line, narrow) in &cuts {
            let piece = wide.next().unwrap().unwrap();
            let start = *at.get_or_insert(piece.offset as usize);
            prop_assert_eq!((piece.offset as usize, piece.line), (start, *line));
            prop_assert_eq!(piece.bytes, &bytes[start..start + piece.bytes.len()]);
            let units = piece.bytes.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            let decoded: String = char::decode_utf16(units).map(Result::unwrap).collect();
            prop_assert_eq!(decoded.as_bytes(), &narrow[..]);
            at = Some(start + piece.bytes.len());
        }
        prop_assert_eq!(at.unwrap_or(bytes.len()), bytes.len());
        prop_assert!(wide.next().unwrap().is_none());
    }

    #[test]
    fn limits_never_lose_the_rest(tokens in vec(token(), 0..60), limit in 1_u64..40, size in 1_usize..12) {
        let text = tokens.concat();
        let (cuts, _) = split_in(text.as_bytes(), &[size], limit);
        for (offset, _, bytes) in cuts {
            prop_assert!(bytes.len() as u64 <= limit);
            prop_assert_eq!(&text.as_bytes()[offset as usize..][..bytes.len()], &bytes[..]);
        }
    }
}

#[test]
fn documents_of_sgml_begin_at_their_document_types() {
    let first = "<!DOCTYPE PATDOC PUBLIC \"-//A//\" [\n<!ENTITY x SYSTEM \"x\" NDATA TIF>\n]>\n<PATDOC>a</PATDOC>\n";
    let second = "<!DOCTYPE PATDOC [\n]>\n<PATDOC>b<!-- </c><!DOCTYPE --></PATDOC>\n";
    let xml = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [\n]>\n<a/>\n";
    let all = [first, second, xml].concat();
    for size in [1, 7, 4096] {
        let (cuts, gaps) = split_in(all.as_bytes(), &[size], 1000);
        let texts: Vec<&[u8]> = cuts.iter().map(|(_, _, text)| text.as_slice()).collect();
        let expected = [first, second, xml].map(str::as_bytes);
        assert_eq!((texts, gaps), (expected.to_vec(), 0));
    }
}

#[test]
fn patents_of_the_green_book_begin_at_their_lines() {
    let first = "HHHHHT   APS1   ISSUE - 990105\r\nPATN\r\nWKU  1\r\nTTL  PATN\r\n";
    let second = "PATN    \r\nWKU  2\r\nPAR  see PATN\r\n";
    let third = "PATN\nWKU  3";
    let all = [first, second, third].concat();
    for size in [1, 5, 4096] {
        let sizes = [size];
        let blocks = Blocks {
            bytes: all.as_bytes(),
            sizes: &sizes,
            turn: 0,
        };
        let mut splitter = Splitter::new(blocks, Vec::new(), 1000);
        splitter.cut_patents();
        let mut found = Vec::new();
        while let Some(piece) = splitter.next().expect("nothing is too large") {
            found.push((piece.line, piece.bytes.to_vec()));
        }
        let expected = [(1, first), (5, second), (8, third)];
        let expected = expected.map(|(line, text)| (line, text.as_bytes().to_vec()));
        assert_eq!(found, expected);
    }
}
