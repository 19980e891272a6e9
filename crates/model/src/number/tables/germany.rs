//! Germany.

use crate::number::check_digit::Check;
use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
A German publication has carried the number of its application since 1968. Up to 1994 it begins with the \
year less fifty (`44` is 1994), utility models with the year; from 1995 to 2003 with a digit for the kind \
and the year (`195`, `100`; 2 is a utility model, 5 and 6 are European patents); since 2004 with two digits \
for the kind and the year in four. Verified: the check digits by a notice of the office from 1983 and by \
ten numbers of real files and judgments, EPODOC `DE19986032731T` and `DE199898938302T` by DOCDB. When the \
division gives a check digit of ten, none is known. EPODOC `DE19944412345` and `DE200410012345` are recalled.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;
const KINDS_BEFORE_2004: &[&str] = &["1", "3", "5", "6"];
const KINDS: &[&str] = &["10", "11", "12", "50", "60"];

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "DE",
        "publication",
        "publication",
        PUBLICATION,
        &[
            Era::new(
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}",
                "{t:2} {y} {n:6_}",
            )
            .types(KINDS)
            .years(2004, 2099)
            .serials(1, 999_999),
            Era::new(
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}",
                "{t:1}{yy} {n:5_}",
            )
            .reads(&["0000{t:1}{yy}{n:5}"])
            .types(KINDS_BEFORE_2004)
            .years(1995, 2003)
            .serials(1, 99_999),
            Era::new("{z}{n:5}", "{z}{n:5}", "{z}{n:5}", "{z} {n:5_}")
                .years(1968, 1994)
                .serials(1, 99_999),
            Era::new("{n}", "{n}", "{n}", "{n,}")
                .reads(&["{n:1-7}"])
                .serials(1, 1_799_999),
        ],
    )
    .kinds(&["A", "B", "C", "D", "T"]),
    Series::new(
        "DE",
        "model",
        "utility model",
        PUBLICATION,
        &[
            Era::new(
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}",
                "{t:2} {y} {n:6_}",
            )
            .types(&["20", "21", "22"])
            .years(2004, 2099)
            .serials(1, 999_999),
            Era::new(
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}",
                "{t:1}{yy} {n:5_}",
            )
            .types(&["2"])
            .years(1995, 2003)
            .serials(1, 99_999),
            Era::new("{yy}{n:5}", "{yy}{n:5}", "G{yy}{n:5}", "{yy} {n:5_}")
                .years(1934, 1994)
                .serials(1, 99_999),
        ],
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "DE",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new(
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}[.{c}]",
                "{t:2} {y} {n:6_}[.{c}]",
            )
            .epodoc("{y}{t:2}{n:6}")
            .st13("{t:2}{y}{n:9}")
            .reads(&["{t:2}{y}{n:6}{c}"])
            .types(KINDS)
            .years(2004, 2099)
            .serials(1, 999_999)
            .check(Check::German, "{t:2}{y}{n:6}"),
            Era::new(
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}[.{c}]",
                "{t:1}{yy} {n:5_}[.{c}]",
            )
            .epodoc("{y}{t:1}{n:6}")
            .reads(&["{t:1}{yy}{n:5}{c}"])
            .types(KINDS_BEFORE_2004)
            .years(1995, 2003)
            .serials(1, 99_999)
            .check(Check::German, "{t:1}{yy}{n:5}"),
            // A patent granted before 1995 on a European application has the kind and its year too.
            Era::new(
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}[.{c}]",
                "{t:1}{yy} {n:5_}[.{c}]",
            )
            .epodoc("{y}{t:1}{n:6}")
            .types(&["5", "6"])
            .years(1978, 1994)
            .serials(1, 99_999)
            .check(Check::German, "{t:1}{yy}{n:5}"),
            Era::new(
                "{z}{n:5}",
                "{z}{n:5}",
                "P{z}{n:5}[.{c}]",
                "P {z} {n:5_}[.{c}]",
            )
            .epodoc("{y}{z}{n:5}")
            .reads(&["{z}{n:5}.{c}", "{z}{n:5}{c}", "P{z}{n:5}{c}"])
            .years(1981, 1994)
            .serials(1, 99_999)
            .check(Check::German, "{z}{n:5}"),
            Era::new(
                "{z}{n:5}",
                "{z}{n:5}",
                "P{z}{n:5}[.{c}]",
                "P {z} {n:5_}[.{c}]",
            )
            .epodoc("{y}{z}{n:5}")
            .reads(&["{z}{n:5}.{c}", "P{z}{n:5}{c}"])
            .years(1968, 1980)
            .serials(1, 99_999)
            .check(Check::GermanBefore1981, "{z}{n:5}"),
        ],
    )
    .kinds(&["A", "T"]),
    Series::new(
        "DE",
        "model-application",
        "application for a utility model",
        APPLICATION,
        &[
            Era::new(
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}",
                "{t:2}{y}{n:6}[.{c}]",
                "{t:2} {y} {n:6_}[.{c}]",
            )
            .epodoc("{y}{t:2}{n:6}")
            .st13("{t:2}{y}{n:9}")
            .reads(&["{t:2}{y}{n:6}{c}"])
            .types(&["20", "21", "22"])
            .years(2004, 2099)
            .serials(1, 999_999)
            .check(Check::German, "{t:2}{y}{n:6}"),
            Era::new(
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}",
                "{t:1}{yy}{n:5}[.{c}]",
                "{t:1}{yy} {n:5_}[.{c}]",
            )
            .epodoc("{y}{t:1}{n:6}")
            .types(&["2"])
            .years(1995, 2003)
            .serials(1, 99_999)
            .check(Check::German, "{t:1}{yy}{n:5}"),
            Era::new(
                "{yy}{n:5}",
                "{yy}{n:5}",
                "G{yy}{n:5}[.{c}]",
                "G {yy} {n:5_}[.{c}]",
            )
            .epodoc("{y}{n:7}")
            .reads(&["{yy}{n:5}.{c}", "{yy}{n:5}{c}", "G{yy}{n:5}{c}"])
            .years(1981, 1994)
            .serials(1, 99_999)
            .check(Check::German, "{yy}{n:5}"),
        ],
    )
    .right(Right::UtilityModel)
    .kinds(&["U"]),
    Series::new(
        "DE",
        "european",
        "European application with effect in Germany",
        APPLICATION,
        &[Era::new("{y}.{n}", "{yy}{n:6}", "{yy}{n:6}", "{yy}{n:6}")
            .epodoc("{y}{yy}{n:6}")
            .years(1978, 2077)
            .serials(1, 999_999)],
    )
    .kinds(&["T"]),
    Series::new(
        "DE",
        "design",
        "design",
        APPLICATION,
        &[
            Era::new("{yy}{n:5}", "", "M{yy}{n:5}[.{c}]", "M {yy} {n:5_}[.{c}]")
                .reads(&["M{yy}{n:5}{c}"])
                .years(1988, 2003)
                .serials(1, 99_999)
                .check(Check::German, "{yy}{n:5}"),
            Era::new(
                "{t:2}{y}{n:6}",
                "",
                "{t:2}{y}{n:6}[.{c}]",
                "{t:2} {y} {n:6_}[.{c}]",
            )
            .st13("{t:2}{y}{n:9}")
            .types(&["40", "41"])
            .years(2004, 2099)
            .serials(1, 999_999)
            .check(Check::German, "{t:2}{y}{n:6}")
            .recalled(),
        ],
    )
    .right(Right::Design),
];
