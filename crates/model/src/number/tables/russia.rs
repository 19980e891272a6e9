//! Russia and the Soviet Union.

use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
Patents are counted on from the inventor's certificates of the Soviet Union; utility models apart. Verified \
by DOCDB, except EPODOC forms of Russian applications: that of 2000 carries the year 1920 in a real file, and \
the regular form is recalled.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "RU",
        "patent",
        "patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n_}")
            .reads(&["{n:4-7}"])
            .serials(1, 9_999_999)],
    )
    .kinds(&["C", "B"]),
    Series::new(
        "RU",
        "publication",
        "application laid open",
        PUBLICATION,
        &[
            Era::new("{y}.{n}", "{y}{n:6}", "{y}{n:6}", "{y}{n:6}")
                .years(1992, 2099)
                .serials(1, 999_999),
            Era::new("{y}.{n}", "{yy}{n:6}", "{yy}{n:6}", "{yy}{n:6}")
                .years(1992, 1999)
                .serials(1, 999_999)
                .recalled(),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "RU",
        "model",
        "utility model",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n_}")
            .reads(&["{n:1-6}"])
            .serials(1, 999_999)],
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "RU",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{y}{n:6}", "{y}{n:6}", "{y}{n:6}")
                .epodoc("{y}{n:7}")
                .reads(&["{y}{n:6}/{p:2}"])
                .years(2000, 2099)
                .serials(1, 999_999),
            Era::new("{y}.{n}", "{yy}{n:6}", "{yy}{n:6}", "{yy}{n:6}")
                .epodoc("{y}{n:7}")
                .reads(&["{yy}{n:6}/{p:2}"])
                .years(1992, 1999)
                .serials(1, 999_999)
                .recalled(),
        ],
    )
    .right(Right::Unknown)
    .kinds(&["A", "U"]),
    Series::new(
        "SU",
        "certificate",
        "inventor's certificate or patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}")
            .reads(&["{n:1-7}"])
            .serials(1, 9_999_999)],
    )
    .kinds(&["A", "C", "T"]),
];
