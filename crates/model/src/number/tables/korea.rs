//! Korea.

use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
Two digits tell the right: 10 a patent, 20 a utility model, 30 a design, 40 a mark. DOCDB leaves them out \
of laid-open publications and applications, and keeps them in numbers of granted patents. Verified: \
`KR20007013073`, `KR20010043736`, `KR100484299B` by DOCDB, and the written forms by citations of real files.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

macro_rules! yearly {
    ($code:literal) => {
        &[Era::new(
            "{y}.{n}",
            "{y}{n:7}",
            concat!($code, "{y}{n:7}"),
            concat!($code, "-{y}-{n:7}"),
        )
        .st13(concat!($code, "{y}{n:9}"))
        .reads(&[
            concat!($code, "-{y}-{n:5-7}"),
            concat!($code, "{y}-{n:5-7}"),
            "{y}-{n:5-7}",
            "{y}{n:6}",
            "{yy}-{n:3-7}",
        ])
        .years(1947, 2099)
        .serials(1, 9_999_999)]
    };
}

macro_rules! registered {
    ($code:literal) => {
        &[Era::new(
            "{n}",
            concat!($code, "{n:7}"),
            concat!($code, "{n:7}"),
            concat!($code, "-{n:7}"),
        )
        .reads(&[
            concat!($code, "-{n:5-7}"),
            concat!($code, "{n:7}-0000"),
            concat!($code, "-{n:7}-00-00"),
        ])
        .serials(1, 9_999_999)]
    };
}

pub(super) const SERIES: &[Series] = &[
    Series::new("KR", "patent", "patent", PUBLICATION, registered!("10")).kinds(&["B", "C"]),
    Series::new(
        "KR",
        "publication",
        "application laid open",
        PUBLICATION,
        yearly!("10"),
    )
    .kinds(&["A"]),
    Series::new(
        "KR",
        "examined",
        "examined application",
        PUBLICATION,
        &[Era::new("{y}.{n}", "{yy}{n:5}", "{yy}-{n:5}", "{yy}-{n:5}")
            .reads(&["{y}{n:7}"])
            .years(1948, 1999)
            .serials(1, 99_999)
            .recalled()],
    )
    .kinds(&["B", "B1"]),
    Series::new(
        "KR",
        "model",
        "utility model",
        PUBLICATION,
        registered!("20"),
    )
    .right(Right::UtilityModel)
    .kinds(&["Y", "U"]),
    Series::new(
        "KR",
        "model-publication",
        "utility model laid open",
        PUBLICATION,
        yearly!("20"),
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new("KR", "design", "design", PUBLICATION, registered!("30"))
        .right(Right::Design)
        .kinds(&["S"]),
    Series::new(
        "KR",
        "application",
        "application",
        APPLICATION,
        yearly!("10"),
    )
    .kinds(&["A"]),
    Series::new(
        "KR",
        "model-application",
        "application for a utility model",
        APPLICATION,
        yearly!("20"),
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "KR",
        "design-application",
        "application for a design",
        APPLICATION,
        yearly!("30"),
    )
    .right(Right::Design)
    .kinds(&["S"]),
    Series::new(
        "KR",
        "mark-application",
        "application for a mark",
        APPLICATION,
        yearly!("40"),
    )
    .right(Right::Mark),
];
