//! Archives that are whole, nested, damaged or cut off.

use super::*;

#[test]
fn entries_are_found_at_any_depth() {
    let inner = zip(&[("u/a.xml", A)]);
    let middle = tar(&[("z/inner.dat", &inner), ("b.xml", &[A, B].concat())]);
    let outer = zip(&[("t.gz", &gz(&middle)), ("c.xml", B)]);
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("outer");
    fs::write(&path, &outer).unwrap();
    let seen = look(&[&path], &Limits::default());
    assert_eq!(
        seen.places(&folder),
        [
            "outer!/t.gz!/z/inner.dat!/u/a.xml",
            "outer!/t.gz!/b.xml",
            "outer!/t.gz!/b.xml:3",
            "outer!/c.xml"
        ]
    );
    assert!(seen.failures.is_empty(), "{:?}", seen.failures);
    let shallow = Limits {
        archive_depth: 3,
        ..Limits::default()
    };
    let seen = look(&[&path], &shallow);
    assert!(matches!(seen.failure().cause, Cause::TooDeep { limit: 3 }));
    assert_eq!(seen.documents.len(), 3);
}

#[test]
fn nested_zip_may_go_to_a_temporary_file() {
    let inner = zip_with(
        &[("a.xml", A), ("pad", &[7; 5000])],
        CompressionMethod::Stored,
    );
    let limits = Limits {
        spool_memory: 100,
        ..Limits::default()
    };
    let seen = look_within("t", &tar(&[("inner.zip", &inner)]), &limits);
    assert_eq!((seen.documents.len(), seen.skipped.len()), (1, 1));
    assert_eq!(
        seen.documents[0].siblings.read("PAD").unwrap().unwrap(),
        [7; 5000]
    );
    let limits = Limits {
        spool_bytes: 1000,
        ..Limits::default()
    };
    let seen = look_within("t", &tar(&[("inner.zip", &inner), ("b.xml", B)]), &limits);
    assert!(matches!(
        seen.failure().cause,
        Cause::SpoolTooLarge { limit: 1000 }
    ));
    assert_eq!(seen.documents.len(), 1);
}

#[test]
fn siblings_in_archives() {
    let entries: [(&str, &[u8]); 4] = [
        ("x/d.xml", A),
        ("x/D.TIF", b"II*\0x"),
        ("y/d.tif", b"II*\0y"),
        ("d.tif", b"II*\0."),
    ];
    for (bytes, reachable) in [
        (zip(&entries), true),
        (tar(&entries), true),
        (tar(&[("n.zip", &zip(&entries))]), true),
        (gz(&tar(&entries)), false),
    ] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("archive");
        fs::write(&path, bytes).unwrap();
        let seen = look(&[&path], &Limits::default());
        let siblings = &seen.documents[0].siblings;
        if reachable {
            let read = std::thread::scope(|scope| scope.spawn(|| siblings.read("d.tif")).join());
            assert_eq!(read.unwrap().unwrap().unwrap(), b"II*\0x");
            assert!(siblings.read("e.tif").is_none());
            refuses_paths(siblings);
        } else {
            let error = siblings.read("d.tif").unwrap().unwrap_err();
            assert!(matches!(error.cause, Cause::OneWay));
        }
    }
}

#[test]
fn gzip_members_and_padding() {
    assert_eq!(
        look_at("x", &[gz(A), gz(B)].concat())
            .texts()
            .concat()
            .as_bytes(),
        [A, B].concat()
    );
    assert_eq!(
        look_at("x", &[gz(A), vec![0; 1000]].concat())
            .documents
            .len(),
        1
    );
    let seen = look_at("x", &[gz(&[A, B].concat()), b"rubbish".to_vec()].concat());
    assert!(matches!(seen.failure().cause, Cause::TrailingData));
    assert_eq!(seen.documents.len(), 1);
}

