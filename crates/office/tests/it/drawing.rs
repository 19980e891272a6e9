//! Drawings: TIFF of every kind that offices send becomes PNG with the same pixels.

mod real;
mod sample;

use office::drawing::{self, Description, Format, Limits, Problem};
use sample::{Image, Page, file};

/// The pixels of a PNG: width, height, channels, samples of 8 bits.
pub(crate) fn pixels(bytes: &[u8]) -> (u32, u32, usize, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut data).unwrap();
    data.truncate(info.buffer_size());
    let channels = info.color_type.samples();
    (info.width, info.height, channels, data)
}

fn shown(tiff: &[u8], page: usize) -> Vec<u8> {
    let png = drawing::page(tiff, page, &Limits::default()).unwrap();
    let (width, height, _, data) = pixels(&png.bytes);
    assert_eq!((width, height), (png.width, png.height));
    data
}

/// A pattern of 20 x 13 pixels, `true` for black.
fn pattern() -> Image {
    Image::of(20, 13, |x, y| (x * 7 + y * 3) % 5 < 2 || x == y)
}

#[test]
fn bilevel_in_both_photometric_meanings_and_fill_orders() {
    let image = pattern();
    for black_is_zero in [false, true] {
        for reversed in [false, true] {
            for rows in [13, 4] {
                for compression in [1, 4, 32773] {
                    let page = Page::bilevel(&image, compression)
                        .photometric(black_is_zero)
                        .reversed(reversed)
                        .rows(rows);
                    let tiff = file(vec![page]);
                    assert_eq!(
                        shown(&tiff, 0),
                        image.grey(),
                        "compression {compression}, black is zero {black_is_zero}, reversed {reversed}, rows {rows}"
                    );
                }
            }
        }
    }
}

#[test]
fn bilevel_stays_bilevel() {
    let tiff = file(vec![Page::bilevel(&pattern(), 4)]);
    let png = drawing::png(&tiff, &Limits::default()).unwrap();
    // Bit depth 1, greyscale.
    assert_eq!(&png.bytes[24..26], [1, 0]);
}

#[test]
fn tiles() {
    let image = Image::of(40, 37, |x, y| (x + y) % 3 == 0);
    for compression in [1, 4] {
        let tiff = file(vec![Page::bilevel(&image, compression).tiles(16, 32)]);
        assert_eq!(shown(&tiff, 0), image.grey(), "compression {compression}");
    }
}

#[test]
fn grey_and_color() {
    let grey: Vec<u8> = (0..=254).step_by(2).collect();
    let tiff = file(vec![Page::samples((16, 8), (8, 1, 1), &grey)]);
    assert_eq!(shown(&tiff, 0), grey);
    let inverse: Vec<u8> = grey.iter().map(|sample| 255 - sample).collect();
    let tiff = file(vec![Page::samples((16, 8), (8, 1, 0), &inverse)]);
    assert_eq!(shown(&tiff, 0), grey);
    let rgb: Vec<u8> = (0..4 * 2 * 3).map(|sample| sample * 10).collect();
    let tiff = file(vec![Page::samples((4, 2), (8, 3, 2), &rgb)]);
    assert_eq!(shown(&tiff, 0), rgb);
    let cmyk = [255, 0, 0, 0, 0, 0, 0, 255];
    let tiff = file(vec![Page::samples((2, 1), (8, 4, 5), &cmyk)]);
    assert_eq!(shown(&tiff, 0), [0, 255, 255, 0, 0, 0]);
}

#[test]
fn pages_are_counted_and_chosen() {
    let (one, two) = (pattern(), Image::of(9, 5, |x, _| x == 4));
    let tiff = file(vec![
        Page::bilevel(&one, 4),
        Page::bilevel(&two, 1).reversed(true),
    ]);
    let described = drawing::describe(&tiff).unwrap();
    let wanted = Description {
        format: Format::Tiff,
        width: 20,
        height: 13,
        pages: 2,
        bits: 1,
    };
    assert_eq!(described, wanted);
    assert_eq!(shown(&tiff, 0), one.grey());
    assert_eq!(shown(&tiff, 1), two.grey());
    let missing = drawing::page(&tiff, 2, &Limits::default());
    assert_eq!(missing, Err(Problem::NoPage { page: 2, pages: 2 }));
}

#[test]
fn other_images_stay_as_they_are() {
    let limits = Limits::default();
    let png = drawing::png(&file(vec![Page::bilevel(&pattern(), 4)]), &limits).unwrap();
    assert_eq!(drawing::png(&png.bytes, &limits).unwrap(), png);
    assert_eq!(
        drawing::show(&png.bytes, 0, &limits).unwrap().media_type,
        "image/png"
    );
    assert_eq!(drawing::describe(&png.bytes).unwrap().bits, 1);
    let gif = b"GIF89a\x07\x00\x05\x00\x91\x00\x00";
    let described = drawing::describe(gif).unwrap();
    assert_eq!(
        (described.width, described.height, described.bits),
        (7, 5, 2)
    );
    assert_eq!(drawing::show(gif, 0, &limits).unwrap().bytes, &gif[..]);
    let jpeg =
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x0b\x08\x00\x05\x00\x07\x01\x01\x11\x00";
    let described = drawing::describe(jpeg).unwrap();
    assert_eq!(
        (described.width, described.height, described.bits),
        (7, 5, 8)
    );
    assert_eq!(
        drawing::show(jpeg, 0, &limits).unwrap().media_type,
        "image/jpeg"
    );
    assert_eq!(
        drawing::png(jpeg, &limits),
        Err(Problem::NotTiff {
            format: Format::Jpeg
        })
    );
    assert_eq!(drawing::show(b"<svg/>", 0, &limits), Err(Problem::Unknown));
    assert!(matches!(
        drawing::show(jpeg, 1, &limits),
        Err(Problem::NoPage { .. })
    ));
}

#[test]
fn limits_hold() {
    let tiff = file(vec![Page::bilevel(&pattern(), 4)]);
    let few = Limits {
        pixels: 259,
        ..Limits::default()
    };
    assert_eq!(
        drawing::png(&tiff, &few),
        Err(Problem::Large {
            width: 20,
            height: 13
        })
    );
    let light = Limits {
        bytes: 10,
        ..Limits::default()
    };
    assert!(matches!(
        drawing::png(&tiff, &light),
        Err(Problem::Heavy { limit: 10, .. })
    ));
}

#[test]
fn damage_is_a_problem_and_never_a_panic() {
    let image = pattern();
    let rgb = [7; 4 * 2 * 3];
    let files = [
        file(vec![Page::bilevel(&image, 4).rows(4)]),
        file(vec![Page::bilevel(&image, 32773)]),
        file(vec![Page::bilevel(&image, 4).tiles(16, 16)]),
        file(vec![Page::samples((4, 2), (8, 3, 2), &rgb)]),
    ];
    let limits = Limits {
        pixels: 1_000_000,
        memory: 8 << 20,
        ..Limits::default()
    };
    for tiff in &files {
        for end in 0..tiff.len() {
            let _either = drawing::png(&tiff[..end], &limits);
            let _either = drawing::describe(&tiff[..end]);
        }
        for at in 0..tiff.len() {
            for change in [0x01, 0x80, 0xff] {
                let mut damaged = tiff.clone();
                damaged[at] ^= change;
                let _either = drawing::png(&damaged, &limits);
            }
        }
    }
    let mut cut = files[0].clone();
    cut.truncate(30);
    let problem = drawing::png(&cut, &limits).unwrap_err();
    assert!(matches!(problem, Problem::Damaged { .. }), "{problem}");
}
