//! China and Taiwan.

use crate::number::check_digit::Check;
use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
A Chinese application has a digit for its kind after the year: 1 and 8 (international) are patents, 2 and \
9 utility models, 3 designs. A patent number is ZL with the number of the application. Verified: both forms \
and the check digit by standard ZC 0006-2003 and by 20 numbers of real files, EPODOC `CN19988014060` by \
DOCDB. Up to 1988 publications carry the number of the application; then 7 digits, since 2007 nine, whose \
first tells the kind. With seven digits, laid-open, examined (B) and granted (C) documents are counted \
apart. Numbers of Taiwan are recalled; their years are those of the Republic (1911 is 0).";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;
const PATENT: &[&str] = &["1", "8"];
const MODEL: &[&str] = &["2", "9"];
const DESIGN: &[&str] = &["3"];

macro_rules! filed {
    ($types:expr, $st13:literal) => {
        &[
            Era::new(
                "{y}.{t:1}.{n}",
                "{yy}{t:1}{n:5}",
                "{yy}{t:1}{n:5}[.{c}]",
                "{yy}{t:1}{n:5}[.{c}]",
            )
            .epodoc("{y}{t:1}{n:6}")
            .reads(&[
                "{yy}{t:1}{n:5}{c}",
                "ZL{yy}{t:1}{n:5}[.{c}]",
                "ZL{yy}{t:1}{n:5}{c}",
            ])
            .types($types)
            .years(1985, 2003)
            .serials(1, 99_999)
            .check(Check::Chinese, "{yy}{t:1}{n:5}"),
            Era::new(
                "{y}.{t:1}.{n}",
                "{y}{t:1}{n:7}",
                "{y}{t:1}{n:7}[.{c}]",
                "{y}{t:1}{n:7}[.{c}]",
            )
            .epodoc("{y}{t:1}{n:6}")
            .st13($st13)
            .reads(&[
                "{y}{t:1}{n:7}{c}",
                "ZL{y}{t:1}{n:7}[.{c}]",
                "ZL{y}{t:1}{n:7}{c}",
            ])
            .types($types)
            .years(2003, 2099)
            .serials(1, 9_999_999)
            .check(Check::Chinese, "{y}{t:1}{n:7}"),
        ]
    };
}

const BY_APPLICATION: Era = Era::new(
    "{yy}{t:1}{n:5}",
    "{yy}{t:1}{n:5}",
    "{yy}{t:1}{n:5}",
    "{yy}{t:1}{n:5}",
)
.years(1985, 1988)
.serials(1, 99_999);

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "CN",
        "publication",
        "publication",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}").serials(100_000_001, 199_999_999)],
    )
    .kinds(&["A", "B", "C"]),
    Series::new(
        "CN",
        "publication",
        "application laid open",
        PUBLICATION,
        &[
            Era::new("{n}", "{n}", "{n}", "{n}").serials(1_000_001, 1_999_999),
            BY_APPLICATION.types(&["1"]),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "CN",
        "granted",
        "granted patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}").serials(1_000_001, 1_999_999)],
    )
    .kinds(&["C"]),
    Series::new(
        "CN",
        "examined",
        "examined application",
        PUBLICATION,
        &[
            Era::new("{n}", "{n}", "{n}", "{n}").serials(1_000_001, 1_999_999),
            BY_APPLICATION.types(&["1"]),
        ],
    )
    .kinds(&["B"]),
    Series::new(
        "CN",
        "model",
        "utility model",
        PUBLICATION,
        &[
            Era::new("{n}", "{n}", "{n}", "{n}").serials(200_000_001, 299_999_999),
            Era::new("{n}", "{n}", "{n}", "{n}").serials(2_000_001, 2_999_999),
            BY_APPLICATION.types(&["2"]),
        ],
    )
    .right(Right::UtilityModel)
    .kinds(&["U", "Y"]),
    Series::new(
        "CN",
        "design",
        "design",
        PUBLICATION,
        &[
            Era::new("{n}", "{n}", "{n}", "{n}").serials(300_000_001, 399_999_999),
            Era::new("{n}", "{n}", "{n}", "{n}").serials(3_000_001, 3_999_999),
            BY_APPLICATION.types(&["3"]),
        ],
    )
    .right(Right::Design)
    .kinds(&["S", "D"]),
    Series::new(
        "CN",
        "application",
        "application",
        APPLICATION,
        filed!(PATENT, "10{y}{n:9}"),
    )
    .kinds(&["A"]),
    Series::new(
        "CN",
        "application",
        "application for a utility model",
        APPLICATION,
        filed!(MODEL, "20{y}{n:9}"),
    )
    .right(Right::UtilityModel)
    .kinds(&["U", "Y"]),
    Series::new(
        "CN",
        "application",
        "application for a design",
        APPLICATION,
        filed!(DESIGN, "40{y}{n:9}"),
    )
    .right(Right::Design)
    .kinds(&["S", "D"]),
    Series::new(
        "TW",
        "patent",
        "patent",
        PUBLICATION,
        &[Era::new("{n}", "I{n}", "I{n:6}", "I{n:6}").recalled()],
    )
    .kinds(&["B"]),
    Series::new(
        "TW",
        "publication",
        "application laid open",
        PUBLICATION,
        &[Era::new("{y}.{n}", "{y}{n:5}", "{y}{n:5}", "{y}{n:5}")
            .years(2003, 2099)
            .serials(1, 99_999)
            .recalled()],
    )
    .kinds(&["A"]),
    Series::new(
        "TW",
        "model",
        "utility model",
        PUBLICATION,
        &[Era::new("{n}", "M{n}", "M{n:6}", "M{n:6}").recalled()],
    )
    .right(Right::UtilityModel)
    .kinds(&["U", "Y"]),
    Series::new(
        "TW",
        "design",
        "design",
        PUBLICATION,
        &[Era::new("{n}", "D{n}", "D{n:6}", "D{n:6}").recalled()],
    )
    .right(Right::Design)
    .kinds(&["S"]),
    Series::new(
        "TW",
        "old",
        "publication before 2003",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n:8}", "{n}")
            .reads(&["{n:1-8}"])
            .serials(1, 699_999)],
    )
    .right(Right::Unknown)
    .kinds(&["A", "B", "C", "U", "Y", "S"]),
    Series::new(
        "TW",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new(
                "{t:1}.{y}.{n}",
                "{r:3}{t:1}{n:5}",
                "{r:3}{t:1}{n:5}",
                "{r:3}{t:1}{n:5}",
            )
            .epodoc("{y}{t:1}{n:6}")
            .types(&["1", "2", "3"])
            .years(1911, 2099)
            .serials(1, 99_999)
            .recalled(),
            Era::new(
                "{t:1}.{y}.{n}",
                "{r:3}{t:1}{n:5}",
                "{r:3}{t:1}{n:5}",
                "{r:3}{t:1}{n:5}",
            )
            .epodoc("{y}{t:1}{n:6}")
            .reads(&["{r:2}{t:1}{n:5}"])
            .types(&["1", "2", "3"])
            .years(1921, 2010)
            .serials(1, 99_999)
            .recalled(),
        ],
    )
    .right(Right::Unknown)
    .kinds(&["A", "U", "S"]),
];
