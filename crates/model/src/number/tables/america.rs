//! Other offices of America.

use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
In Canada an application, its publication and the patent carry one number. Brazil: PI and MU numbers \
(patent, utility model) up to 2011, then BR with two digits for the right (10, 11 and 12 patents, 20, 21 and \
22 utility models), the year, six digits and a check digit, whose rule was not found in a source: it is kept \
and not verified. DOCDB verifies Canada, Argentina, Colombia and old Brazilian numbers.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

const BRAZIL_PATENT: &[&str] = &["10", "11", "12", "13"];
const BRAZIL_MODEL: &[&str] = &["20", "21", "22"];

macro_rules! brazil {
    ($types:expr, $letters:literal) => {
        &[
            Era::new(
                "{t:2}.{y}.{n}",
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}[-{c}]",
                "{t:2} {y} {n:6}[-{c}]",
            )
            .st13("{t:2}{y}{n:9}")
            .reads(&["{t:2}{y}{n:6}|{c}", "{t:2}{y}{n:6}{c}"])
            .types($types)
            .years(2012, 2099)
            .serials(1, 999_999),
            Era::new(
                "{y}.{n}",
                "{yy}{n:5}",
                concat!($letters, "{yy}{n:5}[-{c}]"),
                concat!($letters, " {yy}{n:5}[-{c}]"),
            )
            .epodoc("{y}{yy}{n:5}")
            .reads(&["{yy}{n:5}-{c}", concat!($letters, "{yy}{n:5}{c}")])
            .years(1971, 2011)
            .serials(1, 99_999),
        ]
    };
}

macro_rules! brazil_published {
    ($types:expr, $letters:literal) => {
        &[
            Era::new(
                "{t:2}.{y}.{n}",
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}[-{c}]",
                "{t:2} {y} {n:6}[-{c}]",
            )
            .reads(&["{t:2}{y}{n:6}|{c}", "{t:2}{y}{n:6}{c}"])
            .types($types)
            .years(2012, 2099)
            .serials(1, 999_999),
            Era::new(
                "{y}.{n}",
                concat!($letters, "{yy}{n:5}"),
                concat!($letters, "{yy}{n:5}[-{c}]"),
                concat!($letters, " {yy}{n:5}[-{c}]"),
            )
            .reads(&[
                "{yy}{n:5}-{c}",
                "{yy}{n:5}",
                concat!($letters, "{yy}{n:5}{c}"),
            ])
            .years(2000, 2011)
            .serials(1, 99_999)
            .recalled(),
            Era::new(
                "{y}.{n}",
                "{yy}{n:5}",
                concat!($letters, "{yy}{n:5}[-{c}]"),
                concat!($letters, " {yy}{n:5}[-{c}]"),
            )
            .reads(&["{yy}{n:5}-{c}", concat!($letters, "{yy}{n:5}{c}")])
            .years(1971, 1999)
            .serials(1, 99_999),
        ]
    };
}

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "CA",
        "publication",
        "application laid open, or patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n,}")
            .reads(&["{n:1-7}"])
            .serials(1, 9_999_999)],
    )
    .kinds(&["A", "C", "E"]),
    Series::new(
        "CA",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n,}")
            .epodoc("{y}{n:7}")
            .reads(&["{n:1-7}"])
            .serials(1, 9_999_999)],
    )
    .kinds(&["A"]),
    Series::new(
        "BR",
        "publication",
        "publication",
        PUBLICATION,
        brazil_published!(BRAZIL_PATENT, "PI"),
    )
    .kinds(&["A", "B", "C"]),
    Series::new(
        "BR",
        "model-publication",
        "utility model",
        PUBLICATION,
        brazil_published!(BRAZIL_MODEL, "MU"),
    )
    .right(Right::UtilityModel)
    .kinds(&["U", "Y"]),
    Series::new(
        "BR",
        "application",
        "application",
        APPLICATION,
        brazil!(BRAZIL_PATENT, "PI"),
    )
    .kinds(&["A"]),
    Series::new(
        "BR",
        "model-application",
        "application for a utility model",
        APPLICATION,
        brazil!(BRAZIL_MODEL, "MU"),
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "AR",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "P{yy}{n:7}", "P{yy}{n:7}", "P{yy}{n:7}")
                .epodoc("{y}P{n:6}")
                .reads(&["P{y}{n:7}"])
                .years(1980, 2079),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "CO",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{y}.{n}", "{yy}{n:6}", "{yy}{n:6}", "{yy} {n:6}")
            .epodoc("{y}{n:7}")
            .years(1960, 2059)
            .serials(1, 9_999_999)],
    )
    .kinds(&["A"]),
    Series::new(
        "MX",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{y}{n:6}", "MX/A/{y}/{n:6}", "MX/A/{y}/{n:6}")
                .epodoc("{y}{n:7}")
                .reads(&["PA/A/{y}/{n:6}", "A/{y}/{n:6}"])
                .years(1991, 2099)
                .recalled(),
        ],
    )
    .kinds(&["A"]),
];
