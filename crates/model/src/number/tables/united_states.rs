//! United States.

use crate::number::pattern::Fields;
use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
The series code of an application (`13` in 13/547,826) is not in the DOCDB form of applications up to \
2009; it follows from the year: 02 up to 1947, 03 to 1959, 04 to 1969, 05 to 1978, 06 to 1986, 07 to \
1992, 08 to 1997, 09 to 2001 (verified: Red Book v1.5), 10 to 2004, 11 to 2007, 12 to 2010 (recalled). \
In the last year of a code, small serial numbers belong to the next one. US numbers have no ST.13 form. \
A publication of an application has seven digits after the year; DOCDB writes six.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

/// Utility, plant and reissue applications.
const UTILITY_CODES: &[&str] = &[
    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21",
];
const PROVISIONAL_CODES: &[&str] = &["60", "61", "62", "63", "64"];
const DESIGN_CODES: &[&str] = &["29", "30", "35"];
const REVIEW_CODES: &[&str] = &["90", "95", "96"];

const SLASHED: &[&str] = &["{t:2}/{n:3-6}", "{t:2}-{n:6}", "{t:2}{n:6}"];

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "US",
        "grant",
        "patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n:8}", "{n,}").serials(1, 99_999_999)],
    )
    .kinds(&["A", "B", "B1", "B2", "C", "F", "J", "K", "O", "Q"]),
    Series::new(
        "US",
        "publication",
        "published application",
        PUBLICATION,
        &[Era::new("{y}.{n}", "{y}{n:6}", "{y}{n:7}", "{y}/{n:7}")
            .reads(&["{y}/{n:5-7}"])
            .years(2001, 2099)
            .serials(1, 9_999_999)],
    )
    .kinds(&["A1", "A2", "A9", "P1", "P4", "P9"]),
    Series::new(
        "US",
        "design",
        "design patent",
        PUBLICATION,
        &[Era::new("{n}", "D{n}", "D{n:7}", "D{n,}").reads(&["DES{n}"])],
    )
    .right(Right::Design)
    .kinds(&["S", "C", "B1", "E", "F"]),
    Series::new(
        "US",
        "reissue",
        "reissued patent",
        PUBLICATION,
        &[Era::new("{n}", "RE{n}", "RE{n:6}", "RE{n,}").reads(&["R{n:5}"])],
    )
    .kinds(&["E", "C", "B1", "F"]),
    Series::new(
        "US",
        "plant",
        "plant patent",
        PUBLICATION,
        &[Era::new("{n}", "PP{n}", "PP{n:6}", "PP{n,}").reads(&["P{n:4-6}"])],
    )
    .right(Right::Plant)
    .kinds(&["P", "P2", "P3"]),
    Series::new(
        "US",
        "invention-registration",
        "statutory invention registration",
        PUBLICATION,
        &[Era::new("{n}", "H{n}", "H{n:7}", "H{n,}")],
    )
    .kinds(&["H"]),
    Series::new(
        "US",
        "defensive",
        "defensive publication",
        PUBLICATION,
        &[Era::new("{n}", "T{n}", "T{n:7}", "T{n,}").recalled()],
    )
    .kinds(&["I", "T"]),
    Series::new(
        "US",
        "additional-improvement",
        "additional improvement",
        PUBLICATION,
        &[Era::new("{n}", "AI{n}", "AI{n:6}", "AI{n,}").recalled()],
    )
    .kinds(&["A", "I"]),
    Series::new(
        "US",
        "x-patent",
        "patent from before the numbering of 1836",
        PUBLICATION,
        &[Era::new("{n}", "X{n}", "X{n:7}", "X{n,}")
            .reads(&["{n:1-5}X"])
            .recalled()],
    )
    .kinds(&["A"]),
    Series::new(
        "US",
        "x-reissue",
        "reissue of a patent from before 1836",
        PUBLICATION,
        &[Era::new("{n}", "RX{n}", "RX{n:6}", "RX{n,}").recalled()],
    )
    .kinds(&["E"]),
    Series::new(
        "US",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{t:2}.{n}", "{n}{yy}", "{t:2}{n:6}", "{t:2}/{n:6,}")
                .epodoc("{y}{n:7}")
                .reads(SLASHED)
                .years(1915, 2009)
                .serials(1, 999_999)
                .types(UTILITY_CODES),
            Era::new("{t:2}.{n}", "{y}{t:2}{n:6}", "{t:2}{n:6}", "{t:2}/{n:6,}")
                .reads(SLASHED)
                .years(2010, 2099)
                .serials(1, 999_999)
                .types(UTILITY_CODES),
        ],
    )
    .kinds(&["A", "E"])
    .complete(utility_code),
    Series::new(
        "US",
        "application",
        "provisional application",
        APPLICATION,
        &[
            Era::new("{t:2}.{n}", "{n}{yy}", "{t:2}{n:6}", "{t:2}/{n:6,}")
                .epodoc("{y}{n:7}")
                .reads(SLASHED)
                .years(1995, 2009)
                .serials(1, 999_999)
                .types(PROVISIONAL_CODES)
                .recalled(),
            Era::new("{t:2}.{n}", "{y}{t:2}{n:6}", "{t:2}{n:6}", "{t:2}/{n:6,}")
                .reads(SLASHED)
                .years(2010, 2099)
                .serials(1, 999_999)
                .types(PROVISIONAL_CODES),
        ],
    )
    .kinds(&["P"])
    .complete(provisional_code),
    Series::new(
        "US",
        "application",
        "design application",
        APPLICATION,
        &[
            Era::new("{t:2}.{n}", "{y}{t:2}{n:6}", "{t:2}{n:6}", "{t:2}/{n:6,}")
                .reads(SLASHED)
                .serials(1, 999_999)
                .types(DESIGN_CODES)
                .recalled(),
        ],
    )
    .right(Right::Design)
    .kinds(&["F", "S"]),
    Series::new(
        "US",
        "application",
        "request for reexamination",
        APPLICATION,
        &[Era::new("{t:2}.{n}", "", "{t:2}{n:6}", "{t:2}/{n:6,}")
            .reads(SLASHED)
            .serials(1, 999_999)
            .types(REVIEW_CODES)
            .recalled()],
    ),
    Series::new(
        "US",
        "serial",
        "application without its series code",
        APPLICATION,
        &[Era::new("{n}", "", "{n}", "{n:6,}")
            .reads(&["{n:1-6}"])
            .serials(1, 999_999)],
    )
    .kinds(&["A"]),
    Series::new(
        "US",
        "mark-application",
        "application for a mark",
        APPLICATION,
        &[Era::new("{t:2}.{n}", "", "{t:2}{n:6}", "{t:2}/{n:6,}")
            .reads(SLASHED)
            .serials(1, 999_999)
            .types(&[
                "70", "71", "72", "73", "74", "75", "76", "77", "78", "79", "85", "86", "87", "88",
                "97", "98", "99",
            ])
            .recalled()],
    )
    .right(Right::Mark),
];

/// The last year of each series code, from `02` on.
const CODE_YEARS: [(u16, &str); 11] = [
    (1947, "02"),
    (1959, "03"),
    (1969, "04"),
    (1978, "05"),
    (1986, "06"),
    (1992, "07"),
    (1997, "08"),
    (2001, "09"),
    (2004, "10"),
    (2007, "11"),
    (2009, "12"),
];

fn utility_code(fields: &mut Fields) {
    code(fields, &CODE_YEARS);
}

fn provisional_code(fields: &mut Fields) {
    code(fields, &[(2007, "60"), (2009, "61")]);
}

/// The code follows from the year; in the last year of one, small numbers are of the next.
fn code(fields: &mut Fields, years: &[(u16, &'static str)]) {
    const SMALL: u64 = 500_000;
    let (Some(year), Some(serial)) = (fields.year, fields.serial) else {
        return;
    };
    if !fields.code.is_empty() {
        return;
    }
    let Some(at) = years.iter().position(|(last, _)| year <= *last) else {
        return;
    };
    let next = years
        .get(at + 1)
        .filter(|_| year == years[at].0 && serial < SMALL);
    fields.code = next.unwrap_or(&years[at]).1.into();
}
