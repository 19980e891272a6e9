//! Small TIFF files, made tag by tag.

/// A bilevel image; `true` is black.
pub(crate) struct Image {
    width: usize,
    height: usize,
    black: Vec<bool>,
}

impl Image {
    pub(crate) fn of(width: usize, height: usize, black: impl Fn(usize, usize) -> bool) -> Self {
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self {
            width,
            height,
            black: places.map(|(x, y)| black(x, y)).collect(),
        }
    }

    /// The image in samples of 8 bits.
    pub(crate) fn grey(&self) -> Vec<u8> {
        self.black
            .iter()
            .map(|black| if *black { 0 } else { 255 })
            .collect()
    }

    /// The pixels of a strip or tile; white outside the image.
    fn cut(&self, (x0, y0): (usize, usize), (width, height): (usize, usize)) -> Vec<Vec<bool>> {
        let pixel = |x: usize, y: usize| {
            x < self.width && y < self.height && self.black[y * self.width + x]
        };
        let row = |y| (0..width).map(|x| pixel(x0 + x, y)).collect();
        (y0..y0 + height).map(row).collect()
    }
}

/// A page of a TIFF file: its tags, and its strips or tiles.
pub(crate) struct Page {
    tags: Vec<(u16, Vec<u32>)>,
    chunks: Vec<Vec<u8>>,
    source: Option<Bilevel>,
}

struct Bilevel {
    image: Image,
    compression: u32,
    black_is_zero: bool,
    reversed: bool,
    rows: usize,
    tile: Option<(usize, usize)>,
}

impl Page {
    pub(crate) fn bilevel(image: &Image, compression: u32) -> Self {
        let image = Image {
            width: image.width,
            height: image.height,
            black: image.black.clone(),
        };
        Self {
            tags: Vec::new(),
            chunks: Vec::new(),
            source: Some(Bilevel {
                rows: image.height,
                image,
                compression,
                black_is_zero: false,
                reversed: false,
                tile: None,
            }),
        }
    }

    /// A page of samples as they are: bits, samples and photometric meaning of a pixel.
    pub(crate) fn samples(
        (width, height): (u32, u32),
        (bits, samples, photometric): (u32, u32, u32),
        data: &[u8],
    ) -> Self {
        Self {
            tags: vec![
                (256, vec![width]),
                (257, vec![height]),
                (258, vec![bits; samples as usize]),
                (259, vec![1]),
                (262, vec![photometric]),
                (277, vec![samples]),
                (278, vec![height]),
            ],
            chunks: vec![data.to_vec()],
            source: None,
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Bilevel)) -> Self {
        change(self.source.as_mut().unwrap());
        self
    }

    pub(crate) fn photometric(self, black_is_zero: bool) -> Self {
        self.with(|page| page.black_is_zero = black_is_zero)
    }

    pub(crate) fn reversed(self, reversed: bool) -> Self {
        self.with(|page| page.reversed = reversed)
    }

    pub(crate) fn rows(self, rows: usize) -> Self {
        self.with(|page| page.rows = rows)
    }

    pub(crate) fn tiles(self, width: usize, height: usize) -> Self {
        self.with(|page| page.tile = Some((width, height)))
    }

    fn finish(mut self) -> Self {
        let Some(page) = self.source.take() else {
            return self;
        };
        let (width, height) = (page.image.width, page.image.height);
        let long = |number: usize| vec![u32::try_from(number).unwrap()];
        self.tags = vec![
            (256, long(width)),
            (257, long(height)),
            (258, vec![1]),
            (259, vec![page.compression]),
            (262, vec![u32::from(page.black_is_zero)]),
            (266, vec![1 + u32::from(page.reversed)]),
            (277, vec![1]),
        ];
        let size = match page.tile {
            Some((w, h)) => {
                self.tags.extend([(322, long(w)), (323, long(h))]);
                (w, h)
            }
            None => {
                self.tags.push((278, long(page.rows)));
                (width, page.rows)
            }
        };
        for y in (0..height).step_by(size.1) {
            for x in (0..width).step_by(size.0) {
                let rows = if page.tile.is_some() {
                    size.1
                } else {
                    size.1.min(height - y)
                };
                let cut = page.image.cut((x, y), (size.0, rows));
                self.chunks.push(page.coded(&cut));
            }
        }
        self
    }
}

