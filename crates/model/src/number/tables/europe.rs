//! Other offices of Europe, Africa and the Near East.

use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
Publications are plain numbers, and DOCDB keeps them as they are. Applications differ in where the year \
stands in DOCDB; EPODOC puts it first, in four digits. Verified by one DOCDB family of forty offices, \
except where a row says recalled. Check digits of Great Britain, Spain and Italy are kept and not verified: \
their rules were not found in a source. EPODOC forms of some offices carry a wrong year in real files (CZ 1962, \
RO, TR, UA 1920); they are not made.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

/// The year in two digits, then the serial number.
macro_rules! year_first {
    ($office:literal, $width:literal, $first:literal, $last:literal) => {
        Series::new(
            $office,
            "application",
            "application",
            APPLICATION,
            &[Era::new(
                "{y}.{n}",
                concat!("{yy}{n:", $width, "}"),
                concat!("{yy}{n:", $width, "}"),
                concat!("{yy}{n:", $width, "}"),
            )
            .epodoc("{y}{n:7}")
            .years($first, $last)
            .serials(1, 9_999_999)],
        )
        .kinds(&["A", "T", "U"])
    };
}

/// The year in four digits, then the serial number.
macro_rules! long_year_first {
    ($office:literal, $width:literal) => {
        Series::new(
            $office,
            "application",
            "application",
            APPLICATION,
            &[Era::new(
                "{y}.{n}",
                concat!("{y}{n:", $width, "}"),
                concat!("{y}{n:", $width, "}"),
                concat!("{y}{n:", $width, "}"),
            )
            .epodoc("{y}{n:7}")
            .years(1900, 2099)],
        )
        .kinds(&["A", "U"])
    };
}

/// The serial number, then the year.
macro_rules! year_last {
    ($office:literal, $year:literal, $first:literal, $last:literal) => {
        Series::new(
            $office,
            "application",
            "application",
            APPLICATION,
            &[Era::new(
                "{y}.{n}",
                concat!("{n}", $year),
                concat!("{n}/", $year),
                concat!("{n}/", $year),
            )
            .epodoc("{y}{n:7}")
            .years($first, $last)
            .serials(1, 9_999_999)],
        )
        .kinds(&["A", "U"])
    };
}

/// A European application with effect in a state.
macro_rules! european {
    ($office:literal) => {
        Series::new(
            $office,
            "european",
            "European application with effect there",
            APPLICATION,
            &[Era::new("{y}.{n}", "{yy}{n:6}", "{yy}{n:6}", "{yy}{n:6}")
                .epodoc("{y}{n:7}")
                .years(1978, 2077)
                .serials(1, 999_999)],
        )
        .kinds(&["T"])
    };
}

/// Plain numbers of publications.
macro_rules! plain {
    ($office:literal, $display:literal, $kinds:expr) => {
        Series::new(
            $office,
            "publication",
            "publication",
            PUBLICATION,
            &[Era::new("{n}", "{n}", "{n}", $display).reads(&["{n}"])],
        )
        .right(Right::Unknown)
        .kinds($kinds)
    };
}

