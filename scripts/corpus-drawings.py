#!/usr/bin/env python3
"""Draws the drawings of the starter corpus again.

Usage: python3 scripts/corpus-drawings.py [FOLDER]

Needs Pillow 10.1 or later with libtiff (PyPI). Every sheet is a function; its pages are line
drawings on a white ground, 300 dots an inch, written as the offices write them: TIFF with CCITT
Group 4 compression, one file a page. A few are written otherwise on purpose (several strips,
reversed bit order, LZW, JPEG), so that a reader of images meets what it meets in real life.
The same script with the same Pillow gives the same bytes.
"""

import io
import math
import random
import sys
import zipfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

DPI = 300
OVER = 2  # drawn twice as large, then reduced
UNIT = DPI / 25.4 * OVER
INK, PAPER = 0, 255
PEN = 0.42


class Sheet:
    """A page on which all is measured in millimetres from the upper left corner."""

    def __init__(self, width, height, mode="L"):
        self.width, self.height = width, height
        size = (round(width * UNIT), round(height * UNIT))
        self.image = Image.new(mode, size, PAPER if mode == "L" else (255, 255, 255))
        self.draw = ImageDraw.Draw(self.image)

    # -- strokes ---------------------------------------------------------------------------

    def line(self, *points, pen=PEN, dash=None, ink=INK):
        """A line through points."""
        if dash:
            for piece in dashed(points, *dash):
                self.line(*piece, pen=pen, ink=ink)
            return
        scaled = [(x * UNIT, y * UNIT) for x, y in points]
        width = max(1, round(pen * UNIT))
        self.draw.line(scaled, fill=ink, width=width, joint="curve")
        half = pen * UNIT / 2
        for x, y in (scaled[0], scaled[-1]):
            self.draw.ellipse((x - half, y - half, x + half, y + half), fill=ink)

    def shape(self, points, pen=PEN, fill=PAPER, ink=INK):
        """A closed outline that hides what is behind it."""
        if fill is not None:
            self.draw.polygon([(x * UNIT, y * UNIT) for x, y in points], fill=fill)
        if pen:
            self.line(*points, points[0], points[1], pen=pen, ink=ink)

    def curve(self, *points, pen=PEN, dash=None, ink=INK):
        """A smooth line through points."""
        self.line(*smooth(points), pen=pen, dash=dash, ink=ink)

    def blob(self, points, pen=PEN, fill=PAPER, ink=INK):
        """A smooth closed outline through points."""
        self.shape(smooth(points, closed=True), pen=pen, fill=fill, ink=ink)

    def arc(self, x, y, rx, ry, start, end, pen=PEN, dash=None):
        """A part of an ellipse; degrees, clockwise from the right."""
        self.line(*ellipse(x, y, rx, ry, start, end), pen=pen, dash=dash)

    def oval(self, x, y, rx, ry=None, pen=PEN, fill=PAPER, ink=INK):
        """A whole ellipse."""
        self.shape(ellipse(x, y, rx, rx if ry is None else ry, 0, 360), pen=pen, fill=fill, ink=ink)

    def box(self, x, y, width, height, pen=PEN, fill=PAPER):
        """A rectangle."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, pen=pen, fill=fill)

    def hatch(self, points, gap=1.7, angle=45, pen=0.2):
        """Section lines within an outline."""
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon([(x * UNIT, y * UNIT) for x, y in points], fill=255)
        layer = Sheet(self.width, self.height)
        reach = self.width + self.height
        turn = math.radians(angle)
        along, across = (math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))
        middle = (self.width / 2, self.height / 2)
        steps = int(reach / gap)
        for step in range(-steps, steps + 1):
            x = middle[0] + across[0] * step * gap
            y = middle[1] + across[1] * step * gap
            layer.line(
                (x - along[0] * reach, y - along[1] * reach),
                (x + along[0] * reach, y + along[1] * reach),
                pen=pen,
            )
        self.image.paste(layer.image, (0, 0), mask)
        self.shape(points, fill=None)

    # -- words -----------------------------------------------------------------------------

    def text(self, x, y, words, size=4.2, anchor="mm", ink=INK):
        """Words; the size is the height of the letters' body."""
        font = ImageFont.load_default(size=round(size * UNIT))
        self.draw.text((x * UNIT, y * UNIT), words, font=font, fill=ink, anchor=anchor)

    def figure(self, x, y, number):
        """The name of a figure."""
        self.text(x, y, f"FIG. {number}", size=7)

    def lead(self, label, at, to, bend=0.16, size=4.4):
        """A reference number with a curved lead line to the part that it names."""
        (x0, y0), (x1, y1) = at, to
        dx, dy = x1 - x0, y1 - y0
        length = math.hypot(dx, dy) or 1
        start = (x0 + dx / length * size * 0.75, y0 + dy / length * size * 0.62)
        third = (x0 + dx * 0.45 - dy * bend, y0 + dy * 0.45 + dx * bend)
        late = (x0 + dx * 0.75 + dy * bend * 0.4, y0 + dy * 0.75 - dx * bend * 0.4)
        self.curve(start, third, late, to, pen=0.22)
        self.oval(x0, y0, size * (0.3 + 0.3 * len(label)), size * 0.62, pen=0)
        self.text(x0, y0, label, size=size)

    def arrow(self, *points, pen=PEN, head=2.6, dash=None):
        """A line that ends in an arrow head."""
        self.line(*points, pen=pen, dash=dash)
        (x0, y0), (x1, y1) = points[-2], points[-1]
        turn = math.atan2(y1 - y0, x1 - x0)
        wings = [
            (x1 - head * math.cos(turn + side), y1 - head * math.sin(turn + side))
            for side in (-0.38, 0.38)
        ]
        self.shape([(x1, y1), *wings], pen=0.1, fill=INK)

    # -- files -----------------------------------------------------------------------------

    def reduced(self):
        """The page in black and white at its true size."""
        size = (round(self.width * DPI / 25.4), round(self.height * DPI / 25.4))
        small = self.image.resize(size, Image.Resampling.BOX)
        return small.point(lambda shade: 255 if shade > 150 else 0).convert("1")

    def tiff(self, compression="group4", rows=None, reversed_bits=False):
        """The page as TIFF."""
        page = self.reduced()
        info = {262: 0, 278: rows or page.size[1]}
        if reversed_bits:
            info[266] = 2
        out = io.BytesIO()
        page.save(out, "TIFF", compression=compression, dpi=(DPI, DPI), tiffinfo=info)
        return out.getvalue()

    def jpeg(self, dpi=110, quality=72):
        """The page as a JPEG in colour."""
        size = (round(self.width * dpi / 25.4), round(self.height * dpi / 25.4))
        out = io.BytesIO()
        small = self.image.resize(size, Image.Resampling.LANCZOS)
        small.save(out, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
        return out.getvalue()


def ellipse(x, y, rx, ry, start, end):
    """Points on an ellipse."""
    steps = max(8, int(abs(end - start) / 3))
    turns = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turns]


def smooth(points, closed=False, steps=14):
    """A Catmull-Rom curve through points."""
    points = list(points)
    count = len(points)
    if count < 3:
        return points
    out = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            p0, p1 = points[max(i - 1, 0)], points[i]
            p2, p3 = points[i + 1], points[min(i + 2, count - 1)]
        for step in range(steps):
            t = step / steps
            out.append(
                tuple(
                    0.5
                    * (
                        2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t * t
                        + (3 * b - a - 3 * c + d) * t * t * t
                    )
                    for a, b, c, d in zip(p0, p1, p2, p3)
                )
            )
    if not closed:
        out.append(points[-1])
    return out


def dashed(points, on, off):
    """The dashes of a line."""
    pieces, piece, left, ink = [], [points[0]], on, True
    for a, b in zip(points, points[1:]):
        length = math.dist(a, b)
        done = 0.0
        while length - done > left:
            done += left
            cut = (a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length)
            piece.append(cut)
            if ink:
                pieces.append(piece)
            ink, piece = not ink, [cut]
            left = on if ink else off
        left -= length - done
        piece.append(b)
    if ink and len(piece) > 1:
        pieces.append(piece)
    return pieces


def gear(sheet, x, y, radius, teeth, turn=0.0, hub=4.0, holes=5):
    """A spur gear with lightening holes."""
    points = []
    for tooth in range(teeth):
        for part, reach in ((0.0, -1.6), (0.2, 1.6), (0.5, 1.6), (0.7, -1.6)):
            angle = 2 * math.pi * (tooth + part) / teeth + turn
            points.append(
                (x + (radius + reach) * math.cos(angle), y + (radius + reach) * math.sin(angle))
            )
    sheet.shape(points)
    if radius > 15:
        ring = (radius + hub) / 2
        for hole in range(holes):
            angle = 2 * math.pi * hole / holes + turn
            sheet.oval(x + ring * math.cos(angle), y + ring * math.sin(angle), (radius - hub) * 0.25)
    sheet.oval(x, y, hub)
    sheet.oval(x, y, hub * 0.45)


def moon(sheet, x, y, radius):
    """A waning moon."""
    inner = ellipse(x - radius * 0.45, y, radius * 0.78, radius * 0.88, 77, -77)
    sheet.shape(ellipse(x, y, radius, radius, -115, 115) + inner, pen=0.4)


