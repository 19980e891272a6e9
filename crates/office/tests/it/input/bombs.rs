//! Inputs made to exhaust the reader.

use super::archives::find;
use super::*;

const MIB: usize = 1024 * 1024;

/// XML that compresses a thousandfold.
fn swelling(mib: usize) -> Vec<u8> {
    let mut text = b"<?xml ?><a>".to_vec();
    text.resize(mib * MIB, b' ');
    text.extend_from_slice(b"</a>\n<?xml ?><b/>");
    text
}

#[test]
fn swelling_data_are_refused() {
    let text = swelling(40);
    for bytes in [
        gz(&text),
        zip(&[("a.xml", &text)]),
        tar(&[("a.gz", &gz(&text))]),
    ] {
        let seen = look_at("x", &bytes);
        assert!(
            matches!(seen.failure().cause, Cause::Ratio { limit: 200 }),
            "{:?}",
            seen.failures
        );
        assert_eq!(seen.documents.len(), 0);
    }
    let patient = Limits {
        ratio: 5000,
        ..Limits::default()
    };
    assert_eq!(look_within("x", &gz(&text), &patient).documents.len(), 2);
    assert!(matches!(
        look_at_stream(&gz(&text), &Limits::default())
            .failure()
            .cause,
        Cause::Ratio { .. }
    ));
    let small = Limits {
        entry_bytes: MIB as u64,
        ratio: 5000,
        ..Limits::default()
    };
    for bytes in [
        gz(&text),
        zip(&[("a.xml", &text)]),
        tar(&[("a.xml", &text)]),
    ] {
        let seen = look_within("x", &bytes, &small);
        assert!(
            matches!(seen.failure().cause, Cause::EntryTooLarge { .. }),
            "{:?}",
            seen.failures
        );
    }
}

#[test]
fn ordinary_xml_compresses_well_and_passes() {
    let mut text = String::from("<?xml ?>\n<doc>");
    for number in 0..200_000 {
        text += &format!("<claim id=\"c{number}\"><claim-text>A device</claim-text></claim>\n");
    }
    text += "</doc>";
    assert_eq!(look_at("x", &gz(text.as_bytes())).documents.len(), 1);
    assert_eq!(
        look_at("x", &zip(&[("a", text.as_bytes())]))
            .documents
            .len(),
        1
    );
}

#[test]
fn bombs_of_bombs_end_early() {
    let text = swelling(9);
    let leaf = zip(&[("a.xml", &text)]);
    let names: Vec<String> = (0..16).map(|number| format!("{number}.zip")).collect();
    let pack = |inner: &[u8]| {
        zip(&names
            .iter()
            .map(|name| (name.as_str(), inner))
            .collect::<Vec<_>>())
    };
    let bomb = pack(&pack(&leaf));
    let seen = look_at("x", &bomb);
    assert!(seen.documents.len() <= 50, "{}", seen.documents.len());
    assert!(matches!(seen.failure().cause, Cause::Ratio { .. }));
    let deep = pack(&pack(&pack(&zip(&[("b.zip", &zip(&[("a.xml", A)]))]))));
    let shallow = Limits {
        entries: 100,
        ..Limits::default()
    };
    let seen = look_within("x", &deep, &shallow);
    assert!(
        seen.failures
            .iter()
            .any(|problem| matches!(problem.cause, Cause::TooDeep { .. }))
    );
    assert!(
        seen.failures
            .iter()
            .any(|problem| matches!(problem.cause, Cause::TooManyEntries { .. }))
    );
    assert!(seen.failures.len() < 110);
}

#[test]
fn overlapping_entries_are_refused() {
    let mut bytes = zip_with(&[("a.xml", A), ("b.xml", A)], CompressionMethod::Stored);
    let first = find(&bytes, b"PK\x01\x02");
    let second = first + 4 + find(&bytes[first + 4..], b"PK\x01\x02");
    bytes.copy_within(first + 42..first + 46, second + 42);
    let seen = look_at("x", &bytes);
    assert!(matches!(seen.failure().cause, Cause::Overlap));
    assert_eq!(seen.documents.len(), 0);
}

#[test]
fn too_many_entries_are_refused() {
    let names: Vec<String> = (0..50).map(|number| format!("{number}.xml")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), A)).collect();
    let limits = Limits {
        entries: 20,
        ..Limits::default()
    };
    let seen = look_within("x", &zip(&entries), &limits);
    assert!(matches!(
        seen.failure().cause,
        Cause::TooManyEntries { limit: 20 }
    ));
    let seen = look_within("x", &tar(&entries), &limits);
    assert!(matches!(
        seen.failure().cause,
        Cause::TooManyEntries { limit: 20 }
    ));
    assert_eq!(seen.documents.len(), 20);
}

#[test]
fn endless_tar_headers_are_refused() {
    let mut header = tar::Header::new_gnu();
    header.as_old_mut().name[..13].copy_from_slice(b"././@LongLink");
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(20 * MIB as u64);
    header.set_cksum();
    let mut builder = tar::Builder::new(Vec::new());
    builder.append(&header, &vec![b'n'; 20 * MIB][..]).unwrap();
    let seen = look_at("x", &builder.into_inner().unwrap());
    assert!(
        matches!(seen.failure().cause, Cause::HeaderTooLarge { .. }),
        "{:?}",
        seen.failures
    );
    let padded = [tar(&[("a.xml", A)]), vec![0; 3 * MIB]].concat();
    let seen = look_at("x", &padded);
    assert_eq!(
        (seen.documents.len(), seen.failures.len()),
        (1, 0),
        "{:?}",
        seen.failures
    );
}

#[test]
fn lying_tar_sizes_are_told() {
    for size in [1 << 20, 1 << 40, (1 << 63) - 1] {
        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name[..1].copy_from_slice(b"a");
        header.set_size(size);
        header.set_cksum();
        let bytes = [header.as_bytes(), A].concat();
        let seen = look_at("x", &bytes);
        assert_eq!(seen.documents.len(), 0);
        assert!(
            matches!(seen.failures.len(), 1 | 2),
            "{size}: {:?}",
            seen.failures
        );
    }
}

#[test]
fn any_damage_is_survived() {
    let nested = gz(&tar(&[
        ("z.zip", &zip(&[("a.xml", A), ("i.tif", b"II*\0")])),
        ("b.xml", B),
    ]));
    let samples = [
        nested,
        zip(&[("a.xml", A), ("b.xml", B)]),
        tar(&[("a.xml", A), ("b.xml", B)]),
        A.repeat(3),
    ];
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below
    };
    for sample in samples {
        for _ in 0..400 {
            let mut bytes = sample.clone();
            for _ in 0..=random(6) {
                let at = random(bytes.len());
                bytes[at] = random(256) as u8;
            }
            bytes.truncate(bytes.len() - random(3) * random(bytes.len()) / 3);
            let seen = look_at_stream(&bytes, &Limits::default());
            let told = seen.documents.len() + seen.failures.len() + seen.skipped.len();
            assert!(told > 0 || bytes.is_empty());
            look_at("x", &bytes);
        }
    }
}