#[test]
fn cut_off_gzip_is_told() {
    let mut noise = String::new();
    for number in 0_u64..50_000 {
        noise += &format!("{:x} ", number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    }
    let text = format!("<?xml ?>\n<a/>\n<?xml ?><b>{noise}</b>\n<?xml ?><c/>");
    let packed = gz(text.as_bytes());
    for length in [12, packed.len() / 2, packed.len() - 9, packed.len() - 1] {
        let seen = look_at("x", &packed[..length]);
        let cause = &seen.failure().cause;
        assert!(
            matches!(cause, Cause::Truncated { what: "gzip data" }),
            "{length}: {cause}"
        );
    }
    let half = look_at("x", &packed[..packed.len() / 2]);
    assert_eq!((half.documents.len(), half.failure().place.line), (1, 3));
    let mut wrong = packed.clone();
    let end = wrong.len() - 5;
    wrong[end] ^= 1;
    assert!(matches!(
        look_at("x", &wrong).failure().cause,
        Cause::Damaged { .. }
    ));
    wrong = packed;
    let middle = wrong.len() / 2;
    wrong[middle..middle + 50].fill(0xFF);
    assert!(matches!(
        look_at("x", &wrong).failure().cause,
        Cause::Damaged { .. }
    ));
}

#[test]
fn cut_off_tar_is_told() {
    let whole = tar(&[
        ("a.xml", A),
        ("i.tif", &[b"II*\0", &[1; 2000][..]].concat()),
        ("b.xml", B),
    ]);
    assert!(look_at("x", &whole).failures.is_empty());
    // Lengths: header and block of a.xml 1024, header and blocks of i.tif 2560, then b.xml.
    for (length, documents) in [
        (520, 0),
        (1000, 1),
        (1100, 1),
        (2000, 1),
        (3700, 1),
        (4100, 1),
    ] {
        let seen = look_at("x", &whole[..length]);
        let cause = &seen.failure().cause;
        let told = matches!(
            cause,
            Cause::Truncated { .. } | Cause::Damaged { .. } | Cause::NoEndMark
        );
        assert!(told, "{length}: {cause}");
        assert_eq!(seen.documents.len(), documents, "{length}");
        let seen = look_at("x", &gz(&whole[..length]));
        assert_eq!(
            (seen.documents.len(), seen.failures.len()),
            (documents, 1),
            "{length}"
        );
    }
    let seen = look_at("x", &whole[..1024]);
    assert!(matches!(seen.failure().cause, Cause::NoEndMark));
    let packed = gz(&whole);
    let seen = look_at("x", &packed[..packed.len() - 4]);
    assert_eq!(seen.documents.len(), 2);
    assert!(
        matches!(seen.failure().cause, Cause::Truncated { .. }),
        "{:?}",
        seen.failures
    );
    let joined = [whole.clone(), whole].concat();
    assert_eq!(look_at("x", &joined).documents.len(), 4);
}

#[test]
fn cut_off_zip_is_told() {
    let whole = zip(&[("a.xml", A), ("b.xml", B)]);
    for length in [4, 30, whole.len() / 2, whole.len() - 1] {
        let seen = look_at("x", &whole[..length]);
        assert_eq!(seen.documents.len(), 0);
        assert!(matches!(
            seen.failure().cause,
            Cause::Damaged { .. } | Cause::Truncated { .. }
        ));
        let seen = look_at("x", &tar(&[("i.zip", &whole[..length]), ("b.xml", B)]));
        assert_eq!(seen.documents.len(), 1);
        assert_eq!(seen.failure().place.entry.as_deref(), Some("i.zip"));
    }
    let seen = look_at("x", &zip(&[]));
    assert_eq!(seen.skipped.len(), 1);
}

#[test]
fn unsafe_names_are_refused() {
    for name in [
        "../evil.xml",
        "/evil.xml",
        "a/../../evil.xml",
        "C:\\evil.xml",
        "..\\evil.xml",
    ] {
        let mut bytes = zip(&[(&"x".repeat(name.len()), A), ("good.xml", B)]);
        replace(
            &mut bytes,
            "x".repeat(name.len()).as_bytes(),
            name.as_bytes(),
        );
        let seen = look_at("x", &bytes);
        assert_eq!(seen.texts(), [String::from_utf8_lossy(B)]);
        assert!(matches!(&seen.failure().cause, Cause::UnsafeName { name: told } if told == name));

        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(A.len() as u64);
        header.set_cksum();
        let mut builder = tar::Builder::new(Vec::new());
        builder.append(&header, A).unwrap();
        let seen = look_at("x", &builder.into_inner().unwrap());
        assert_eq!(seen.documents.len(), 0);
        assert!(matches!(&seen.failure().cause, Cause::UnsafeName { name: told } if told == name));
    }
}

#[test]
fn damaged_entries_leave_the_others() {
    let stored = zip_with(&[("a.xml", A), ("b.xml", B)], CompressionMethod::Stored);
    let mut wrong = stored.clone();
    replace(&mut wrong, b"<a/>", b"<z/>");
    let seen = look_at("x", &wrong);
    assert_eq!(seen.texts(), [String::from_utf8_lossy(B)]);
    assert!(seen.causes()[0].contains("checksum"), "{:?}", seen.causes());
    assert_eq!(seen.failure().place.entry.as_deref(), Some("a.xml"));

    let mut locked = stored.clone();
    let directory = find(&locked, b"PK\x01\x02");
    locked[directory + 8] |= 1;
    locked[6] |= 1;
    let seen = look_at("x", &locked);
    assert_eq!(seen.texts(), [String::from_utf8_lossy(B)]);
    assert!(matches!(seen.failure().cause, Cause::Encrypted));
    assert!(seen.failure().remedy().contains("decrypt"));

    let mut method = stored.clone();
    method[directory + 10] = 98;
    method[8] = 98;
    let seen = look_at("x", &method);
    assert!(matches!(seen.failure().cause, Cause::Method { code: 98 }));

    for size in [5_u32, 5_000_000] {
        let mut lie = zip(&[("a.xml", A), ("b.xml", B)]);
        let directory = find(&lie, b"PK\x01\x02");
        lie[directory + 24..directory + 28].copy_from_slice(&size.to_le_bytes());
        let seen = look_at("x", &lie);
        assert_eq!(seen.texts(), [String::from_utf8_lossy(B)]);
        let cause = &seen.failure().cause;
        assert!(
            matches!(cause, Cause::SizeMismatch { .. } | Cause::Damaged { .. }),
            "{cause}"
        );
    }
}

#[test]
fn twins_are_told() {
    let mut bytes = zip(&[("a.xml", A), ("b.xml", B)]);
    replace(&mut bytes, b"b.xml", b"a.xml");
    let seen = look_at("x", &bytes);
    assert!(matches!(seen.failure().cause, Cause::DuplicateNames));
    assert_eq!(seen.texts(), [String::from_utf8_lossy(B)]);
}

#[test]
fn odd_names_in_archives() {
    let mut bytes = zip(&[("qqqq.xml", A)]);
    replace(&mut bytes, b"qqqq", b"\xE9\xFF\x81\xA0");
    assert_eq!(look_at("x", &bytes).documents.len(), 1);
    let mut header = tar::Header::new_gnu();
    header.as_old_mut().name[..5].copy_from_slice(b"\xE9\xFF.xm");
    header.set_size(A.len() as u64);
    header.set_cksum();
    let mut builder = tar::Builder::new(Vec::new());
    builder.append(&header, A).unwrap();
    let long = "folder/".repeat(60) + "a.xml";
    let mut header = tar::Header::new_gnu();
    header.set_size(B.len() as u64);
    builder.append_data(&mut header, &long, B).unwrap();
    let seen = look_at("x", &builder.into_inner().unwrap());
    assert_eq!(seen.documents.len(), 2);
    assert_eq!(seen.documents[1].place.entry.as_deref(), Some(&*long));
}

#[test]
fn links_and_devices_in_tar_are_skipped() {
    let mut builder = tar::Builder::new(Vec::new());
    for kind in [
        tar::EntryType::Symlink,
        tar::EntryType::Link,
        tar::EntryType::Fifo,
    ] {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        builder
            .append_link(&mut header, "link.xml", "/etc/passwd")
            .unwrap();
    }
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::Directory);
    header.set_size(0);
    builder
        .append_data(&mut header, "folder/", &b""[..])
        .unwrap();
    let seen = look_at("x", &builder.into_inner().unwrap());
    assert_eq!(
        (
            seen.documents.len(),
            seen.skipped.len(),
            seen.failures.len()
        ),
        (0, 3, 0)
    );
}