def block(sheet, x, y, width, height, words, label=None):
    """A box of a block diagram, centred at a point, with its reference number."""
    sheet.box(x - width / 2, y - height / 2, width, height)
    rows = words.split("|")
    for i, row in enumerate(rows):
        sheet.text(x, y + (i - (len(rows) - 1) / 2) * 5, row, size=4)
    if label:
        sheet.lead(label, (x + width / 2 + 6, y - height / 2 - 5), (x + width / 2 - 2, y - height / 2))


def diamond(sheet, x, y, width, height, words):
    """A question of a flow chart."""
    sheet.shape(
        [(x, y - height / 2), (x + width / 2, y), (x, y + height / 2), (x - width / 2, y)]
    )
    rows = words.split("|")
    for i, row in enumerate(rows):
        sheet.text(x, y + (i - (len(rows) - 1) / 2) * 4.6, row, size=3.7)


# -- the kettle ------------------------------------------------------------------------------


def note(sheet, x, y, stem=20):
    """A minim: head and stem."""
    head = ellipse(0, 0, 3.3, 2.3, 0, 360)
    turn = math.radians(-22)
    points = [
        (x + px * math.cos(turn) - py * math.sin(turn), y + px * math.sin(turn) + py * math.cos(turn))
        for px, py in head
    ]
    sheet.shape(points, pen=0.7)
    if stem:
        sheet.line((x + 3.0, y - 1.2), (x + 3.0, y - stem), pen=0.5)


def kettle(sheet, x, y):
    """A kettle on its ring, seen from the side; x, y is the middle of its base."""
    at = lambda *pairs: [(x + a, y + b) for a, b in pairs]
    for flame in range(-24, 25, 8):
        sheet.curve(*at((flame - 2, 9), (flame - 3, 5), (flame, 1.5), (flame + 3, 5), (flame + 2, 9)), pen=0.3)
    sheet.box(x - 34, y + 9, 68, 3)
    handle = smooth(at((-33, -47), (-38, -72), (-20, -92), (6, -94), (28, -84), (31, -64), (27, -52)))
    inner = smooth(at((-28, -50), (-32, -70), (-17, -86), (5, -88), (23, -80), (26, -64), (23, -54)))
    sheet.shape(handle + inner[::-1])
    spout = smooth(at((33, -14), (47, -24), (53, -44), (60, -58)))
    lip = smooth(at((69, -52), (61, -34), (52, -10), (36, -2)))
    sheet.shape(spout + lip)
    sheet.blob(at((-36, 0), (-42, -14), (-37, -34), (-24, -50), (0, -56), (24, -50), (37, -34), (42, -14), (36, 0), (0, 1.5)))
    sheet.arc(x, y - 50.5, 22, 4.5, 0, 360, pen=0.3)
    sheet.blob(at((-21, -51), (-16, -57), (0, -60), (16, -57), (21, -51), (0, -47.5)))
    sheet.oval(x, y - 63, 4, 3.4)
    sheet.arc(x, y - 12, 40, 7, 12, 168, pen=0.25, dash=(3, 2))
    # the head with its three pipes
    sheet.shape(at((57, -60), (72, -52), (76, -60), (61, -68)))
    for i, length in enumerate((14, 19, 26)):
        a, b = 62.5 + i * 4.2, -66 + i * 2.2
        ux, uy = 0.47, -0.88
        nx, ny = 0.88, 0.47
        w = 1.6
        sheet.shape(
            at(
                (a - nx * w, b - ny * w),
                (a + nx * w, b + ny * w),
                (a + nx * w + ux * length, b + ny * w + uy * length),
                (a - nx * w + ux * length, b - ny * w + uy * length),
            )
        )
        sheet.line(*at((a - 1.2 + ux * 5, b + uy * 5 - 0.4), (a + 1.2 + ux * 5, b + uy * 5 + 0.9)), pen=0.9)


def kettle_side(figure_name="1", numbers=True):
    s = Sheet(150, 165)
    kettle(s, 62, 118)
    for x, y in ((118, 24), (131, 16), (143, 25)):
        note(s, x, y, stem=13)
        s.curve((x + 3, y - 13), (x + 5, y - 9), (x + 4, y - 6), pen=0.6)
    if numbers:
        s.lead("10", (10, 132), (26, 112))
        s.lead("12", (58, 42), (66, 60))
        s.lead("14", (14, 34), (34, 38))
        s.lead("16", (122, 106), (113, 88), bend=-0.16)
        s.lead("18", (141, 78), (133, 62), bend=-0.2)
        s.lead("20", (142, 57), (140, 46), bend=-0.2)
        s.lead("22", (104, 36), (129, 44))
        s.lead("24", (104, 140), (88, 127))
        s.lead("26", (8, 96), (27, 108))
    s.figure(62, 152, figure_name)
    return s


def kettle_head():
    s = Sheet(150, 200)
    # section through the head: plenum, three pipes with reeds
    s.shape([(30, 88), (120, 88), (120, 112), (88, 112), (88, 128), (62, 128), (62, 112), (30, 112)], pen=0.2)
    outer = [(30, 84), (120, 84), (120, 114), (90, 114), (90, 130), (60, 130), (60, 114), (30, 114)]
    s.shape(outer)
    s.hatch(outer)
    s.shape([(34, 88), (116, 88), (116, 110), (86, 110), (86, 130), (64, 130), (64, 110), (34, 110)])
    for i, (x, top) in enumerate(((45, 52), (75, 38), (105, 18))):
        wall = [(x - 7, 88), (x - 7, top), (x - 5, top), (x - 5, 88)]
        other = [(x + 5, 88), (x + 5, top), (x + 7, top), (x + 7, 88)]
        s.shape([(x - 5, 90), (x - 5, top), (x + 5, top), (x + 5, 90)])
        for piece in (wall, other):
            s.shape(piece)
            s.hatch(piece, gap=1.2)
        s.line((x - 5, 83), (x + 2, 79), pen=0.6)
        s.box(x + 4.6, 70, 2.8, 7, pen=0.3)
        s.arrow((x, 104), (x, 92), pen=0.3, dash=(2, 1))
        s.arrow((x, top - 1), (x, top - 9), pen=0.3, dash=(2, 1))
        s.lead("22" + "abc"[i], (x - 17, top + 10), (x - 6.5, top + 16))
    s.arrow((75, 142), (75, 120), pen=0.5)
    s.text(75, 146, "STEAM", size=4)
    s.lead("18", (130, 122), (118, 112), bend=-0.16)
    s.lead("28", (20, 98), (38, 100))
    s.lead("30", (57, 66), (47, 80))
    s.lead("32", (124, 66), (111.5, 72), bend=-0.2)
    s.lead("34", (102, 140), (86, 124), bend=-0.2)
    s.figure(75, 156, 2)
    for i in range(5):
        s.line((40, 168 + i * 4), (110, 168 + i * 4), pen=0.25)
    s.line((110, 168), (110, 184), pen=0.6)
    for y in (188, 184, 180):
        note(s, 80, y, stem=0)
    s.line((83.1, 187), (83.1, 163), pen=0.5)
    s.line((74, 188), (86, 188), pen=0.25)
    s.curve((49, 190), (46, 188), (49, 186), (51, 176), (52, 165), (50, 163), (47, 170), (44, 178), (48, 184), (53, 182), (52, 177), (47, 178), (48, 181), pen=0.6)
    s.text(97, 179, "C  E  G", size=5)
    s.figure(127, 179, 3)
    return s


# -- the other inventions --------------------------------------------------------------------


def spectacles():
    s = Sheet(150, 110)
    for x in (45, 95):
        s.blob([(x - 20, 48), (x - 16, 36), (x, 33), (x + 16, 36), (x + 20, 48), (x + 14, 64), (x, 68), (x - 14, 64)], pen=1.1)
        s.blob([(x - 17.5, 48), (x - 14, 38), (x, 35.5), (x + 14, 38), (x + 17.5, 48), (x + 12, 62), (x, 65.5), (x - 12, 62)], pen=0.25)
        s.line((x - 8, 54), (x - 2, 46), pen=0.25)
        s.line((x - 5, 56), (x + 3, 45), pen=0.25)
    s.curve((64.5, 46), (70, 40), (75.5, 46), pen=1.1)
    s.curve((114, 42), (126, 33), (138, 22), (142, 22), (143, 30), pen=1.2)
    s.curve((26, 42), (16, 33), (7, 22), pen=1.2)
    s.box(121, 29, 9, 5)
    s.oval(70, 38, 1.6)
    for i in (4, 7.5, 11):
        s.arc(125, 26, i, i, 215, 325, pen=0.3)
    s.lead("10", (18, 84), (34, 66))
    s.lead("12", (70, 16), (70, 36))
    s.lead("14", (138, 52), (128, 34), bend=-0.2)
    s.lead("16", (98, 12), (118, 20))
    s.lead("18", (6, 44), (14, 31))
    s.figure(72, 96, 1)
    return s


