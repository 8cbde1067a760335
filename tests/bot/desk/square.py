"""Reads a drawn QR code back: from the page's SVG to a grid, and from the grid to its words.

A reader of our own, by ISO/IEC 18004, so that the page is not held against the library that drew
it. It needs a clean grid: errors are not corrected. Byte mode, levels M and Q, versions 1 to 9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Grid = list[list[bool]]
_BLOCKS: dict[str, dict[int, list[int]]] = {  # level → version → data words of each block
    "M": {
        1: [16], 2: [28], 3: [44], 4: [32] * 2, 5: [43] * 2, 6: [27] * 4, 7: [31] * 4,
        8: [38] * 2 + [39] * 2, 9: [36] * 3 + [37] * 2,
    },
    "Q": {
        1: [13], 2: [22], 3: [17] * 2, 4: [24] * 2, 5: [15] * 2 + [16] * 2, 6: [19] * 4,
        7: [14] * 2 + [18] * 4, 8: [18] * 4 + [19] * 2, 9: [16] * 4 + [17] * 4,
    },
}  # fmt: skip
_LEVELS = {(False, False): "M", (True, True): "Q"}
_CENTRES = {
    1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38],
    8: [6, 24, 42], 9: [6, 26, 46],
}  # fmt: skip
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, c: r % 2 == 0,
    lambda r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)


def squares(page: str) -> list[str]:
    """What each square on this page says."""
    return [read(drawn(svg)) for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]


def drawn(svg: str) -> Grid:
    """The grid behind an SVG of horizontal strokes, without its quiet zone of four."""
    box = re.search(r'viewBox="0 0 (\d+) \d+"', svg)
    path = re.search(r' d="([^"]+)"', svg)
    assert box
    assert path
    size = int(box[1]) - 8
    grid = [[False] * size for _ in range(size)]
    x = y = 0.0
    for sign, numbers in re.findall(r"([Mmh])([-\d. ]+)", path[1]):
        given = [float(one) for one in re.findall(r"-?\d*\.?\d+", numbers)]
        if sign == "h":
            for column in range(int(x) - 4, int(x + given[0]) - 4):
                grid[int(y) - 4][column] = True
            x += given[0]
        else:
            x, y = (given[0], given[1]) if sign == "M" else (x + given[0], y + given[1])
    return grid


def read(grid: Grid) -> str:
    """The words of a grid in byte mode."""
    version = (len(grid) - 17) // 4
    words = _words(grid, version)
    level = _LEVELS[not grid[8][0], grid[8][1]]
    bits = "".join(f"{word:08b}" for word in _data(words, level, version))
    assert bits[:4] == "0100", "not in bytes"
    count = int(bits[4:12], 2)
    return bytes(int(bits[12 + 8 * n : 20 + 8 * n], 2) for n in range(count)).decode("utf-8")


def _words(grid: Grid, version: int) -> list[int]:
    bits = "".join(str(int(bit)) for bit in _bits(grid, version))
    return [int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8)]


def _bits(grid: Grid, version: int) -> Iterator[bool]:
    """The data modules in the order in which they were laid, unmasked."""
    form = grid[8]
    number = int("".join(str(int(b)) for b in (form[2] ^ True, form[3] ^ False, form[4] ^ True)), 2)
    mask, size, up = _MASKS[number], len(grid), True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for step in range(size):
            row = size - 1 - step if up else step
            for column in (right, right - 1):
                if not _fixed(row, column, size, version):
                    yield grid[row][column] ^ mask(row, column)
        up = not up


def _fixed(row: int, column: int, size: int, version: int) -> bool:
    corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    if corner or row == 6 or column == 6:
        return True
    ends = {(6, 6), (6, size - 7), (size - 7, 6)}
    centres = [(r, c) for r in _CENTRES[version] for c in _CENTRES[version] if (r, c) not in ends]
    if any(abs(row - r) <= 2 and abs(column - c) <= 2 for r, c in centres):
        return True
    low, high = min(row, column), max(row, column)
    return version >= 7 and low < 6 and size - 11 <= high < size - 8


def _data(words: list[int], level: str, version: int) -> list[int]:
    lengths = _BLOCKS[level][version]
    blocks: list[list[int]] = [[] for _ in lengths]
    given = iter(words)
    for place in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if place < length:
                block.append(next(given))
    return [word for block in blocks for word in block]
