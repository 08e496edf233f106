"""Make the fonts of `reports/fonts`: subset, renamed, the same bytes every time.

Usage: python tools/make_fonts.py SOURCE_DIR reports/fonts
(reports/fonts/README.md says what SOURCE_DIR holds).
"""

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TEXT = (
    "20-7E A0-17F 192 218-21B 2C6 2DA 2DC 2009 200B 2010-2015 2018-201E 2020-2022 2026 202F 2030"
    " 2032 2033 2039 203A 2044 2070 2074-2079 2080-2089 20AC 2116 2122 2190-2193 2212 2215 2248"
    " 2260 2264 2265 2713"
)
SYMBOLS = "100-52F 591-5FF 606-6DC 6DE-6FF 1E00-1EFF 2000-23FF 2460-27EF 2B00-2B54 FB1D-FB4F FFFD"
EMOJI = "200D 20E3 231A-23FF 2600-27BF 2B05-2B55 FE0F 1F1E6-1F64F 1F680-1F6FF 1F7E0-1F9FF"
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "case", "tnum", "lnum"]
JOINING = ["init", "medi", "fina", "isol", "rlig"]  # Arabic

SERIF = "node_modules/source-serif/TTF/SourceSerif4"
PLEX = "node_modules/@ibm/plex-sans-condensed/fonts/complete/woff2/IBMPlexSansCondensed"
NOTO = "node_modules/@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"
CUTS = [  # family, style, weight, source, characters
    ("Cellule Sans", "Regular", 400, f"{PLEX}-Regular.woff2", TEXT),
    ("Cellule Sans", "Medium", 500, f"{PLEX}-Medium.woff2", TEXT),
    ("Cellule Sans", "SemiBold", 600, f"{PLEX}-SemiBold.woff2", TEXT),
    ("Cellule Serif", "Regular", 400, f"{SERIF}-Regular.ttf", TEXT),
    ("Cellule Serif", "Italic", 400, f"{SERIF}-It.ttf", TEXT),
    ("Cellule Serif", "SemiBold", 600, f"{SERIF}-Semibold.ttf", TEXT),
    ("Cellule Titre", "SemiBold", 600, f"{SERIF}Display-Semibold.ttf", TEXT),
    ("Cellule Symboles", "Regular", 400, "DejaVuSans.ttf", SYMBOLS),
    ("Cellule Emoji", "Regular", 400, NOTO, EMOJI),
]


def cut_down(source: Path, characters: str) -> TTFont:
    """Return the font with nothing left but `characters` and the glyphs they need."""
    features = {TEXT: FEATURES, SYMBOLS: FEATURES + JOINING}.get(characters, [])
    options = subset.Options(layout_features=features, name_IDs=["*"], hinting=characters == TEXT)
    options.drop_tables += ["FFTM"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(characters.replace(" ", ",")))
    subsetter.subset(font)
    return font


def rename(font: TTFont, family: str, style: str, weight: int) -> str:
    """Give CSS, matplotlib and typst one name to agree on; return the file's stem."""
    names = font["name"]
    # Copyright and licence stay; the family names are reserved for the unmodified files.
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    stem = f"{family.replace(' ', '')}-{style}"
    plain = style in ("Regular", "Italic")
    records = {1: family if plain else f"{family} {style}", 2: style if plain else "Regular"}
    records |= {3: stem, 4: f"{family} {style}", 5: "Version 1.000", 6: stem, 16: family, 17: style}
    for number, value in records.items():
        names.setName(value, number, 3, 1, 0x409)
    font["OS/2"].usWidthClass, font["OS/2"].usWeightClass = 5, weight
    return stem


def main(source: Path, target: Path) -> None:
    """Write every font, and `coverage.json`: the code points a report can set."""
    covered: set[int] = set()
    for family, style, weight, file, characters in CUTS:
        font = cut_down(source / file, characters)
        covered |= set(font.getBestCmap())
        stem = rename(font, family, style, weight)
        for flavor in (None, "woff2") if characters == TEXT else (None,):
            font.flavor = flavor
            font.save(target / f"{stem}.{flavor or 'ttf'}")
    starts = [[code] for code in sorted(covered) if code - 1 not in covered]
    ends = [code for code in sorted(covered) if code + 1 not in covered]
    ranges = [[*start, end] for start, end in zip(starts, ends, strict=True)]
    (target / "coverage.json").write_text(json.dumps(ranges) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