def spectacles_blocks():
    s = Sheet(150, 120)
    block(s, 40, 30, 46, 18, "FORGETFULNESS|SENSOR", "12")
    block(s, 108, 30, 42, 18, "LAST-SEEN|MEMORY", "20")
    block(s, 40, 74, 46, 18, "VOICE|(POLITE)", "14")
    block(s, 108, 74, 42, 18, "PLACE NAMES|OF THE HOUSE", "22")
    s.arrow((63, 30), (87, 30))
    s.arrow((108, 39), (108, 65))
    s.arrow((87, 74), (63, 74))
    s.arrow((17, 30), (9, 30), (9, 74), (17, 74))
    s.text(9, 100, "“BEHIND THE BREAD BIN”", size=3.8, anchor="lm")
    s.arrow((40, 83), (40, 96))
    s.figure(108, 104, 2)
    return s


def slicer():
    s = Sheet(190, 120)
    # loaf on the table, blade, train of three wheels and the crank
    s.box(8, 92, 172, 5)
    s.hatch([(8, 92), (180, 92), (180, 97), (8, 97)], gap=2.2)
    loaf = smooth([(12, 92), (10, 80), (13, 70), (22, 66), (40, 64), (58, 66), (64, 72), (64, 92)])
    s.shape(loaf)
    for i in range(4):
        x = 18 + i * 11
        s.curve((x, 68), (x + 4, 71), (x + 8, 67), pen=0.3)
    for i in range(3):
        x = 74 + i * 8
        s.blob([(x - 2.4, 92), (x - 2.4, 74), (x - 1.5, 66), (x + 1.5, 66), (x + 2.4, 74), (x + 2.4, 92)])
    s.shape([(66, 34), (70, 34), (70, 91), (68, 95), (66, 91)])
    for i in range(13):
        s.line((66, 42 + i * 3.8), (64.6, 44 + i * 3.8), pen=0.4)
    s.box(61, 20, 14, 16)
    gear(s, 97, 40, 13, 13, turn=0.12, hub=3)
    gear(s, 127.4, 46.3, 18, 18, turn=0.05)
    gear(s, 157.0, 27.6, 17, 17, turn=0.30)
    s.line((75, 28), (97, 40), pen=0.8)
    s.oval(97, 40, 1.3)
    s.line((157, 27.6), (179, 50), pen=1.4)
    s.box(176, 49, 7, 15)
    s.arc(157, 27.6, 27, 27, 20, 64, pen=0.3)
    s.arrow((165.5, 53.3), (163.4, 54.1), pen=0.3)
    s.lead("10", (9, 54), (24, 66))
    s.lead("12", (50, 46), (65.5, 54))
    s.lead("14", (48, 16), (62, 24))
    s.lead("16", (97, 14), (97, 26))
    s.lead("18", (118, 76), (124, 62))
    s.lead("20", (140, 8), (150, 13))
    s.lead("22", (186, 30), (172, 41), bend=-0.2)
    s.lead("24", (108, 82), (92, 82), bend=-0.2)
    s.lead("26", (166, 106), (150, 95))
    s.figure(92, 110, 1)
    return s


def slicer_dial():
    s = Sheet(120, 110)
    s.oval(60, 46, 34, pen=0.7)
    s.oval(60, 46, 30, pen=0.25)
    for i in range(36):
        turn = math.radians(i * 10)
        inner = 26 if i % 3 == 0 else 28
        s.line(
            (60 + 30 * math.cos(turn), 46 + 30 * math.sin(turn)),
            (60 + inner * math.cos(turn), 46 + inner * math.sin(turn)),
            pen=0.3,
        )
    for angle, words in ((200, "4"), (235, "8"), (270, "12"), (305, "16"), (340, "20")):
        turn = math.radians(angle)
        s.text(60 + 21 * math.cos(turn), 46 + 21 * math.sin(turn), words, size=4.6)
    s.text(60, 64, "mm", size=4.2)
    s.shape([(58.4, 46), (60 + 12, 26), (61.6, 46.6)], fill=INK)
    s.oval(60, 46, 3)
    s.lead("28", (106, 16), (90, 28), bend=-0.16)
    s.lead("30", (106, 74), (68, 36), bend=-0.12)
    s.figure(60, 96, 2)
    return s


def person(sheet, x, ground, height, coat=True):
    """A simple person of a given height."""
    head = height * 0.075
    sheet.oval(x, ground - height + head, head)
    neck = ground - height + 2 * head
    hip = ground - height * 0.45
    if coat:
        sheet.shape([(x - head * 0.9, neck + 1), (x + head * 0.9, neck + 1), (x + head * 1.9, hip + 7), (x - head * 1.9, hip + 7)])
        sheet.line((x, neck + 3), (x, hip + 6), pen=0.25)
    else:
        sheet.line((x, neck), (x, hip), pen=0.8)
    for side in (-1, 1):
        sheet.line((x + side * head * 0.7, hip + 7), (x + side * head * 0.8, ground - 1), pen=0.9)
        sheet.line((x + side * head * 0.8, ground - 1), (x + side * head * 0.8 + 3.5, ground - 1), pen=0.9)
    return neck


def umbrella():
    s = Sheet(150, 170)
    for x, y in [(x * 9 + (y % 2) * 4.5, y * 9) for x in range(1, 17) for y in range(0, 16)]:
        under = 18 < x < 132 and y > 22 + abs(x - 62) * 0.25
        if not under:
            s.line((x, y + 4), (x - 1.4, y + 8.5), pen=0.22)
    person(s, 48, 146, 108)
    person(s, 104, 146, 62)
    # the dog, who is also dry
    s.blob([(117, 139), (119, 133), (128, 132), (133, 135), (132, 140), (124, 141)])
    s.blob([(129, 133), (131, 127), (137, 127), (140, 131), (136, 134)])
    s.blob([(131, 128), (129, 131), (130, 135), (132, 133)], fill=INK)
    for x in (120, 123, 128, 131):
        s.line((x, 140), (x, 145.5), pen=0.7)
    s.curve((118, 134), (114, 131), (115, 127), pen=0.6)
    s.oval(136, 129.4, 0.5, fill=INK)
    # canopies
    left = smooth([(14, 40), (24, 22), (48, 12), (70, 22), (78, 36)])
    s.shape(left + [(72, 38), (62, 35), (52, 38), (42, 35), (32, 39), (23, 37)])
    for x in (32, 42, 52, 62):
        s.curve((48, 12), ((48 + x) / 2 + (x - 48) * 0.25, 22), (x, 36.5), pen=0.25)
    right = smooth([(72, 74), (84, 60), (104, 54), (126, 62), (136, 78)])
    s.shape(right + [(128, 78), (119, 75), (110, 78), (101, 75), (91, 78), (81, 75)])
    for x in (91, 101, 110, 119):
        s.curve((104, 54), ((104 + x) / 2 + (x - 104) * 0.25, 64), (x, 76.5), pen=0.25)
    s.line((48, 12), (48, 6), pen=0.9)
    s.line((60, 37), (74, 98), pen=1.2)
    s.line((74, 98), (104, 76), pen=1.0)
    s.oval(74, 98, 4)
    s.oval(74, 98, 1.6)
    s.line((74, 102), (74, 114), pen=1.3)
    s.curve((74, 114), (74, 119), (70, 119), (69, 115), pen=1.3)
    s.line((52, 63), (72, 104), pen=0.7)
    s.line((101, 103), (76, 108), pen=0.7)
    s.line((4, 146), (146, 146), pen=0.5)
    s.blob([(20, 150), (30, 148.4), (40, 150), (30, 151.6)], pen=0.3)
    s.lead("10", (10, 64), (20, 39))
    s.lead("12", (96, 28), (72, 28), bend=-0.18)
    s.lead("14", (142, 52), (128, 64), bend=-0.18)
    s.lead("16", (84, 118), (76.5, 101), bend=-0.2)
    s.lead("18", (84, 46), (64, 52), bend=-0.2)
    s.lead("20", (80, 132), (71, 119), bend=-0.25)
    s.lead("H", (26, 92), (42, 92))
    s.lead("h", (124, 106), (108, 108), bend=-0.2)
    s.lead("D", (146, 118), (138, 127), bend=-0.2)
    s.figure(75, 161, 1)
    return s


def umbrella_joint():
    s = Sheet(110, 90)
    for outline, angle in (
        ([(44, 34), (14, 12), (18, 7), (50, 28)], 45),
        ([(66, 34), (96, 12), (92, 7), (60, 28)], -45),
        ([(51, 44), (51, 76), (59, 76), (59, 44)], 20),
    ):
        s.shape(outline)
        s.hatch(outline, angle=angle)
    s.oval(55, 36, 14, pen=0.6)
    s.oval(55, 36, 10, pen=0.3)
    s.oval(55, 36, 3.4)
    s.text(55, 36, "+", size=5)
    for i in range(18):
        turn = math.radians(i * 20)
        s.line(
            (55 + 10 * math.cos(turn), 36 + 10 * math.sin(turn)),
            (55 + 12 * math.cos(turn + 0.1), 36 + 12 * math.sin(turn + 0.1)),
            pen=0.3,
        )
    s.lead("22", (16, 38), (42, 38))
    s.lead("24", (92, 44), (65, 40), bend=-0.16)
    s.lead("26", (76, 66), (59, 60), bend=-0.2)
    s.figure(24, 72, 2)
    return s


