//! What numbers mean, by tables.

use super::*;

fn hints<'h>(office: &'h str, kind: &'h str, what: Option<What>) -> Hints<'h> {
    Hints {
        office,
        kind,
        what,
        ..Hints::default()
    }
}

fn first(text: &str, office: &str) -> Reading {
    let all = readings(text, &hints(office, "", None));
    all.into_iter().next().expect("a number has a reading")
}

fn line(reading: &Reading) -> String {
    let docdb = reading.docdb().map_or("-".to_owned(), |docdb| {
        let row = [docdb.office.as_str(), &docdb.number, &docdb.kind];
        row.join(" ").trim_end().to_owned()
    });
    format!(
        "{} | {docdb} | {} | {} | {}",
        reading.key(),
        reading.epodoc().unwrap_or("-".into()),
        reading.original().unwrap_or("-".into()),
        reading.display().replace('\u{a0}', " "),
    )
}

/// Texts that mean the same, by the first reading.
const SAME: &[&[&str]] = &[
    &[
        "US D0668832",
        "US D668832",
        "USD668832S",
        "USD0668832S1",
        "US D668,832 S",
        "D668832",
        "D0668832 S1",
        "Des. 668,832 ",
    ],
    &[
        "US RE046653",
        "US RE46653",
        "USRE46653E",
        "RE46,653 E",
        "RE046653",
        "US RE46653 E1",
    ],
    &["US H0001234", "H1234", "USH1234H", "US H1,234 H1"],
    &["US PP017000", "PP17,000 P3", "USPP17000P", "PP17000"],
    &["US T912001", "T912,001", "T0912001", "US T912001 I4"],
    &["US AI000123", "US AI123", "US AI 123"],
    &["US X0009670", "X9670", "US X9,670"],
    &["US RX000012", "RX12"],
    &[
        "US2548918",
        "US 2,548,918 A",
        "US02548918",
        "U.S. Pat. No. 2,548,918",
        "2,548,918",
        "US 2 548 918",
        "ＵＳ２５４８９１８",
        "US-A-2548918",
        "us2548918a",
    ],
    &[
        "US 2007-087468",
        "US 20070087468",
        "US 2007/0087468 A1",
        "US2007087468A1",
        "US2007087468",
    ],
    &[
        "US 2005/0137607",
        "US20050137607A1",
        "US2005137607",
        "2005/0137607 A1",
        "US 2005 0137607 A1",
    ],
    &["US 13/547,826", "US201213547826", "13/547826"],
    &["US 63/230,089", "US 202163230089 P", "US202163230089P"],
    &[
        "WO 2005/123456",
        "WO05/123456",
        "WO2005123456",
        "WO 05/123456 A1",
        "WO-A1-2005/123456",
        "WO05123456",
    ],
    &[
        "WO 99/61002",
        "WO 1999/061002",
        "WO9961002",
        "WO99/61002 A1",
        "WO 1999061002",
    ],
    &[
        "WO 02/054790 A2",
        "WO02054790",
        "WO 2002/054790",
        "WO2002054790",
    ],
    &["WO 78/00001", "WO7800001"],
    &[
        "PCT/JP2005/012345",
        "PCT/JP05/012345",
        "WO2005JP12345",
        "JP 2005012345 W",
        "WO PCT/JP2005/012345",
        "pct jp 2005 012345",
        "ＰＣＴ／ＪＰ２００５／０１２３４５",
    ],
    &[
        "PCT/US98/16128",
        "US 9816128 W",
        "WO1998US16128",
        "PCT/US1998/016128",
        "PCT/US 98/16128",
    ],
    &[
        "EP1000000",
        "EP 1 000 000",
        "EP 1000000 A1",
        "EP1000000B1",
        "EP-B-1 000 000",
    ],
    &["EP0999999", "EP 0 999 999 A2", "EP999999"],
    &["EP 98123456.7", "EP19980123456", "EP98123456"],
    &[
        "JP S63-123456 A",
        "JP 昭63-123456 A",
        "JP昭和63-123456A",
        "JP Ｓ６３－１２３４５６ A",
        "特開昭63-123456",
        "特開昭和63-123456号",
        "JPS63123456A",
        "JP 63-123456 A",
        "JP63123456A",
        "JP-A-63-123456",
    ],
    &[
        "JP H11-123456 A",
        "特開平11-123456",
        "JP 平成11-123456 A",
        "特開㍻11-123456",
        "JPH11123456A",
        "特開平１１－１２３４５６号公報",
    ],
    &[
        "JP 2005-123456 A",
        "特開2005-123456",
        "JP2005123456A",
        "特開２００５－１２３４５６",
    ],
    &["JP 2002-516268 A", "特表2002-516268", "JP2002516268A"],
    &[
        "特公平7-37678",
        "JPH0737678B2",
        "JP H07-37678 B2",
        "JP 平7-37678 B2",
    ],
    &[
        "特許第3798625号",
        "JP 3798625 B2",
        "JP3798625B2",
        "JP3798625B",
    ],
    &["特願2005-248724", "JP20050248724 A"],
    &["特願昭63-123456", "JP19880123456", "特願昭和63年第123456号"],
    &["実開昭59-35659", "JP 59 035659 U", "JPS5935659U"],
    &["JP D1358585 S", "意匠登録第1358585号", "JP D1358585"],
    &[
        "DE 10 2004 012 345 A1",
        "DE102004012345A1",
        "DE 102004012345",
    ],
    &["DE 10 2007 004 488.9", "DE1020070044889"],
    &["DE 197 25 899 C2", "DE19725899C2", "DE19725899"],
    &["DE P 44 12 345.", "DE P 44 12 345"],
    &[
        "DE 40 02 242 A1",
        "DE4002242A1",
        "DE-OS 40 02 242",
        "DE 4002242",
    ],
    &["DE G 82 33 714.4", "DE G 82 33 714.4 "],
    &[
        "DE 20 2005 000 716 U1",
        "DE202005000716U1",
        "DE202005000716U",
    ],
    &["DE 29918481 U1", "DE 299 18 481 U1"],
    &[
        "CN 201410513187.5",
        "CN201410513187",
        "ZL 2014 1 0513187.5",
        "CN ZL201410513187.5",
        "CN 2014105131875",
    ],
    &["CN 92900624.0", "CN92900624", "ZL92900624.0"],
    &["CN 202111286633.X", "CN202111286633"],
    &["CN 104223590 A", "CN104223590A"],
    &["CN 1149075 C", "CN1149075C"],
    &[
        "KR 10-2005-0012345 A",
        "KR20050012345A",
        "KR 1020050012345 A",
    ],
    &[
        "KR 10-0484299 B1",
        "KR100484299B1",
        "KR100484299B",
        "KR 10-0484299",
    ],
    &["FR 2 789 651 A1", "FR2789651A1", "FR2789651"],
    &["GB 2 077 710", "GB2077710A", "GB-A-2077710"],
    &["AU 2013290010 A1", "AU2013290010"],
    &["AU 750911 B2", "AU750911B"],
    &["CA 2,332,922 A1", "CA2332922A1", "CA2332922"],
    &["RU 2197227 C2", "RU2197227", "RU 2 197 227"],
    &["SU 407567", "SU407567A1"],
    &[
        "BR 11 2012 012345 6",
        "BR112012012345",
        "BR 112012012345-6 A2",
    ],
    &["BR PI 9815861-8 A", "BR9815861A", "BR PI9815861"],
    &["EM 001646753-0002", "EM0016467530002"],
    &["AP 1206", "AP1206", "AP 1206 A", "AP-1206-A"],
    &["TN SN99097 A1", "TNSN99097", "TN SN 99097"],
    &["IN 1234/DEL/2005", "IN 1234/del/2005"],
];

