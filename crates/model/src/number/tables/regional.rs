//! European Patent Office, international applications and registrations, African and Eurasian offices, EUIPO.

use crate::number::check_digit::Check;
use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
International publications have five digits after a two-digit year up to June 2002, six after it to the \
end of 2003, and six after a four-digit year since (verified: DOCDB); the number 51231 as the first with \
six digits is recalled. The check digit of European applications is verified by a rule that the office \
published and by 60 numbers of real files. EPODOC forms of applications at ARIPO carry the year 1920 in \
real files, and are not made.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

const WO_READS: &[&str] = &[
    "{y}/{n:5-6}",
    "{yy}/{n:5-6}",
    "{y}{n:6}",
    "{yy}{n:6}",
    "{yy}{n:5}",
    "{y}{n:5}",
];
const PCT_READS: &[&str] = &[
    "PCT{o}{y}/{n:1-6}",
    "PCT{o}{yy}/{n:1-6}",
    "PCT{o}{y}{n:6}",
    "PCT{o}{yy}{n:5-6}",
    "{o}{y}/{n:5-6}",
    "{o}{yy}/{n:5-6}",
    "{o}{y}{n:6}",
    "{o}{yy}{n:5}",
    "{yy}{o}{n:5-6}",
];

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "EP",
        "publication",
        "European publication",
        PUBLICATION,
        &[Era::new("{n}", "{n:7}", "{n:7}", "{n:7_}")
            .reads(&["{n:1-7}"])
            .serials(1, 9_999_999)],
    )
    .kinds(&["A", "B"]),
    Series::new(
        "EP",
        "application",
        "European application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{yy}{n:6}", "{yy}{n:6}[.{c}]", "{yy}{n:6}[.{c}]")
                .epodoc("{y}{n:7}")
                .st13("10{y}{n:9}")
                .reads(&["{yy}{n:6}{c}"])
                .years(1978, 2077)
                .serials(1, 999_999)
                .check(Check::European, "{yy}{n:6}"),
        ],
    )
    .kinds(&["A", "D", "T"]),
    Series::new(
        "WO",
        "publication",
        "international publication",
        PUBLICATION,
        &[
            Era::new("{y}.{n}", "{yy}{n:5}", "{yy}/{n:5}", "{yy}/{n:5}")
                .reads(WO_READS)
                .years(1978, 2001)
                .serials(1, 99_999),
            Era::new("{y}.{n}", "{yy}{n:5}", "{yy}/{n:5}", "{yy}/{n:5}")
                .reads(WO_READS)
                .years(2002, 2002)
                .serials(1, 51_230)
                .recalled(),
            Era::new("{y}.{n}", "{yy}{n:6}", "{yy}/{n:6}", "{yy}/{n:6}")
                .reads(WO_READS)
                .years(2002, 2002)
                .serials(51_231, 999_999),
            Era::new("{y}.{n}", "{yy}{n:6}", "{yy}/{n:6}", "{yy}/{n:6}")
                .reads(WO_READS)
                .years(2003, 2003)
                .serials(1, 999_999),
            Era::new("{y}.{n}", "{y}{n:6}", "{y}/{n:6}", "{y}/{n:6}")
                .reads(WO_READS)
                .years(2004, 2077)
                .serials(1, 999_999),
        ],
    )
    .kinds(&["A", "B", "C"]),
    Series::new(
        "WO",
        "international",
        "international application",
        APPLICATION,
        &[
            Era::new(
                "{o}.{y}.{n}",
                "{o}:{yy}{n:5}",
                "PCT/{o}{yy}/{n:5}",
                "!PCT/{o}{yy}/{n:5}",
            )
            .epodoc("{y}{o}{n:5}")
            .reads(PCT_READS)
            .years(1978, 2003)
            .serials(1, 99_999),
            Era::new(
                "{o}.{y}.{n}",
                "{o}:{y}{n:6}",
                "{o}{y}/{n:6}",
                "!PCT/{o}{y}/{n:6}",
            )
            .epodoc("{y}{o}{n:5}")
            .reads(PCT_READS)
            .years(2004, 2077)
            .serials(1, 999_999),
        ],
    )
    .kinds(&["W"]),
    Series::new(
        "WO",
        "hague",
        "international registration of a design",
        PUBLICATION,
        &[Era::new("{n}", "", "DM/{n:6}", "!DM/{n:6}")
            .reads(&["DM{n:1-6}"])
            .recalled()],
    )
    .right(Right::Design),
    Series::new(
        "EM",
        "design",
        "registered Community design",
        PUBLICATION,
        &[Era::new(
            "{n}.{p:4}",
            "{n:9}{p:4}",
            "{n:9}-{p:4}",
            "{n:9}-{p:4}",
        )],
    )
    .right(Right::Design),
    Series::new(
        "EM",
        "mark",
        "mark of the European Union",
        APPLICATION,
        &[Era::new("{n}", "", "{n:9}", "{n:9}")
            .reads(&["{n:4-9}"])
            .recalled()],
    )
    .right(Right::Mark),
    Series::new(
        "AP",
        "application",
        "ARIPO application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{y}{n:6}", "AP/P/{y}/{n:6}", "!AP/P/{y}/{n:6}")
                .epodoc("")
                .reads(&["P/{y}/{n:5-6}"])
                .years(1984, 2099),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "OA",
        "application",
        "OAPI application",
        APPLICATION,
        &[Era::new("{y}.{n}", "1{y}{n:5}", "1{y}{n:5}", "1{y}{n:5}")
            .epodoc("{y}1{n:6}")
            .years(1962, 2099)
            .serials(1, 99_999)],
    )
    .kinds(&["A"]),
    Series::new(
        "EA",
        "application",
        "Eurasian application",
        APPLICATION,
        &[Era::new("{y}.{n}", "{y}{n:5}", "{y}{n:5}", "{y}{n:5}")
            .epodoc("{y}{n:7}")
            .years(1996, 2099)
            .serials(1, 99_999)
            .recalled()],
    )
    .kinds(&["A"]),
];