pub(super) const SERIES: &[Series] = &[
    plain!("FR", "{n_}", &["A", "B", "C", "E", "M", "T"]),
    Series::new(
        "FR",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{y}.{n}", "{yy}{n:5}", "{yy}{n:5}", "{yy} {n:5}")
            .epodoc("{y}{n:7}")
            .years(1969, 2068)
            .serials(1, 99_999)],
    )
    .kinds(&["A", "U"]),
    Series::new(
        "GB",
        "publication",
        "publication",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n_}")
            .reads(&["{n}"])
            .serials(100_001, 9_999_999)],
    )
    .kinds(&["A", "B", "C"]),
    Series::new(
        "GB",
        "yearly",
        "specification before 1916",
        PUBLICATION,
        &[Era::new("{y}.{n}", "{y}{n:5}", "{n}/{y}", "{y}/{n:5}")
            .reads(&["{y}/{n:1-5}"])
            .years(1840, 1916)
            .serials(1, 99_999)
            .recalled()],
    )
    .kinds(&["A"]),
    Series::new(
        "GB",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{yy}{n:5}", "{yy}{n:5}[.{c}]", "{yy}{n:5}[.{c}]")
                .epodoc("{y}{n:7}")
                .years(1949, 2009)
                .serials(1, 99_999)
                .recalled(),
            Era::new("{y}.{n}", "{y}{n:5}", "{yy}{n:5}[.{c}]", "{yy}{n:5}[.{c}]")
                .epodoc("{y}{n:7}")
                .reads(&["{y}/{n:1-5}"])
                .years(2010, 2099)
                .serials(1, 99_999),
        ],
    )
    .kinds(&["A", "D"]),
    Series::new(
        "ES",
        "publication",
        "patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n_}").reads(&["{n}"])],
    )
    .kinds(&["A", "B", "T"]),
    Series::new(
        "ES",
        "model",
        "utility model",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n_}").reads(&["{n}"])],
    )
    .right(Right::UtilityModel)
    .kinds(&["U", "Y"]),
    european!("ES"),
    Series::new(
        "ES",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{yy}{n:5}", "P{yy}{n:5}", "P{yy}{n:5}")
                .epodoc("{y}{n:7}")
                .reads(&["P{yy}{n:5}{c}"])
                .years(1965, 1999)
                .serials(1, 99_999)
                .recalled(),
            Era::new("{y}.{n}", "{y}{n:5}", "P{y}{n:5}", "P{y}{n:5}")
                .epodoc("{y}{n:7}")
                .reads(&["P{y}3{n:4}", "P{y}|{n:5}"])
                .years(2000, 2099)
                .serials(1, 99_999),
        ],
    )
    .kinds(&["A", "P"]),
    Series::new(
        "ES",
        "model-application",
        "application for a utility model",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{yy}{n:5}", "U{yy}{n:5}", "U{yy}{n:5}")
                .epodoc("{y}{n:7}")
                .years(1965, 1999)
                .serials(1, 99_999)
                .recalled(),
            Era::new("{y}.{n}", "{y}{n:5}", "U{y}{n:5}", "U{y}{n:5}")
                .epodoc("{y}{n:7}")
                .years(2000, 2099)
                .serials(1, 99_999)
                .recalled(),
        ],
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "IT",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new(
                "{l:2}.{y}.{n}",
                "{l:2}{y}{n:4}",
                "{l:2}{y}A{n:6}",
                "{l:2}{y}A{n:6}",
            )
            .epodoc("{y}{l:2}{n:5}")
            .reads(&["{l:2}{yy}A{n:6}", "{l:2}00{n:4}"])
            .years(1968, 2016),
            Era::new(
                "{t:2}.{y}.{n}",
                "{y}{n:8}",
                "{t:2}{y}{n:9}",
                "{t:2} {y} {n:9}",
            )
            .st13("{t:2}{y}{n:9}")
            .types(&["10", "20"])
            .years(2016, 2099),
        ],
    )
    .kinds(&["A", "U"]),
    plain!("AT", "{n,}", &["A", "B", "T", "U"]),
    european!("AT"),
    Series::new(
        "AT",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{y}.{n}", "{n}{y}", "A {n}/{y}", "A {n}/{y}")
            .epodoc("{y}{n:7}")
            .reads(&["GM {n}/{y}"])
            .years(1990, 2099)
            .serials(1, 99_999)],
    )
    .right(Right::Unknown)
    .kinds(&["A", "U"]),
    plain!("DK", "{n}", &["A", "B", "T", "U", "Y"]),
    european!("DK"),
    Series::new(
        "DK",
        "application",
        "application",
        APPLICATION,
        &[Era::new(
            "{l:2}.{y}.{n}",
            "{l:2}{y}{n:5}",
            "{l:2} {y} {n:5}",
            "{l:2} {y} {n:5}",
        )
        .epodoc("{y}{l:2}{n:5}")
        .years(1900, 2099)],
    )
    .kinds(&["A", "U"]),
    plain!("CH", "{n_}", &["A", "B"]),
    plain!("SE", "{n_}", &["A", "B", "C", "L", "T"]),
    plain!("FI", "{n}", &["A", "B", "C", "U", "Y", "T"]),
    plain!("NL", "{n}", &["A", "B", "C"]),
    Series::new(
        "NL",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}")
            .epodoc("{y}{n:7}")
            .reads(&["{n}"])
            .serials(1_000_000, 9_999_999)],
    )
    .kinds(&["A"]),
    plain!("NO", "{n}", &["A", "B", "C", "D", "L", "T"]),
    long_year_first!("NO", "4"),
    long_year_first!("LT", "3"),
    year_first!("HU", "5", 1960, 2003),
    year_first!("LV", "4", 1990, 2089),
    year_first!("ZA", "4", 1950, 1999),
    year_first!("DZ", "4", 1960, 2059),
    year_first!("CY", "7", 1960, 2059),
    year_last!("BG", "{yy}", 1960, 2009),
    year_last!("IL", "{yy}", 1950, 2009),
    year_last!("PL", "{yy}", 1950, 2009),
    year_last!("SK", "{y}", 1990, 2099),
    Series::new(
        "GE",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "AP{y}{n:6}", "AP {y} {n:6}", "AP {y} {n:6}")
                .epodoc("{y}AP{n:5}")
                .years(1990, 2099),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "TN",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "SN{yy}{n:3}", "SN{yy}{n:3}", "SN{yy}{n:3}")
                .epodoc("{y}SN{n:5}")
                .years(1960, 2010),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "MA",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}")
            .epodoc("{y}{n:7}")
            .reads(&["{n}"])
            .serials(1, 99_999)],
    )
    .kinds(&["A"]),
    Series::new(
        "PT",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}")
            .epodoc("{y}{n:7}")
            .reads(&["{n:4-6}"])
            .serials(1, 999_999)
            .recalled()],
    )
    .kinds(&["A"]),
];