#[test]
fn texts_that_mean_the_same_have_one_key() {
    let mut wrong = Vec::new();
    for group in SAME {
        let wanted = first(group[0], "").key();
        for text in *group {
            let key = first(text, "").key();
            if key != wanted {
                wrong.push(format!("{text}: {key}, not {wanted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn groups_that_differ_have_different_keys() {
    let mut seen = std::collections::BTreeMap::new();
    for group in SAME {
        let key = first(group[0], "").key();
        if let Some(other) = seen.insert(key.clone(), group[0]) {
            panic!("{other} and {} are both {key}", group[0]);
        }
    }
}

/// First reading of a text, with all its forms.
const FORMS: &[(&str, &str)] = &[
    (
        "US D0668832",
        "US.p.design.668832 | US D668832 | USD668832 | D0668832 | US D668,832",
    ),
    (
        "US RE046653",
        "US.p.reissue.46653 | US RE46653 | USRE46653 | RE046653 | US RE46,653",
    ),
    (
        "US H0001234",
        "US.p.invention-registration.1234 | US H1234 | USH1234 | H0001234 | US H1,234",
    ),
    (
        "US PP017000",
        "US.p.plant.17000 | US PP17000 | USPP17000 | PP017000 | US PP17,000",
    ),
    (
        "US T912001",
        "US.p.defensive.912001 | US T912001 | UST912001 | T0912001 | US T912,001",
    ),
    (
        "US AI000123",
        "US.p.additional-improvement.123 | US AI123 | USAI123 | AI000123 | US AI123",
    ),
    (
        "US X0009670",
        "US.p.x-patent.9670 | US X9670 | USX9670 | X0009670 | US X9,670",
    ),
    (
        "US RX000012",
        "US.p.x-reissue.12 | US RX12 | USRX12 | RX000012 | US RX12",
    ),
    (
        "US2548918",
        "US.p.grant.2548918 | US 2548918 | US2548918 | 02548918 | US 2,548,918",
    ),
    (
        "US 2007-087468",
        "US.p.publication.2007.87468 | US 2007087468 | US2007087468 | 20070087468 | US 2007/0087468",
    ),
    (
        "US 2005/0137607",
        "US.p.publication.2005.137607 | US 2005137607 | US2005137607 | 20050137607 | US 2005/0137607",
    ),
    (
        "US 13/547,826",
        "US.a.application.13.547826 | - | - | 13547826 | US 13/547,826",
    ),
    (
        "US 63/230,089",
        "US.a.application.63.230089 | - | - | 63230089 | US 63/230,089",
    ),
    (
        "WO 2005/123456",
        "WO.p.publication.2005.123456 | WO 2005123456 | WO2005123456 | 2005/123456 | WO 2005/123456",
    ),
    (
        "WO 99/61002",
        "WO.p.publication.1999.61002 | WO 9961002 | WO9961002 | 99/61002 | WO 99/61002",
    ),
    (
        "WO 02/054790 A2",
        "WO.p.publication.2002.54790 | WO 02054790 A2 | WO02054790 | 02/054790 | WO 02/054790 A2",
    ),
    (
        "WO 78/00001",
        "WO.p.publication.1978.1 | WO 7800001 | WO7800001 | 78/00001 | WO 78/00001",
    ),
    (
        "PCT/JP2005/012345",
        "WO.a.international.JP.2005.12345 | JP 2005012345 W | WO2005JP12345 | JP2005/012345 | PCT/JP2005/012345",
    ),
    (
        "PCT/US98/16128",
        "WO.a.international.US.1998.16128 | US 9816128 W | WO1998US16128 | PCT/US98/16128 | PCT/US98/16128",
    ),
    (
        "EP1000000",
        "EP.p.publication.1000000 | EP 1000000 | EP1000000 | 1000000 | EP 1 000 000",
    ),
    (
        "EP0999999",
        "EP.p.publication.999999 | EP 0999999 | EP0999999 | 0999999 | EP 0 999 999",
    ),
    (
        "EP 98123456.7",
        "EP.a.application.1998.123456 | EP 98123456 | EP19980123456 | 98123456.7 | EP 98123456.7",
    ),
    (
        "JP S63-123456 A",
        "JP.p.publication.1988.123456 | JP S63123456 A | JPS63123456 | 特開昭63-123456 | JP S63-123456 A",
    ),
    (
        "JP H11-123456 A",
        "JP.p.publication.1999.123456 | JP H11123456 A | JPH11123456 | 特開平11-123456 | JP H11-123456 A",
    ),
    (
        "JP 2005-123456 A",
        "JP.p.publication.2005.123456 | JP 2005123456 A | JP2005123456 | 特開2005-123456 | JP 2005-123456 A",
    ),
    (
        "JP 2002-516268 A",
        "JP.p.publication.2002.516268 | JP 2002516268 A | JP2002516268 | 特表2002-516268 | JP 2002-516268 A",
    ),
    (
        "特公平7-37678",
        "JP.p.examined.1995.37678 | JP H0737678 | JPH0737678 | 特公平7-37678 | JP H07-037678",
    ),
    (
        "特許第3798625号",
        "JP.p.patent.3798625 | JP 3798625 | JP3798625 | 特許3798625 | JP 3798625",
    ),
    (
        "特願2005-248724",
        "JP.a.application.2005.248724 | JP 2005248724 | JP20050248724 | 特願2005-248724 | JP 2005-248724",
    ),
    (
        "特願昭63-123456",
        "JP.a.application.1988.123456 | JP 12345688 | JP19880123456 | 特願昭63-123456 | JP S63-123456",
    ),
    (
        "実開昭59-35659",
        "JP.p.model-publication.1984.35659 | JP S5935659 | JPS5935659 | 実開昭59-35659 | JP S59-035659",
    ),
    (
        "JP D1358585 S",
        "JP.p.design.1358585 | JP D1358585 S | JPD1358585S | 意匠登録1358585 | JP D1358585 S",
    ),
    (
        "DE 10 2004 012 345 A1",
        "DE.p.publication.102004012345 | DE 102004012345 A1 | DE102004012345 | 102004012345 | DE 10 2004 012 345 A1",
    ),
    (
        "DE 10 2007 004 488.9",
        "DE.a.application.102007004488 | DE 102007004488 | DE200710004488 | 102007004488.9 | DE 10 2007 004 488.9",
    ),
    (
        "DE 197 25 899 C2",
        "DE.p.publication.19725899 | DE 19725899 C2 | DE19725899 | 19725899 | DE 197 25 899 C2",
    ),
    (
        "DE P 44 12 345.",
        "DE.a.application.4412345 | DE 4412345 | DE19944412345 | P4412345.0 | DE P 44 12 345.0",
    ),
    (
        "DE 40 02 242 A1",
        "DE.p.publication.4002242 | DE 4002242 A1 | DE4002242 | 4002242 | DE 40 02 242 A1",
    ),
    (
        "DE G 82 33 714.4",
        "DE.a.model-application.8233714 | DE 8233714 | DE19820033714 | G8233714.4 | DE G 82 33 714.4",
    ),
    (
        "DE 20 2005 000 716 U1",
        "DE.p.model.202005000716 | DE 202005000716 U1 | DE202005000716U | 202005000716 | DE 20 2005 000 716 U1",
    ),
    (
        "DE 29918481 U1",
        "DE.p.model.29918481 | DE 29918481 U1 | DE29918481U | 29918481 | DE 299 18 481 U1",
    ),
    (
        "CN 201410513187.5",
        "CN.a.application.2014.1.513187 | CN 201410513187 | CN20141513187 | 201410513187.5 | CN 201410513187.5",
    ),
    (
        "CN 92900624.0",
        "CN.a.application.1992.9.624 | CN 92900624 | CN19929000624 | 92900624.0 | CN 92900624.0",
    ),
    (
        "CN 202111286633.X",
        "CN.a.application.2021.1.1286633 | CN 202111286633 | CN202111286633 | 202111286633.X | CN 202111286633.X",
    ),
    (
        "CN 104223590 A",
        "CN.p.publication.104223590 | CN 104223590 A | CN104223590 | 104223590 | CN 104223590 A",
    ),
    (
        "CN 1149075 C",
        "CN.p.granted.1149075 | CN 1149075 C | CN1149075C | 1149075 | CN 1149075 C",
    ),
    (
        "KR 10-2005-0012345 A",
        "KR.p.publication.2005.12345 | KR 20050012345 A | KR20050012345 | 1020050012345 | KR 10-2005-0012345 A",
    ),
    (
        "KR 10-0484299 B1",
        "KR.p.patent.484299 | KR 100484299 B1 | KR100484299B | 100484299 | KR 10-0484299 B1",
    ),
    (
        "FR 2 789 651 A1",
        "FR.p.publication.2789651 | FR 2789651 A1 | FR2789651 | 2789651 | FR 2 789 651 A1",
    ),
    (
        "GB 2 077 710",
        "GB.p.publication.2077710 | GB 2077710 | GB2077710 | 2077710 | GB 2 077 710",
    ),
    (
        "AU 2013290010 A1",
        "AU.p.publication.2013.290010 | AU 2013290010 A1 | AU2013290010 | 2013290010 | AU 2013290010 A1",
    ),
    (
        "AU 750911 B2",
        "AU.p.patent.750911 | AU 750911 B2 | AU750911B | 750911 | AU 750911 B2",
    ),
    (
        "CA 2,332,922 A1",
        "CA.p.publication.2332922 | CA 2332922 A1 | CA2332922 | 2332922 | CA 2,332,922 A1",
    ),
    (
        "RU 2197227 C2",
        "RU.p.patent.2197227 | RU 2197227 C2 | RU2197227 | 2197227 | RU 2 197 227 C2",
    ),
    (
        "SU 407567",
        "SU.p.certificate.407567 | SU 407567 | SU407567 | 407567 | SU 407567",
    ),
    (
        "BR 11 2012 012345 6",
        "BR.p.publication.11.2012.12345 | BR 112012012345 | BR112012012345 | 112012012345-6 | BR 11 2012 012345-6",
    ),
    (
        "BR PI 9815861-8 A",
        "BR.p.publication.1998.15861 | BR 9815861 A | BR9815861 | PI9815861-8 | BR PI 9815861-8 A",
    ),
    (
        "EM 001646753-0002",
        "EM.p.design.1646753.0002 | EM 0016467530002 | EM0016467530002 | 001646753-0002 | EM 001646753-0002",
    ),
    (
        "AP 1206",
        "AP.p.plain.1206 | AP 1206 | AP1206 | 1206 | AP 1206",
    ),
    (
        "TN SN99097 A1",
        "TN.a.application.1999.97 | TN SN99097 A1 | TN1999SN00097 | SN99097 | TN SN99097",
    ),
    (
        "IN 1234/DEL/2005",
        "IN.a.application.DEL.2005.1234 | - | - | 1234/DEL/2005 | IN 1234/DEL/2005",
    ),
];

#[test]
fn forms_are_these() {
    for (text, forms) in FORMS {
        assert_eq!(line(&first(text, "")), *forms, "{text}");
    }
}

#[test]
fn numbers_that_differ_are_not_mixed_up() {
    for (a, b) in [
        ("JP S63-123456 A", "JP S63-123456 U"),
        ("JP H11-123456 A", "JP S11-123456 B2"),
        ("JP 3798625 B2", "JP 3798625 U"),
        ("CN 1149075 A", "CN 1149075 C"),
        ("US D668832", "US 668832"),
        ("US PP17000", "US 17000"),
        ("US RE46653", "US 46653"),
        ("WO 2002/051234", "WO 2002/512340"),
        ("EP 1000000", "EP 98100000.0"),
        ("KR 10-2005-0012345 A", "KR 20-2005-0012345 U"),
        ("AT 6311 U1", "AT 63110"),
        ("DE 4412345 A1", "DE 9412345 U1"),
        ("PCT/JP2005/012345", "WO 2005/012345"),
        ("LU 12-345", "LU 123-45"),
    ] {
        assert_ne!(first(a, "").key(), first(b, "").key(), "{a} and {b}");
    }
}

#[test]
fn an_ambiguous_text_gives_all_readings() {
    let keys = |text: &str, office: &str| -> Vec<String> {
        let all = readings(text, &hints(office, "", None));
        all.iter().map(Reading::key).collect()
    };
    let all = keys("JP S63-123456", "");
    for id in [
        "publication",
        "model-publication",
        "application",
        "examined",
    ] {
        assert!(
            all.iter().any(|key| key.contains(&format!(".{id}."))),
            "{id} in {all:?}"
        );
    }
    let all = keys("2007-087468", "");
    assert!(
        all.contains(&"US.p.publication.2007.87468".to_owned()),
        "{all:?}"
    );
    assert!(
        all.contains(&"JP.p.publication.2007.87468".to_owned()),
        "{all:?}"
    );
    assert_eq!(keys("2007-087468", "US")[0], "US.p.publication.2007.87468");
    assert_eq!(keys("7,272,630", "US")[0], "US.p.grant.7272630");
    for reading in readings("US13547826", &Hints::default()) {
        assert!(!reading.reasons().is_empty());
    }
}

#[test]
fn check_digits_are_verified() {
    let right = first("EP 98123456.0", "").check_digit().unwrap();
    assert_eq!((right.given, right.right), (Some('0'), Some('0')));
    let wrong = first("EP 98123456.8", "");
    assert_eq!(wrong.key(), "EP.a.application.1998.123456");
    assert_eq!(wrong.doubts(), ["the check digit should be 0"]);
    let made = first("CN201410513187", "").check_digit().unwrap();
    assert_eq!((made.given, made.right), (None, Some('5')));
}

#[test]
fn one_digit_behind_a_point_is_a_check_digit() {
    let keys = |text: &str| -> Vec<String> {
        let all = readings(text, &Hints::default());
        all.iter().map(Reading::key).collect()
    };
    assert_eq!(keys("GB0512345.6"), ["GB.a.application.2005.12345"]);
    assert_eq!(keys("98123456.0")[0], "EP.a.application.1998.123456");
    assert_eq!(keys("98123456.0A")[0], "EP.a.application.1998.123456");
    assert!(keys("7.272.630").contains(&"US.p.grant.7272630".to_owned()));
}

#[test]
fn an_unknown_number_is_kept() {
    for (text, office, number) in [
        ("LU 12/ab-7", "LU", "12/ab-7"),
        ("一二三", "", "一二三"),
        ("US 7#272", "US", "7#272"),
        ("AP 12-ab", "AP", "12-ab"),
        ("U.S. 7#272", "US", "7#272"),
        ("LU ß12 A1", "LU", "ß12"),
    ] {
        let reading = first(text, "");
        assert!(!reading.is_known(), "{text}");
        assert_eq!(reading.office(), office);
        assert_eq!(reading.original().unwrap(), number);
    }
    assert!(readings("--- ...", &Hints::default()).is_empty());
    assert!(readings("", &Hints::default()).is_empty());
}

fn is_stable(text: &str, office: &str, kind: &str) -> Result<(), String> {
    let all = readings(text, &hints(office, kind, None));
    for reading in &all {
        let docdb = reading
            .docdb()
            .map(|docdb| format!("{} {} {}", docdb.office, docdb.number, docdb.kind));
        let with = |form: Option<String>, office: &str| form.map(|form| (form, office.to_owned()));
        let forms = [
            with(Some(reading.display()), ""),
            with(docdb, ""),
            with(reading.epodoc(), ""),
            with(reading.original(), reading.office()),
        ];
        for (form, office) in forms.into_iter().flatten() {
            if !reading.is_known() {
                continue;
            }
            let again = readings(&form, &hints(&office, reading.kind(), Some(reading.what())));
            if !again.iter().any(|other| other.key() == reading.key()) {
                let keys: Vec<String> = again.iter().map(Reading::key).collect();
                return Err(format!("{text} ({}): {form} is {keys:?}", reading.key()));
            }
        }
    }
    Ok(())
}

#[test]
fn forms_of_forms_are_stable() {
    let mut wrong = Vec::new();
    for text in SAME.iter().flat_map(|group| group.iter()) {
        wrong.extend(is_stable(text, "", "").err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A row of numbers that need not be random to be odd.
fn next(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 40).unwrap_or(0)
}

#[test]
fn no_text_makes_it_fall_and_forms_stay() {
    const PIECES: [&str; 44] = [
        "US",
        "EP",
        "WO",
        "JP",
        "DE",
        "CN",
        "KR",
        "GB",
        "PCT",
        "A1",
        "B2",
        "U",
        "S",
        "D",
        "RE",
        "H",
        "T",
        "昭和",
        "平",
        "特願",
        "特開",
        "令和元",
        "ZL",
        "/",
        "-",
        " ",
        ".",
        ",",
        "0",
        "00",
        "1",
        "63",
        "98",
        "2005",
        "123456",
        "0012345",
        "٣",
        "５",
        "é",
        "\u{0}",
        "💡",
        "ß",
        "X",
        "（",
    ];
    let mut state = 7;
    let mut wrong = Vec::new();
    for _ in 0..1500 {
        let count = 1 + next(&mut state) % 6;
        let text: String = (0..count)
            .map(|_| PIECES[next(&mut state) % PIECES.len()])
            .collect();
        let office = ["", "US", "JP", "XX", "é"][next(&mut state) % 5];
        wrong.extend(is_stable(&text, office, "").err());
    }
    assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
}