def sourdough():
    s = Sheet(140, 160)
    s.line((22, 130), (118, 130), pen=0.5)
    s.shape(smooth([(40, 46), (36, 52), (34, 62)]) + [(34, 122)] + smooth([(34, 122), (36, 129), (44, 130)]) + [(96, 130)] + smooth([(96, 130), (104, 129), (106, 122)]) + [(106, 62)] + smooth([(106, 62), (104, 52), (100, 46)]))
    s.box(36, 36, 68, 10)
    for i in range(16):
        s.line((38 + i * 4.2, 37), (38 + i * 4.2, 45), pen=0.2)
    dough = smooth([(34.5, 80), (48, 70), (62, 74), (76, 68), (92, 72), (105.5, 80)])
    s.line(*dough, pen=0.5)
    rng = random.Random(7)
    placed = []
    while len(placed) < 46:
        x, y, r = rng.uniform(38, 102), rng.uniform(84, 125), rng.uniform(0.8, 3.2)
        if all(math.dist((x, y), (a, b)) > r + c + 0.7 for a, b, c in placed):
            placed.append((x, y, r))
            s.oval(x, y, r, pen=0.28)
    s.line((35, 104), (105, 104), pen=0.3, dash=(3, 2))
    for i in range(9):
        s.line((106, 122 - i * 7), (102 if i % 2 else 99, 122 - i * 7), pen=0.35)
    s.oval(64, 58, 5)
    s.line((64, 63), (64, 71), pen=0.4)
    for side in (-1, 1):
        s.arc(64, 58, 8.5, 8.5, 90 - side * 60 - 18, 90 - side * 60 + 18, pen=0.3)
    s.curve((70, 34), (68, 28), (73, 23), (70, 17), pen=0.3)
    s.curve((78, 34), (76, 28), (81, 23), (78, 17), pen=0.3)
    s.lead("10", (18, 70), (34, 78))
    s.lead("12", (22, 30), (37, 40))
    s.lead("14", (124, 88), (98, 92), bend=-0.14)
    s.lead("16", (124, 112), (105, 112), bend=-0.14)
    s.lead("18", (46, 60), (59, 58))
    s.lead("20", (124, 66), (92, 72), bend=-0.14)
    s.lead("22", (18, 104), (38, 104))
    s.lead("24", (90, 14), (80, 20), bend=-0.2)
    s.figure(70, 146, 1)
    return s


def sourdough_graph():
    s = Sheet(150, 120)
    s.arrow((24, 96), (24, 12))
    s.arrow((24, 96), (142, 96))
    s.text(18, 10, "h/h0", size=4.4)
    s.text(138, 104, "t (h)", size=4.4)
    for i, hours in enumerate((0, 4, 8, 12, 16, 20, 24)):
        x = 24 + i * 18
        s.line((x, 96), (x, 98), pen=0.3)
        s.text(x, 102, str(hours), size=3.8)
    for i, rise in enumerate((1, 2, 3)):
        y = 84 - i * 30
        s.line((24, y), (22, y), pen=0.3)
        s.text(17, y, f"{rise}.0", size=3.8)

    def rise(peak, top, late):
        out = []
        for step in range(0, 49):
            t = step / 2
            up = 1 + (top - 1) / (1 + math.exp(-(t - peak * 0.6) * 9 / peak))
            out.append((24 + t * 4.5, 84 - 30 * (up - 1 - max(0, t - late) * 0.09)))
        return out

    s.line(*rise(8, 3.1, 12), pen=0.6)
    s.line(*rise(12, 2.5, 17), pen=0.6, dash=(4, 2))
    s.line(*rise(18, 1.8, 23), pen=0.6, dash=(1, 1.6))
    s.lead("A", (52, 16), (66, 26))
    s.lead("B", (112, 28), (100, 44), bend=-0.2)
    s.lead("C", (136, 54), (124, 62), bend=-0.2)
    s.figure(84, 113, 2)
    return s


def aroma():
    """2-Acetyl-1-pyrroline, which is what crust smells of."""
    s = Sheet(68, 46)
    ring = [(22 + 11 * math.cos(math.radians(a)), 26 + 11 * math.sin(math.radians(a))) for a in (-18, 54, 126, 198, 270)]
    carbon, c3, c4, c5, nitrogen = ring
    s.line(carbon, c3, pen=0.6)
    s.line(c3, c4, c5, pen=0.6)
    s.line(c5, (nitrogen[0] - 2.4, nitrogen[1] + 1.9), pen=0.6)
    s.line((nitrogen[0] + 2.4, nitrogen[1] + 1.9), carbon, pen=0.6)
    s.line((nitrogen[0] + 1.9, nitrogen[1] + 4.6), (carbon[0] - 1.6, carbon[1] + 0.8), pen=0.6)
    s.text(nitrogen[0], nitrogen[1] - 0.2, "N", size=5.4)
    keto = (carbon[0] + 10, carbon[1] - 5)
    s.line(carbon, keto, pen=0.6)
    s.line(keto, (keto[0] + 9.5, keto[1] + 5), pen=0.6)
    s.line((keto[0] - 0.8, keto[1]), (keto[0] - 0.8, keto[1] - 9), pen=0.6)
    s.line((keto[0] + 0.8, keto[1]), (keto[0] + 0.8, keto[1] - 9), pen=0.6)
    s.text(keto[0], keto[1] - 12, "O", size=5.4)
    s.text(keto[0] + 14, keto[1] + 5.4, "CH", size=5.4)
    s.text(keto[0] + 18.4, keto[1] + 7, "3", size=3.6)
    return s


def formula_pipe():
    """f = v / 4(L + 0.6 r)"""
    s = Sheet(52, 16)
    s.text(7, 8, "f  =", size=6)
    s.line((14, 8), (50, 8), pen=0.4)
    s.text(32, 3.6, "v", size=6)
    s.text(32, 12, "4 ( L + 0.6 r )", size=5.6)
    return s


def formula_rise():
    """h(t) = h0 + (hm - h0) / (1 + exp(-k(t - tp)))"""
    s = Sheet(86, 18)
    s.text(16, 9, "h(t) = h0 +", size=5.2)
    s.line((32, 9), (84, 9), pen=0.4)
    s.text(58, 4, "hm - h0", size=5.2)
    s.text(58, 13.6, "1 + exp( -k ( t - tp ) )", size=5)
    return s


# -- the rocking chair -----------------------------------------------------------------------