impl Bilevel {
    fn coded(&self, rows: &[Vec<bool>]) -> Vec<u8> {
        // A facsimile's "black" is a set bit: where black is zero, the picture is coded inverted.
        let bit = |black: bool| black != self.black_is_zero;
        let bytes = match self.compression {
            4 => group_4(rows, bit),
            _ => {
                let packed: Vec<u8> = rows
                    .iter()
                    .flat_map(|row| {
                        let byte = |eight: &[bool]| {
                            let bits = eight.iter().enumerate();
                            bits.fold(0, |byte, (index, black)| {
                                byte | u8::from(bit(*black)) << (7 - index)
                            })
                        };
                        row.chunks(8).map(byte).collect::<Vec<u8>>()
                    })
                    .collect();
                match self.compression {
                    1 => packed,
                    _ => packed.iter().flat_map(|byte| [0, *byte]).collect(),
                }
            }
        };
        if self.reversed {
            bytes.into_iter().map(u8::reverse_bits).collect()
        } else {
            bytes
        }
    }
}

fn group_4(rows: &[Vec<bool>], bit: impl Fn(bool) -> bool) -> Vec<u8> {
    let mut encoder = fax::encoder::Encoder::new(fax::VecWriter::new());
    for row in rows {
        let color = |black: &bool| {
            if bit(*black) {
                fax::Color::Black
            } else {
                fax::Color::White
            }
        };
        let width = u32::try_from(row.len()).unwrap();
        encoder.encode_line(row.iter().map(color), width).unwrap();
    }
    encoder.finish().unwrap().finish()
}

/// The file of `pages`, in little-endian order.
pub(crate) fn file(pages: Vec<Page>) -> Vec<u8> {
    let mut out = b"II*\0\0\0\0\0".to_vec();
    let mut link = 4;
    for page in pages {
        let mut page = page.finish();
        let mut places = Vec::new();
        for chunk in &page.chunks {
            places.push(u32::try_from(out.len()).unwrap());
            out.extend(chunk);
        }
        let counts = page
            .chunks
            .iter()
            .map(|chunk| u32::try_from(chunk.len()).unwrap());
        let tiled = page.tags.iter().any(|(tag, _)| *tag == 322);
        page.tags.push((if tiled { 324 } else { 273 }, places));
        page.tags
            .push((if tiled { 325 } else { 279 }, counts.collect()));
        page.tags.sort();
        if out.len() % 2 == 1 {
            out.push(0);
        }
        link = directory(&page.tags, link, &mut out);
    }
    out
}

/// Writes a directory, and its place at `link`; gives the place of the next link.
fn directory(tags: &[(u16, Vec<u32>)], link: usize, out: &mut Vec<u8>) -> usize {
    let start = out.len();
    let place = u32::try_from(start).unwrap().to_le_bytes();
    out[link..link + 4].copy_from_slice(&place);
    let end = start + 2 + tags.len() * 12 + 4;
    let mut beyond: Vec<u8> = Vec::new();
    out.extend(u16::try_from(tags.len()).unwrap().to_le_bytes());
    for (tag, values) in tags {
        // Kinds and bits are short, all else long.
        let short = matches!(tag, 258 | 259 | 262 | 266 | 277);
        let bytes: Vec<u8> = values
            .iter()
            .flat_map(|value| value.to_le_bytes()[..if short { 2 } else { 4 }].to_vec())
            .collect();
        out.extend(tag.to_le_bytes());
        out.extend(if short { [3, 0] } else { [4, 0] });
        out.extend(u32::try_from(values.len()).unwrap().to_le_bytes());
        if bytes.len() <= 4 {
            let mut four = bytes.clone();
            four.resize(4, 0);
            out.extend(four);
        } else {
            out.extend(u32::try_from(end + beyond.len()).unwrap().to_le_bytes());
            beyond.extend(bytes);
        }
    }
    out.extend([0; 4]);
    out.extend(beyond);
    end - 4
}