pub(crate) fn find(bytes: &[u8], what: &[u8]) -> usize {
    bytes
        .windows(what.len())
        .position(|window| window == what)
        .unwrap()
}

pub(crate) fn replace(bytes: &mut [u8], what: &[u8], with: &[u8]) {
    assert_eq!(what.len(), with.len());
    for at in 0..=bytes.len() - what.len() {
        if bytes[at..].starts_with(what) {
            bytes[at..at + with.len()].copy_from_slice(with);
        }
    }
}

#[test]
fn a_zip_may_begin_behind_other_bytes() {
    let archive = zip(&[("u/a.xml", A), ("u/i.tif", b"II*\0x"), ("b.xml", B)]);
    let program = [b"MZ\x90\0\x03".as_slice(), &[0x5A; 1_100_000]].concat();
    let mail = b"From: office@example.org\r\nSubject: weekly\r\n\r\n".to_vec();
    let script = b"#!/bin/sh\nexec unzip \"$0\"\n".to_vec();
    let inside = "x PK\x03\x04, PK\x05\x06 and no more".as_bytes().to_vec();
    for front in [program, mail, script, inside.clone()] {
        let bytes = [front.clone(), archive.clone()].concat();
        for name in ["x.exe", "x.zip", "x"] {
            let seen = look_at(name, &bytes);
            assert_eq!(seen.texts(), [A, B].map(String::from_utf8_lossy));
            assert!(seen.failures.is_empty(), "{:?}", seen.failures);
        }
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("x"), &bytes).unwrap();
        let seen = look(&[folder.path()], &Limits::default());
        assert_eq!(seen.places(&folder), ["x!/u/a.xml", "x!/b.xml"]);
        let beside = seen.documents[0].siblings.read("I.TIF").unwrap();
        assert_eq!(beside.unwrap(), b"II*\0x");
        // In a stream only the first mebibyte is searched.
        let found = if front.len() < 1_000_000 { 2 } else { 0 };
        let seen = look_at("o.zip", &zip(&[("x", &bytes)]));
        assert_eq!(seen.documents.len(), found);
        assert_eq!(
            look_at_stream(&bytes, &Limits::default()).documents.len(),
            found.max(1)
        );
    }
    let seen = look_at("x", &inside);
    assert_eq!(seen.texts(), [String::from_utf8_lossy(&inside)]);
    let header = [b"front ".as_slice(), &archive[..60]].concat();
    let seen = look_at("o.zip", &zip(&[("x", &header), ("b.xml", B)]));
    assert_eq!((seen.documents.len(), seen.skipped.len()), (1, 1));
    assert_eq!(
        look_at_stream(&header, &Limits::default()).documents.len(),
        1
    );
}