def cuboid(x0, x1, y0, y1, z0, z1):
    """The faces of a cuboid: corners and the outward normal."""
    return [
        ([(x0, y0, z0), (x1, y0, z0), (x1, y0, z1), (x0, y0, z1)], (0, -1, 0)),
        ([(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], (0, 1, 0)),
        ([(x0, y0, z0), (x0, y1, z0), (x0, y1, z1), (x0, y0, z1)], (-1, 0, 0)),
        ([(x1, y0, z0), (x1, y1, z0), (x1, y1, z1), (x1, y0, z1)], (1, 0, 0)),
        ([(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)], (0, 0, 1)),
        ([(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)], (0, 0, -1)),
    ]


def rocker(x0, x1):
    """A curved runner: two sides and the strip along its top, its bottom and its ends."""
    upper = [(y, 3 + ((y - 24) / 52) ** 2 * 15) for y in range(-26, 79, 6)]
    lower = [(y, z - 4) for y, z in upper]
    outline = upper + lower[::-1]
    faces = [([(x, y, z) for y, z in outline], (side, 0, 0)) for x, side in ((x0, -1), (x1, 1))]
    for edge, normal in ((upper, (0, 0, 1)), (lower, (0, 0, -1))):
        for a, b in zip(edge, edge[1:]):
            strip = [(x0, *a), (x1, *a), (x1, *b), (x0, *b)]
            faces.append((strip, normal, False))
    for end, side in ((0, -1), (-1, 1)):
        a, b = upper[end], lower[end]
        faces.append(([(x0, *a), (x1, *a), (x1, *b), (x0, *b)], (0, side, 0)))
    return faces


def chair():
    """The faces of the chair, in centimetres: x to its left, y to its back, z up."""
    parts = []
    add = lambda *a: parts.append(cuboid(*a))
    parts.append(rocker(1, 5))
    parts.append(rocker(51, 55))
    for x in (1, 51):
        add(x, x + 4, 2, 6, 4, 62)
        add(x, x + 4, 46, 50, 4, 40)
        add(x, x + 4, 46, 50, 40, 112)
        add(x - 1.5, x + 5.5, -2, 46, 62, 65)
    add(5, 51, 0, 48, 38, 41)
    for z in (50, 62, 74, 86):
        add(5, 51, 47, 49, z, z + 7)
    add(3, 53, 46.5, 49.5, 99, 112)
    # the shelf of books below the seat
    add(5, 51, 6, 44, 16, 18)
    x = 9.0
    for width, height in ((4, 15), (3, 13), (5, 16), (3, 12), (4, 15), (6, 14), (3, 16), (4, 13)):
        add(x, x + width, 8, 26, 18, 18 + height)
        x += width + 0.3
    return [face for part in parts for face in part]


def render(sheet, faces, x, y, scale, turn, tilt):
    """Draws faces from behind to front as seen from a direction; degrees."""
    a, b = math.radians(turn), math.radians(tilt)
    right = (math.cos(a), math.sin(a), 0)
    up = (math.sin(a) * math.sin(b), -math.cos(a) * math.sin(b), math.cos(b))
    up = (-up[0], -up[1], up[2])
    toward = (
        right[1] * up[2] - right[2] * up[1],
        right[2] * up[0] - right[0] * up[2],
        right[0] * up[1] - right[1] * up[0],
    )
    dot = lambda p, q: sum(i * j for i, j in zip(p, q))
    seen = []
    for face in faces:
        points, normal = face[0], face[1]
        if dot(normal, toward) <= 0.001:
            continue
        middle = tuple(sum(p[i] for p in points) / len(points) for i in range(3))
        seen.append((dot(middle, toward), points, len(face) == 2))
    for _, points, edged in sorted(seen, key=lambda item: item[0]):
        flat = [(x + scale * dot(p, right), y - scale * dot(p, up)) for p in points]
        sheet.shape(flat, pen=PEN if edged else 0)
        if not edged:
            sheet.line(flat[0], flat[3], pen=PEN)
            sheet.line(flat[1], flat[2], pen=PEN)


def chair_perspective():
    s = Sheet(140, 170)
    render(s, chair(), 40, 136, 0.95, 32, 20)
    s.figure(70, 160, 1)
    return s


def chair_front_side():
    s = Sheet(170, 140)
    render(s, chair(), 14, 112, 0.85, 0, 0)
    render(s, chair(), 96, 112, 0.85, 90, 0)
    s.figure(38, 130, 2)
    s.figure(118, 130, 3)
    return s


def chair_back_top():
    s = Sheet(170, 140)
    render(s, chair(), 62, 112, 0.85, 180, 0)
    render(s, chair(), 100, 98, 0.85, 0, 90)
    s.figure(38, 130, 4)
    s.figure(124, 130, 5)
    return s


# -- plants, in colour -----------------------------------------------------------------------


def pear_fruit():
    s = Sheet(100, 120, mode="RGB")
    s.draw.rectangle((0, 0, *s.image.size), fill=(247, 244, 236))
    brown, green = (110, 78, 44), (58, 110, 52)
    s.curve((52, 30), (50, 18), (56, 8), pen=1.6, ink=brown)
    outline = [(50, 28), (60, 34), (62, 50), (72, 64), (76, 82), (66, 100), (50, 104), (34, 100), (24, 82), (28, 64), (38, 50), (40, 34)]
    for step in range(26, 0, -1):
        k = step / 26
        middle = (44, 78)
        points = [(middle[0] + (px - middle[0]) * k, middle[1] + (py - middle[1]) * k) for px, py in outline]
        shade = (int(236 - 26 * k), int(206 - 70 * k), int(110 - 64 * k))
        s.blob(points, pen=0, fill=shade)
    s.blob(outline, pen=0.5, fill=None, ink=(120, 70, 30))
    rng = random.Random(3)
    for _ in range(150):
        a, r = rng.uniform(0, 6.283), rng.uniform(0, 1) ** 0.5
        x, y = 50 + 20 * r * math.cos(a), 80 + 20 * r * math.sin(a)
        s.oval(x, y, 0.22, pen=0, fill=(150, 100, 48))
    leaf = [(54, 20), (64, 12), (78, 10), (90, 16), (80, 24), (66, 26)]
    s.blob(leaf, pen=0.4, fill=(104, 158, 84), ink=green)
    s.curve((54, 20), (68, 18), (90, 16), pen=0.5, ink=green)
    for x in (62, 69, 76, 83):
        s.line((x, 18.4), (x + 4, 12.6), pen=0.25, ink=green)
        s.line((x, 18.4), (x + 4, 22.6), pen=0.25, ink=green)
    s.line((8, 112), (38, 112), pen=0.5, ink=(60, 60, 60))
    s.text(23, 108, "30 mm", size=3.6, ink=(60, 60, 60))
    return s


def pear_leaf():
    s = Sheet(100, 120, mode="RGB")
    s.draw.rectangle((0, 0, *s.image.size), fill=(247, 244, 236))
    green = (48, 96, 44)
    half = [(50, 12), (58, 24), (66, 38), (71, 54), (69, 70), (61, 82), (50, 90)]
    right = smooth(half)
    edge = []
    for i, (x, y) in enumerate(right):
        edge.append((x + (0.9 if i % 3 == 0 else 0), y))
    outline = edge + [(100 - x, y) for x, y in edge[::-1]]
    s.shape(outline, pen=0.5, fill=(116, 168, 92), ink=green)
    s.curve((50, 12), (50.6, 50), (50, 90), (52, 110), pen=0.9, ink=green)
    for i in range(7):
        y = 26 + i * 9
        reach = [8, 13, 17, 19, 18, 14, 8][i]
        for side in (-1, 1):
            s.curve((50, y + 5), (50 + side * reach * 0.6, y + 0.5), (50 + side * reach, y - 4), pen=0.4, ink=green)
    s.line((8, 112), (38, 112), pen=0.5, ink=(60, 60, 60))
    s.text(23, 108, "20 mm", size=3.6, ink=(60, 60, 60))
    return s


# -- more inventions -------------------------------------------------------------------------


def sundial():
    s = Sheet(140, 130)
    s.oval(70, 62, 56, 34, pen=0.7)
    s.arc(70, 66, 56, 34, 0, 180, pen=0.7)
    s.line((14, 62), (14, 66), pen=0.7)
    s.line((126, 62), (126, 66), pen=0.7)
    s.oval(70, 62, 48, 28.5, pen=0.3)
    names = ("VI", "VII", "VIII", "IX", "X", "XI", "XII", "I", "II", "III", "IV", "V", "VI")
    for i, name in enumerate(names):
        turn = math.radians(180 + i * 15)
        c, n = math.cos(turn), math.sin(turn)
        s.line((70 + 48 * c, 62 + 28.5 * n), (70 + 42 * c, 62 + 25 * n), pen=0.4)
        s.text(70 + 36 * c, 62 + 21 * n, name, size=3.6)
    s.shape([(70, 66), (70, 26), (94, 66)], pen=0.6)
    s.hatch([(70, 66), (70, 26), (94, 66)], gap=1.5, angle=60)
    shadow = [(70, 66), (94, 66), (44, 49)]
    s.hatch(shadow, gap=1.1, angle=0, pen=0.18)
    s.oval(70, 82, 9, 4.4)
    s.line((70, 82), (64, 80), pen=0.7)
    for i in range(12):
        turn = math.radians(i * 30)
        s.line((70 + 9 * math.cos(turn), 82 + 4.4 * math.sin(turn)), (70 + 7.6 * math.cos(turn), 82 + 3.7 * math.sin(turn)), pen=0.25)
    s.oval(18, 16, 7)
    for i in range(12):
        turn = math.radians(i * 30)
        s.line((18 + 9 * math.cos(turn), 16 + 9 * math.sin(turn)), (18 + 12 * math.cos(turn), 16 + 12 * math.sin(turn)), pen=0.35)
    s.arrow((31, 24), (48, 34), pen=0.3, dash=(2.5, 1.5))
    s.lead("10", (130, 100), (114, 88), bend=-0.16)
    s.lead("12", (92, 18), (76, 34), bend=-0.2)
    s.lead("14", (132, 36), (112, 48), bend=-0.16)
    s.lead("16", (34, 106), (64, 84))
    s.lead("18", (12, 92), (52, 55))
    s.figure(76, 118, 1)
    return s


def robot():
    s = Sheet(150, 170)
    # shelf
    s.box(84, 12, 58, 126, pen=0.6)
    rng = random.Random(11)
    for row in range(4):
        base = 40 + row * 31
        s.box(84, base, 58, 3, pen=0.5)
        x = 87.0
        while x < 137:
            w, h = rng.choice((3, 3.6, 4.4, 5.4)), rng.uniform(16, 24)
            if row == 1 and 104 < x < 113:
                x += 9
                continue
            if x + w > 139:
                break
            s.box(x, base - h, w, h, pen=0.35)
            s.line((x + 0.8, base - h + 4), (x + w - 0.8, base - h + 4), pen=0.25)
            x += w + 0.2
    # robot
    s.box(24, 70, 34, 46, pen=0.6)
    s.box(29, 36, 24, 20, pen=0.6)
    s.box(37, 56, 8, 14)
    s.line((41, 36), (41, 27), pen=0.5)
    s.oval(41, 25, 2.2)
    s.oval(35.5, 44, 3.2)
    s.oval(46.5, 44, 3.2)
    s.oval(36.3, 44, 1.2, fill=INK)
    s.oval(47.3, 44, 1.2, fill=INK)
    s.arc(41, 47, 6, 4.4, 20, 160, pen=0.5)
    s.box(30, 78, 22, 12, pen=0.35)
    s.text(41, 84, "SHH", size=5)
    for i in range(3):
        s.box(28, 98 + i * 5, 26, 4, pen=0.3)
    s.shape([(58, 76), (84, 62), (86, 66), (60, 81)])
    s.oval(59, 78.5, 3.4)
    s.shape([(96, 56), (107, 52), (112, 66), (101, 70)], pen=0.5)
    s.line((99, 60), (108, 57), pen=0.25)
    s.curve((84, 62), (92, 56), (98, 58), pen=0.9)
    s.curve((86, 66), (94, 70), (102, 68), pen=0.9)
    s.shape([(24, 76), (12, 96), (15, 99), (26, 84)])
    s.oval(13, 98, 3)
    s.shape([(20, 116), (62, 116), (58, 126), (24, 126)])
    for x in (28, 54):
        s.oval(x, 130, 8, pen=0.7)
        s.oval(x, 130, 2.4)
    s.line((4, 138.3), (146, 138.3), pen=0.5)
    s.lead("100", (14, 60), (25, 72))
    s.lead("102", (66, 30), (49, 42), bend=-0.2)
    s.lead("104", (70, 92), (70, 75), bend=0.2)
    s.lead("106", (76, 46), (100, 58))
    s.lead("108", (8, 118), (21, 124))
    s.lead("110", (76, 18), (86, 24))
    s.lead("112", (72, 110), (54, 104), bend=-0.2)
    s.figure(75, 156, 1)
    return s


def robot_flow():
    s = Sheet(160, 200)
    s.oval(60, 16, 26, 8)
    s.text(60, 16, "BOOK RETURNED", size=4)
    block(s, 60, 46, 62, 16, "READ MARK ON SPINE", "S10")
    diamond(s, 60, 80, 62, 30, "PLACE OF|BOOK KNOWN?")
    block(s, 60, 118, 62, 16, "ROLL TO SHELF", "S30")
    diamond(s, 60, 150, 62, 28, "GAP WIDE|ENOUGH?")
    s.oval(60, 184, 26, 8)
    s.text(60, 184, "BOOK AT HOME", size=4)
    block(s, 122, 80, 40, 22, "ASK|LIBRARIAN", "S20")
    block(s, 122, 150, 40, 22, "WHISPER|“EXCUSE ME”", "S40")
    for a, b in (((60, 24), (60, 38)), ((60, 54), (60, 65)), ((60, 95), (60, 110)), ((60, 126), (60, 136)), ((60, 164), (60, 176))):
        s.arrow(a, b)
    s.arrow((91, 80), (102, 80))
    s.arrow((91, 150), (102, 150))
    s.arrow((122, 91), (122, 118), (91, 118))
    s.arrow((122, 161), (122, 172), (20, 172), (20, 150), (29, 150))
    for x, y, word in ((66, 100, "YES"), (66, 169, "YES"), (96, 76.5, "NO"), (96, 146.5, "NO")):
        s.text(x, y, word, size=3.4)
    s.figure(126, 188, 2)
    return s


def postbox():
    s = Sheet(120, 150)
    s.box(55, 86, 8, 50)
    s.line((14, 136), (106, 136), pen=0.5)
    for x in range(18, 104, 7):
        s.curve((x, 136), (x + 1, 131), (x + 3, 128), pen=0.25)
        s.curve((x + 1, 136), (x + 2, 132), (x - 1, 130), pen=0.25)
    body = [(24, 86), (24, 56)] + ellipse(46, 56, 22, 24, 180, 360) + [(68, 86)]
    s.shape(body, pen=0.6)
    s.shape([(46, 32), (86, 28)] + ellipse(86, 54, 18, 26, 270, 360) + [(104, 82), (68, 86), (68, 56)] + ellipse(46, 56, 22, 24, 360, 270)[1:], pen=0.6)
    s.shape([(24, 86), (24, 56)] + ellipse(46, 56, 22, 24, 180, 360) + [(68, 86)], pen=0.6)
    s.box(34, 56, 24, 5)
    s.shape([(36, 58.5), (48, 44), (60, 52), (54, 58.5)], pen=0.4)
    s.line((48, 44), (49, 52), (60, 52), pen=0.25)
    s.line((88, 42), (88, 14), pen=0.9)
    s.shape([(88, 14), (104, 18), (88, 24)])
    s.oval(88, 44, 2.2)
    s.line((28, 88), (64, 88), pen=0.5)
    for x in (32, 38, 44, 50, 56):
        s.curve((x, 88), (x + 1.6, 90), (x - 1, 92), (x + 1, 94), pen=0.35)
    s.lead("1", (12, 70), (24, 74))
    s.lead("2", (22, 40), (44, 49))
    s.lead("3", (112, 34), (100, 20), bend=-0.2)
    s.lead("4", (76, 16), (87, 30))
    s.lead("5", (20, 100), (34, 92))
    s.figure(60, 145, 1)
    return s


def bell():
    s = Sheet(130, 110)
    s.line((6, 84), (124, 84), pen=0.6)
    s.line((6, 92), (124, 92), pen=0.6)
    s.hatch([(48, 82), (76, 82), (76, 94), (48, 94)], gap=1.4)
    for x, r in ((42, 26), (92, 20)):
        dome = ellipse(x, 66, r, r * 0.95, 180, 360)
        s.shape(dome, pen=0.6)
        s.arc(x, 66, r, 4, 0, 180, pen=0.5)
        s.arc(x - r * 0.2, 62, r * 0.5, r * 0.6, 195, 260, pen=0.3)
        s.oval(x, 66 - r * 0.95, 2.2)
    s.shape([(56, 82), (66, 72), (78, 82)])
    s.line((66, 76), (68, 50), pen=0.9)
    s.oval(68, 48, 3, fill=INK)
    s.arc(66, 76, 27, 27, 248, 300, pen=0.25, dash=(1.5, 1.2))
    s.shape([(72, 78), (112, 70), (114, 75), (76, 82)])
    for x in (10, 14, 18):
        s.arc(42, 60, 26 + x * 0.7, 26 + x * 0.7, 200, 225, pen=0.25)
        s.arc(92, 60, 20 + x * 0.7, 20 + x * 0.7, 315, 340, pen=0.25)
    s.lead("1", (24, 28), (32, 44))
    s.lead("2", (104, 30), (98, 48), bend=-0.2)
    s.lead("3", (68, 30), (68, 44))
    s.lead("4", (122, 62), (108, 72), bend=-0.2)
    s.lead("5", (30, 103), (52, 92))
    s.figure(84, 104, 1)
    return s


def moss():
    s = Sheet(120, 130)
    s.oval(60, 66, 40, 42, pen=0.6)
    s.box(46, 20, 28, 8)
    s.oval(60, 20, 14, 3)
    s.shape(smooth([(28.5, 91), (42, 84), (60, 87), (78, 83), (91.5, 91)]) + ellipse(60, 66, 40, 42, 38, 142))
    s.arc(60, 66, 40, 42, 30, 150, pen=0.6)
    rng = random.Random(5)
    for _ in range(80):
        x, y = rng.uniform(34, 86), rng.uniform(88, 99)
        for side in (-1, 0, 1):
            s.line((x, y), (x + side * 1.4, y - 3.2), pen=0.22)
    for x, h in ((42, 20), (54, 28), (68, 24), (78, 16)):
        s.curve((x, 86), (x + 1, 86 - h * 0.6), (x + 3, 86 - h), pen=0.4)
        s.oval(x + 3.6, 85 - h, 1.6, 2.4)
        for i in range(8):
            turn = math.radians(i * 45)
            cx, cy = x + 3.6, 85 - h
            s.line((cx + 3.6 * math.cos(turn), cy + 4.2 * math.sin(turn)), (cx + 5.6 * math.cos(turn), cy + 6.2 * math.sin(turn)), pen=0.22)
    moon(s, 98, 22, 9)
    s.lead("1", (12, 44), (25, 52))
    s.lead("2", (108, 108), (84, 93), bend=-0.16)
    s.lead("3", (26, 22), (52, 56))
    s.lead("4", (112, 42), (105, 29), bend=-0.2)
    s.figure(60, 121, 1)
    return s


def teapot(sheet, x, y, mirror=1):
    at = lambda *pairs: [(x + mirror * a, y + b) for a, b in pairs]
    outer = smooth(at((-24, -30), (-42, -34), (-46, -14), (-28, -8)))
    inner = smooth(at((-27, -13), (-38, -17), (-36, -28), (-25, -25)))
    sheet.shape(outer + inner)
    sheet.shape(smooth(at((22, -10), (34, -14), (38, -28), (46, -38))) + smooth(at((50, -34), (44, -22), (40, -6), (24, -1))))
    sheet.blob(at((-18, 2), (-28, -14), (-24, -32), (-10, -42), (10, -42), (24, -32), (28, -14), (18, 2), (0, 4)))
    sheet.shape(smooth(at((-14, -41), (-10, -48), (0, -50), (10, -48), (14, -41))))
    # a cat sleeps on the lid
    sheet.blob(at((-9, -50), (-6, -57), (4, -58), (10, -53), (7, -49), (-3, -48.6)))
    sheet.blob(at((-10, -51), (-12, -56), (-8, -59), (-4, -56), (-5, -51)))
    for a in (-11, -6.6):
        sheet.shape(at((a, -57), (a + 0.6, -61.4), (a + 3, -58)))
    sheet.line(*at((-10.4, -54.6), (-9, -54.2)), pen=0.3)
    sheet.line(*at((-7.6, -54.2), (-6.2, -54.6)), pen=0.3)
    sheet.curve(*at((9, -53), (14, -50), (11, -47.4), (2, -47.6)), pen=0.9)
    sheet.arc(x, y - 16, 27, 4, 10, 170, pen=0.25)
    sheet.arc(x, y - 12, 27, 4, 10, 170, pen=0.25)


def teapot_sheet():
    s = Sheet(130, 100)
    teapot(s, 62, 78)
    s.figure(62, 94, 1)
    return s


def teapot_other():
    s = Sheet(130, 100)
    teapot(s, 66, 78, mirror=-1)
    s.figure(66, 94, 2)
    return s


def kite():
    s = Sheet(140, 170)
    top, left, right, bottom = (86, 12), (62, 44), (116, 38), (98, 92)
    s.shape([top, right, bottom, left], pen=0.6)
    s.line(top, bottom, pen=0.4)
    s.line(left, right, pen=0.4)
    s.line((80, 34), (84, 34), pen=0.5)
    s.line((95, 32), (99, 32), pen=0.5)
    s.arc(90, 46, 8, 6, 10, 170, pen=0.5)
    tail = smooth([bottom, (104, 100), (98, 108), (106, 116), (100, 124), (108, 132)])
    s.line(*tail, pen=0.35)
    for x, y in ((103, 99.5), (100, 107), (105.5, 115.5), (101, 123.5)):
        s.shape([(x, y), (x - 4, y - 2.5), (x - 4, y + 2.5)])
        s.shape([(x, y), (x + 4, y - 2.5), (x + 4, y + 2.5)])
    s.curve((90, 42), (62, 82), (38, 122), pen=0.3)
    for x, y in ((20, 22), (120, 62)):
        s.curve((x - 14, y + 4), (x - 10, y - 3), (x - 3, y - 4), (x + 3, y - 6), (x + 9, y - 2), (x + 13, y + 4), pen=0.35)
        s.line((x - 14, y + 4), (x + 13, y + 4), pen=0.35)
    person(s, 18, 150, 40)
    s.line((20, 120), (34, 124), pen=0.6)
    s.oval(36, 124, 5)
    s.oval(36, 124, 2)
    s.line((4, 150), (136, 150), pen=0.5)
    s.lead("10", (126, 18), (110, 34), bend=-0.2)
    s.lead("12", (46, 60), (66, 78))
    s.lead("14", (52, 136), (40, 127), bend=-0.2)
    s.lead("16", (122, 112), (106, 116), bend=-0.2)
    s.figure(70, 160, 1)
    return s


def kite_reel():
    s = Sheet(120, 90)
    s.oval(60, 40, 30, pen=0.7)
    s.oval(60, 40, 25, pen=0.3)
    points = []
    for step in range(0, 720, 8):
        r = 5 + step * 0.023
        points.append((60 + r * math.cos(math.radians(step)), 40 + r * math.sin(math.radians(step))))
    s.line(*points, pen=0.5)
    s.oval(60, 40, 4)
    gear(s, 60, 40, 6.5, 10, hub=2.6)
    s.line((82, 20), (112, 6), pen=0.4)
    s.oval(82, 20, 1.8)
    s.shape([(24, 36), (8, 34), (8, 46), (31, 46)])
    s.lead("18", (28, 12), (50, 32))
    s.lead("20", (104, 52), (76, 46), bend=-0.16)
    s.lead("22", (104, 28), (84, 21), bend=-0.2)
    s.lead("24", (12, 62), (16, 46))
    s.figure(62, 82, 2)
    return s


def sock(sheet, x, y, flip=1, stripes=True):
    at = lambda *pairs: [(x + flip * a, y + b) for a, b in pairs]
    sheet.shape(at((-6, -24), (6, -24)) + smooth(at((6, -24), (6, -8), (14, -2), (22, 2), (22, 8), (12, 10), (0, 6), (-6, -2), (-6, -24))))
    sheet.line(*at((-6, -20), (6, -20)))
    if stripes:
        for b in (-16, -13, -10):
            sheet.line(*at((-6, b), (6, b)), pen=0.7)
    else:
        for a, b in ((-2, -15), (3, -11), (-3, -6), (4, -3), (12, 4)):
            sheet.oval(x + flip * a, y + b, 1, fill=INK)


def socks():
    s = Sheet(140, 130)
    s.box(14, 66, 112, 10, pen=0.6)
    for x in (24, 116):
        s.oval(x, 71, 9)
        s.oval(x, 71, 2.5)
    s.box(24, 62, 92, 2)
    sock(s, 34, 51)
    sock(s, 64, 51, stripes=False)
    sock(s, 94, 51)
    s.shape([(58, 8), (82, 8), (78, 20), (62, 20)])
    s.oval(70, 20, 5, 3)
    s.line((66, 23), (50, 40), pen=0.25, dash=(2, 1.4))
    s.line((74, 23), (90, 40), pen=0.25, dash=(2, 1.4))
    for x, label in ((36, "PAIRS"), (104, "ODD")):
        s.shape([(x - 20, 88), (x + 20, 88), (x + 16, 112), (x - 16, 112)])
        s.text(x, 102, label, size=5)
    s.arrow((34, 77), (36, 87))
    s.arrow((104, 77), (104, 87))
    s.lead("1", (6, 58), (16, 66))
    s.lead("2", (92, 10), (80, 14), bend=-0.2)
    s.lead("3", (134, 94), (122, 98), bend=-0.2)
    s.lead("4", (8, 104), (18, 100))
    s.figure(70, 122, 1)
    return s


def coffee_clock():
    s = Sheet(140, 130)
    s.line((8, 104), (132, 104), pen=0.5)
    s.box(20, 34, 54, 62, pen=0.7)
    s.box(24, 96, 8, 8)
    s.box(62, 96, 8, 8)
    s.oval(47, 62, 22, pen=0.6)
    for i in range(12):
        turn = math.radians(i * 30)
        s.line((47 + 22 * math.cos(turn), 62 + 22 * math.sin(turn)), (47 + 19 * math.cos(turn), 62 + 19 * math.sin(turn)), pen=0.5)
    s.line((47, 62), (47, 46), pen=0.9)
    s.line((47, 62), (36, 68), pen=1.1)
    for x in (33, 61):
        s.shape(ellipse(x, 34, 8, 8, 180, 360))
        s.oval(x, 25, 1.5)
    s.shape([(74, 44), (98, 44), (98, 52), (90, 52), (88, 58), (84, 58), (82, 52), (74, 52)])
    s.line((86, 59), (86, 72), pen=0.5, dash=(1.5, 1))
    s.shape([(76, 78), (78, 100), (98, 100), (100, 78)])
    s.curve((100, 82), (108, 82), (108, 92), (99, 93), pen=0.9)
    s.oval(88, 78, 12, 2.6)
    s.line((72, 102.4), (106, 102.4), pen=0.8)
    for x in (83, 89, 95):
        s.curve((x + 12, 66), (x + 9, 60), (x + 15, 54), (x + 12, 46), (x + 16, 40), pen=0.3)
    s.lead("1", (10, 46), (20, 52))
    s.lead("2", (86, 20), (60, 48), bend=-0.1)
    s.lead("3", (104, 30), (92, 44), bend=-0.2)
    s.lead("4", (122, 98), (99, 92), bend=-0.2)
    s.lead("5", (124, 62), (109, 56), bend=-0.2)
    s.figure(64, 119, 1)
    return s


def coffee_blocks():
    s = Sheet(140, 100)
    block(s, 34, 26, 40, 16, "CLOCK", "2")
    block(s, 98, 26, 44, 16, "HEATING", "3")
    block(s, 34, 64, 40, 16, "NOSE", "6")
    block(s, 98, 64, 44, 16, "FAN", "7")
    s.arrow((54, 26), (76, 26))
    s.arrow((98, 34), (98, 56))
    s.arrow((34, 56), (34, 34))
    s.arrow((76, 64), (54, 64))
    s.figure(66, 90, 2)
    return s


def toaster():
    s = Sheet(150, 130)
    s.blob([(14, 100), (12, 78), (16, 66), (30, 64), (52, 64), (64, 67), (68, 80), (66, 100), (40, 101)], pen=0.6)
    s.line((24, 66), (56, 66), pen=1.4)
    s.line((68, 84), (74, 84), pen=1.2)
    s.box(73, 81, 4, 6)
    s.line((4, 102), (146, 102), pen=0.5)

    def toast(x, y, turn):
        base = [(-8, 8), (-8, -4), (-10, -7), (-6, -10), (0, -9), (6, -10), (10, -7), (8, -4), (8, 8)]
        c, n = math.cos(turn), math.sin(turn)
        s.shape([(x + a * c - b * n, y + a * n + b * c) for a, b in smooth(base)], pen=0.5)
        inner = [(x + a * 0.72 * c - b * 0.72 * n, y + a * 0.72 * n + b * 0.72 * c) for a, b in smooth(base)]
        s.shape(inner, pen=0.22)

    s.line(*smooth([(40, 60), (52, 28), (78, 14), (102, 30), (118, 84)]), pen=0.3, dash=(3, 2))
    toast(46, 40, 0.2)
    toast(78, 15, 0.9)
    toast(106, 42, 1.6)
    s.arc(118, 96, 24, 5, 0, 360, pen=0.5)
    s.arc(118, 96, 16, 3, 0, 360, pen=0.3)
    s.arrow((116.6, 78), (118.6, 88), pen=0.3)
    s.lead("1", (8, 58), (17, 70))
    s.lead("2", (90, 90), (77, 85), bend=-0.2)
    s.lead("3", (136, 28), (116, 40), bend=-0.2)
    s.lead("4", (140, 84), (136, 92), bend=-0.2)
    s.lead("5", (36, 18), (54, 28))
    s.figure(75, 119, 1)
    return s


def lamp():
    s = Sheet(150, 150)
    s.box(8, 96, 96, 20, pen=0.6)
    s.box(8, 60, 6, 66, pen=0.6)
    s.box(104, 84, 5, 42, pen=0.6)
    s.blob([(14, 96), (14, 84), (34, 82), (38, 96)])
    s.oval(32, 80, 8)
    s.line((35, 79), (38, 79.6), pen=0.4)
    s.arc(35, 83, 2.2, 1.6, 20, 160, pen=0.35)
    s.shape(smooth([(38, 96), (46, 84), (70, 82), (96, 88), (104, 96)]))
    s.curve((46, 92), (66, 88), (94, 92), pen=0.25)
    s.shape([(50, 84), (58, 70), (68, 76), (60, 88)])
    s.line((53, 83), (60, 72), pen=0.25)
    s.line((124, 126), (124, 52), pen=1.1)
    s.box(114, 123, 20, 4)
    s.line((124, 52), (96, 36), pen=1.1)
    s.oval(124, 52, 2.4)
    s.shape([(98, 28), (84, 36), (80, 52), (106, 46)], pen=0.6)
    for a, b in (((84, 54), (70, 66)), ((92, 53), (88, 72)), ((78, 50), (54, 62))):
        s.line(a, b, pen=0.25, dash=(2.5, 2))
    for x, y, size in ((44, 62, 4), (52, 50, 6), (62, 34, 8.5)):
        s.text(x, y, "Z", size=size)
    moon(s, 122, 17, 9)
    s.lead("10", (140, 74), (125, 78), bend=-0.2)
    s.lead("12", (70, 22), (88, 34))
    s.lead("14", (142, 40), (126, 51), bend=-0.2)
    s.lead("16", (84, 70), (64, 78), bend=-0.2)
    s.lead("18", (20, 48), (30, 72))
    s.figure(70, 141, 1)
    return s


def search_report(number, rows, part):
    """A page of a search report; the form is our own."""
    s = Sheet(160, 220)
    s.text(14, 14, "EUROPEAN SEARCH REPORT (SAMPLE)", size=6, anchor="lm")
    s.text(146, 14, "EP", size=6, anchor="rm")
    s.text(14, 23, f"Application number {number}", size=4.4, anchor="lm")
    s.text(146, 23, f"Page {part}", size=4.4, anchor="rm")
    s.box(12, 30, 136, 150)
    s.line((12, 40), (148, 40))
    for x in (30, 112, 130):
        s.line((x, 30), (x, 180), pen=0.3)
    for x, words in ((21, "Category"), (71, "Document cited"), (121, "Claims"), (139, "IPC")):
        s.text(x, 35, words, size=3.7)
    y = 48
    for category, cited, claims, place in rows:
        for i, row in enumerate(cited.split("|")):
            s.text(33, y + i * 5, row, size=3.9, anchor="lm")
        s.text(21, y, category, size=4.4)
        s.text(121, y, claims, size=3.9)
        s.text(139, y, place, size=3.4)
        y += 5 * cited.count("|") + 13
    s.box(12, 184, 136, 26)
    s.text(15, 190, "X: alone destroys novelty     Y: together with another", size=3.5, anchor="lm")
    s.text(15, 196, "A: background     P: between priority and filing", size=3.5, anchor="lm")
    s.text(15, 204, "Sampletown, searcher: Specimen, S.", size=3.9, anchor="lm")
    return s


def coffee_report():
    return search_report(
        "06999902",
        [
            ("X", "US 99 000 001 B1 (Example Instruments|Ltd), 1 March 2005|* abstract; figure 1 *", "1, 2", "A47J"),
            ("Y", "SPECIMEN S. ET AL: “On being woken|kindly”, Sample Journal of Mornings,|vol. 1, no. 1, pages 1 - 9", "3, 4", "G04G"),
            ("A", "FR 9 900 001 A1 (Exemple et Fils),|2 January 1998 * the whole document *", "1 - 6", "A47J"),
        ],
        1,
    )


def lamp_report(part):
    first = [
        ("X", "US 2099 0000 001 A1 (Sample, Eve),|2 June 2005 * paragraphs 12 to 15 *", "1", "G02C"),
        ("Y", "DE 99 00 001 U1 (Muster Werkzeugbau),|3 May 2001 * figure 2 *", "2, 3", "F21V"),
    ]
    second = [
        ("A", "EXAMPLE E.: “Eyelids as switches”,|Sample Letters, vol. 12, page 34", "1 - 8", "H05B"),
        ("A", "EP 9 900 002 A1 (Exemple et Fils SA)|* claim 1 *", "5", "H05B"),
    ]
    return search_report("22999904", first if part == 1 else second, part)


# -- where each goes -------------------------------------------------------------------------

GRANT, APPLICATION = "us/grants", "us/applications"


def files():
    """All files of drawings: path and bytes."""
    us = {
        f"{GRANT}/US99000001-20050301": [kettle_side(), kettle_side(), kettle_head()],
        f"{GRANT}/US99000002-20080408": [slicer(), slicer(), slicer_dial()],
        f"{GRANT}/US99000003-20160510": [umbrella(), umbrella(), umbrella_joint()],
        f"{GRANT}/US99000004-20230307": [sourdough(), sourdough(), sourdough_graph()],
        f"{GRANT}/USD9900001-20170912": [chair_perspective(), chair_perspective(), chair_front_side(), chair_back_top()],
        f"{GRANT}/USRE059001-20140715": [sundial(), sundial()],
        f"{APPLICATION}/US20990000001A1-20050602": [spectacles(), spectacles(), spectacles_blocks()],
        f"{APPLICATION}/US20990000002A1-20230608": [robot(), robot(), robot_flow()],
        "us/weekly/US99000011-20181106": [postbox(), postbox()],
        "us/weekly/US99000012-20181106": [bell(), bell()],
        "us/weekly/US99000013-20181106": [moss(), moss()],
        "us/weekly/USD9900002-20181106": [teapot_sheet(), teapot_sheet(), teapot_other()],
    }
    several_strips = ("US99000001", "US99000003", "US20990000002A1")
    for place, sheets in us.items():
        folder, name = place.rsplit("/", 1)
        inside = folder if folder == "us/weekly" else place
        for number, sheet in enumerate(sheets):
            rows = 128 if name.startswith(several_strips) else None
            how = "tiff_lzw" if name.startswith("US99000012") else "group4"
            turned = name.startswith("USRE059001")
            yield f"{inside}/{name}-D{number:05}.TIF", sheet.tiff(how, rows, turned)
    yield f"{GRANT}/US99000001-20050301/US99000001-20050301-M00001.TIF", formula_pipe().tiff()
    bread = f"{GRANT}/US99000004-20230307/US99000004-20230307"
    yield f"{bread}-M00001.TIF", formula_rise().tiff()
    yield f"{bread}-C00001.TIF", aroma().tiff()
    pear = f"{GRANT}/USPP099001-20110816/USPP099001-20110816"
    yield f"{pear}-D00000.JPG", pear_fruit().jpeg()
    yield f"{pear}-D00001.JPG", pear_fruit().jpeg()
    yield f"{pear}-D00002.JPG", pear_leaf().jpeg()
    coffee = "ep/EP06999902-A1"
    yield f"{coffee}/imgaf001.tif", coffee_clock().tiff()
    yield f"{coffee}/imgf0001.tif", coffee_clock().tiff()
    yield f"{coffee}/imgf0002.tif", coffee_blocks().tiff()
    yield f"{coffee}/srep0001.tif", coffee_report().tiff()
    yield "ep/EP05999901-B1/imgf0001.tif", kettle_side().tiff(rows=256)
    yield "ep/EP05999901-B1/imgf0002.tif", kettle_head().tiff()
    yield "ep/EP05999901-B1/imgb0001.tif", formula_pipe().tiff()
    yield "ep/EP04999903-B2/imgf0001.tif", toaster().tiff(reversed_bits=True)
    yield "ep/EP22999904-A1/imgaf001.tif", lamp().tiff()
    yield "ep/EP22999904-A1/imgf0001.tif", lamp().tiff()
    yield "ep/EP22999904-A1/srep0001.tif", lamp_report(1).tiff()
    yield "ep/EP22999904-A1/srep0002.tif", lamp_report(2).tiff()


def packed():
    """The drawings within the package: folder, and its sheets."""
    yield "US99000005-20211109", [kite(), kite(), kite_reel()]
    yield "US99000006-20211109", [socks(), socks()]


def package(path):
    """Packs the documents that the package holds again, with their drawings drawn anew."""
    with zipfile.ZipFile(path) as old:
        texts = {name: old.read(name) for name in old.namelist() if name.upper().endswith(".XML")}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:

        def put(name, data):
            entry = zipfile.ZipInfo(name, (2021, 11, 9, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, data)

        for folder, sheets in packed():
            put(f"{folder}/{folder}.XML", texts[f"{folder}/{folder}.XML"])
            for number, sheet in enumerate(sheets):
                put(f"{folder}/{folder}-D{number:05}.TIF", sheet.tiff())


def main():
    here = Path(__file__).resolve().parent.parent / "corpus"
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else here
    for name, data in files():
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    bundle = corpus / "us" / "I20211109.ZIP"
    if bundle.exists():
        package(bundle)


if __name__ == "__main__":
    main()
