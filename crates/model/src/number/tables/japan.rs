//! Japan.

use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
Years are imperial up to 1999 and western since. Serial numbers are counted for each kind of document, so \
`JP S63-123456` may be an application, a laid-open or an examined publication, of a patent or of a utility \
model: the kind code decides. Verified: the shapes by the office's numbering page at the EPO and by \
citations of real files, `JP3798625B`, `JP2002516268`, `JP20000550462` by DOCDB. Recalled: the DOCDB form \
of imperial years (`S63123456`, `H0737678`) and of applications up to 1999 (`12345688`).";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

const OLD: (u16, u16) = (1885, 1999);

macro_rules! numbered {
    ($word:literal, $first:literal) => {
        numbered!($word, $first, 1, 999_999)
    };
    ($word:literal, $first:literal, $low:literal, $high:literal) => {
        [
            Era::new(
                "{y}.{n}",
                "{e}{n}",
                concat!($word, "{j}{i}-{n}"),
                "{e}-{n:6}",
            )
            .reads(&[
                "{e}-{n:1-6}",
                "{i}-{n:1-6}",
                "{y}-{n:1-6}",
                "{i:2}{n:6}",
                "{i:1}{n:6}",
                concat!($word, "{e}-{n:1-6}"),
                concat!($word, "{y}-{n:1-6}"),
            ])
            .years($first, OLD.1)
            .serials($low, $high)
            .recalled(),
            Era::new(
                "{y}.{n}",
                "{y}{n:6}",
                concat!($word, "{y}-{n:6}"),
                "{y}-{n:6}",
            )
            .reads(&[
                "{y}-{n:1-6}",
                "P{y}-{n:1-6}",
                "{e}-{n:1-6}",
                "{i}-{n:1-6}",
                concat!($word, "{y}-{n:1-6}"),
                concat!($word, "{e}-{n:1-6}"),
            ])
            .years(2000, 2099)
            .serials($low, $high),
        ]
    };
}

macro_rules! filed {
    ($word:literal, $suffix:literal) => {
        &[
            Era::new(
                "{y}.{n}",
                "{n}{yy}",
                concat!($word, "{j}{i}-{n}"),
                concat!("{e}-{n:6}", $suffix),
            )
            .epodoc("{y}{n:7}")
            .reads(&[
                "{e}-{n:1-6}",
                "{i}-{n:1-6}",
                "{y}-{n:1-6}",
                "{i:2}{n:6}",
                concat!($word, "{e}-{n:1-6}"),
                concat!($word, "{y}-{n:1-6}"),
            ])
            .years(OLD.0, OLD.1)
            .serials(1, 999_999)
            .recalled(),
            Era::new(
                "{y}.{n}",
                "{y}{n:6}",
                concat!($word, "{y}-{n:6}"),
                concat!("{y}-{n:6}", $suffix),
            )
            .epodoc("{y}{n:7}")
            .st13("10{y}{n:9}")
            .reads(&[
                "{y}-{n:1-6}",
                "{e}-{n:1-6}",
                concat!($word, "{y}-{n:1-6}"),
                concat!($word, "{e}-{n:1-6}"),
            ])
            .years(2000, 2099)
            .serials(1, 999_999),
        ]
    };
}

const LAID_OPEN: [Era; 2] = numbered!("特開", 1971, 1, 499_999);
const TRANSLATED: [Era; 2] = numbered!("特表", 1979, 500_000, 999_999);
const MODEL_LAID_OPEN: [Era; 2] = numbered!("実開", 1971, 1, 499_999);
const MODEL_TRANSLATED: [Era; 2] = numbered!("実表", 1979, 500_000, 999_999);
const EXAMINED: [Era; 2] = numbered!("特公", 1922);
const MODEL_EXAMINED: [Era; 2] = numbered!("実公", 1922);

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "JP",
        "patent",
        "patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "特許{n}", "{n:7}")
            .reads(&["特許{n:1-7}"])
            .serials(1, 9_999_999)],
    )
    .kinds(&["B", "C"]),
    Series::new(
        "JP",
        "publication",
        "application laid open",
        PUBLICATION,
        &LAID_OPEN,
    )
    .kinds(&["A"]),
    Series::new(
        "JP",
        "publication",
        "translation of an international application",
        PUBLICATION,
        &TRANSLATED,
    )
    .kinds(&["A"]),
    Series::new(
        "JP",
        "republication",
        "international application published again",
        PUBLICATION,
        &[
            Era::new("{y}.{n}", "WO{yy}{n:5}", "再表{yy}/{n:5}", "WO{yy}/{n:5}")
                .years(1978, 2001)
                .serials(1, 99_999)
                .recalled(),
            Era::new("{y}.{n}", "WO{y}{n:6}", "再表{y}/{n:6}", "WO{y}/{n:6}")
                .reads(&["WO{yy}{n:6}", "再表{yy}/{n:6}"])
                .years(2002, 2099)
                .serials(1, 999_999)
                .recalled(),
        ],
    )
    .kinds(&["A1"]),
    Series::new(
        "JP",
        "examined",
        "examined application",
        PUBLICATION,
        &EXAMINED,
    )
    .kinds(&["B", "B2", "B4"]),
    Series::new(
        "JP",
        "model-publication",
        "utility model laid open",
        PUBLICATION,
        &MODEL_LAID_OPEN,
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "JP",
        "model-publication",
        "translation for a utility model",
        PUBLICATION,
        &MODEL_TRANSLATED,
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "JP",
        "model-examined",
        "examined utility model",
        PUBLICATION,
        &MODEL_EXAMINED,
    )
    .right(Right::UtilityModel)
    .kinds(&["Y"]),
    Series::new(
        "JP",
        "model",
        "registered utility model",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "実用新案登録{n}", "{n:7}")
            .reads(&["登録実用新案{n:1-7}", "実用新案登録{n:1-7}", "実登{n:1-7}"])
            .serials(1, 9_999_999)],
    )
    .right(Right::UtilityModel)
    .kinds(&["U", "Y", "C"]),
    Series::new(
        "JP",
        "design",
        "registered design",
        PUBLICATION,
        &[Era::new("{n}", "D{n}", "意匠登録{n}", "D{n}")
            .reads(&["意匠登録{n:1-7}", "意登{n:1-7}"])
            .serials(1, 9_999_999)],
    )
    .right(Right::Design)
    .kinds(&["S"]),
    Series::new(
        "JP",
        "application",
        "application",
        APPLICATION,
        filed!("特願", ""),
    )
    .kinds(&["A", "T"]),
    Series::new(
        "JP",
        "model-application",
        "application for a utility model",
        APPLICATION,
        filed!("実願", " U"),
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "JP",
        "design-application",
        "application for a design",
        APPLICATION,
        filed!("意願", " D"),
    )
    .right(Right::Design)
    .kinds(&["S", "D"]),
    Series::new(
        "JP",
        "mark-application",
        "application for a mark",
        APPLICATION,
        &[Era::new("{y}.{n}", "", "商願{y}-{n:6}", "商願{y}-{n:6}")
            .reads(&["商願{e}-{n:1-6}"])
            .recalled()],
    )
    .right(Right::Mark),
];
