"""Files damaged where their structure is: fields, lengths, counts and offsets, with checksums put right again."""

from __future__ import annotations

import copy
import json
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.photo_io.png_chunks import chunk

Random = np.random.Generator
CHUNKS = (b"IDAT", b"PLTE", b"tRNS", b"eXIf", b"iCCP", b"iTXt", b"zTXt", b"acTL")
ODD = (0, 1, 2, 7, 8, 127, 128, 255, 256, 4095, 65_535, 65_536, 1 << 20, 2**31 - 1, 2**31, 2**32 - 1)
ODD_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1, 10**9, 10**40, 1e308, float("nan"), float("inf"), "", "a" * 5000, "\ud800", "\x1b[2J",
    "../..", "/dev/zero", [], [[[[]]]], {}, {"": None},
)  # fmt: skip


def pick(random: Random, values: Any) -> Any:
    """One of them."""
    return values[int(random.integers(len(values)))]


def scattered(data: bytes, random: Random) -> bytes:
    """A few bytes changed anywhere, a part left out or put twice, or the end cut off."""
    out = bytearray(data)
    for _ in range(int(random.integers(1, 4))):
        at, length = int(random.integers(len(out) + 1)), int(random.integers(1, 64))
        way = int(random.integers(4))
        if way == 0:
            out[at : at + 1] = random.bytes(1)
        elif way == 1:
            del out[at : at + length]
        elif way == 2:
            out[at:at] = out[at : at + length]
        else:
            del out[max(20, at) :]
    return bytes(out)


def tiff(data: bytes, random: Random) -> bytes:
    """An entry of a directory with another tag, kind, count or value, a directory that points elsewhere."""
    out = bytearray(data)
    order = "<" if out[:2] == b"II" else ">"
    places = _entries(out, order)
    for _ in range(int(random.integers(1, 4))):
        if not places:
            return scattered(data, random)
        at = pick(random, places)
        way = int(random.integers(6))
        if way == 0:
            struct.pack_into(order + "H", out, at, pick(random, (254, 256, 257, 258, 259, 273, 278, 322, 330, 34665)))
        elif way == 1:
            struct.pack_into(order + "H", out, at + 2, int(random.integers(0, 20)))
        elif way == 2:
            struct.pack_into(order + "I", out, at + 4, pick(random, ODD))
        elif way == 3:
            struct.pack_into(order + "I", out, at + 8, pick(random, (*ODD, 8, len(out) - 1, at)))
        elif way == 4:
            out[at : at + 12] = out[pick(random, places) :][:12]
        else:
            struct.pack_into(order + "H", out, at + 8, pick(random, (0, 1, 2, 3, 5, 7, 8, 32773, 34925, 50000)))
    return bytes(out)


def _entries(data: bytearray, order: str) -> list[int]:
    """Where the entries of the first directories are."""
    found: list[int] = []
    offset = struct.unpack_from(order + "I", data, 4)[0]
    while 8 <= offset < len(data) - 2 and len(found) < 100:
        count = struct.unpack_from(order + "H", data, offset)[0]
        end = offset + 2 + 12 * count
        if end + 4 > len(data):
            break
        found += range(offset + 2, end, 12)
        offset = struct.unpack_from(order + "I", data, end)[0]
    return found


def png(data: bytes, random: Random) -> bytes:
    """Chunks with other fields, left out, put twice or elsewhere; their checksums are right."""
    chunks: list[tuple[bytes, bytes]] = []
    at = 8
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        chunks.append((name, data[at + 8 : at + 8 + length]))
        at += length + 12
    for _ in range(int(random.integers(1, 3))):
        index = int(random.integers(len(chunks)))
        name, body = chunks[index]
        way = int(random.integers(5))
        if way == 0 and len(chunks) > 1:
            del chunks[index]
        elif way == 1:
            chunks.insert(int(random.integers(len(chunks) + 1)), (name, body))
        elif way == 2:
            chunks[index] = (
                pick(random, (b"IDAT", b"PLTE", b"tRNS", b"eXIf", b"iCCP", b"iTXt", b"zTXt", b"acTL")),
                body,
            )
        elif way == 3 and name == b"IHDR" and len(body) == 13:
            header = bytearray(body)
            struct.pack_into(">I", header, pick(random, (0, 4)), pick(random, ODD))
            header[pick(random, (8, 9, 10, 11, 12))] = pick(random, (0, 1, 2, 3, 4, 6, 8, 16))
            chunks[index] = (name, bytes(header))
        else:
            chunks[index] = (name, scattered(body, random))
    return data[:8] + b"".join(chunk(name, body) for name, body in chunks)


def jpeg(data: bytes, random: Random) -> bytes:
    """Segments with other lengths and fields, left out or put twice, scans again and again."""
    plain = (0, 0xFF, *range(0xD0, 0xD8))  # no markers
    places = [at for at in range(2, len(data) - 4) if data[at] == 0xFF and data[at + 1] not in plain]
    out = bytearray(data)
    for _ in range(int(random.integers(1, 4))):
        at = pick(random, places)
        length = min(2 + int.from_bytes(data[at + 2 : at + 4], "big"), 70_000)
        way = int(random.integers(6))
        if way == 0:
            struct.pack_into(">H", out, min(at + 2, len(out) - 2), pick(random, ODD) & 0xFFFF)
        elif way == 1:
            out[at + 1 : at + 2] = bytes([int(random.integers(0xC0, 0xFF))])
        elif way == 2:
            out[at:at] = data[at : at + length] * int(random.integers(1, 40))
        elif way == 3:
            del out[at : at + length]
        elif way == 4:
            struct.pack_into(">H", out, min(at + pick(random, (5, 7)), len(out) - 2), pick(random, ODD) & 0xFFFF)
        else:
            out[:] = scattered(bytes(out), random)
        if len(out) < 100:
            return bytes(out)
    return bytes(out)


def webp(data: bytes, random: Random) -> bytes:
    """The sizes of RIFF's chunks, their names, and the head of the picture."""
    out = bytearray(data)
    at = pick(random, (4, 12, 16, 20, 24, 26, 28))
    way = int(random.integers(3))
    if way == 0:
        struct.pack_into("<I", out, at, pick(random, ODD))
    elif way == 1:
        out[12:16] = pick(random, (b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ALPH", b"EXIF"))
    return scattered(bytes(out), random) if way == 2 else bytes(out)


def bmp(data: bytes, random: Random) -> bytes:
    """Fields of the head."""
    out = bytearray(data)
    for _ in range(int(random.integers(1, 3))):
        struct.pack_into("<I", out, pick(random, (2, 10, 14, 18, 22, 26, 30, 34, 46)), pick(random, ODD))
    return bytes(out)


def tree(value: Any, random: Random) -> Any:
    """Parsed JSON or TOML with values of other kinds, names that are unknown or missing."""
    out = copy.deepcopy(value)
    for _ in range(int(random.integers(1, 4))):
        nodes = [node for node in _nodes(out) if node]
        if not nodes:
            return out
        node = pick(random, nodes)
        key = pick(random, list(node) if isinstance(node, dict) else range(len(node)))
        way = int(random.integers(4))
        if way == 0:
            del node[key]
        elif way == 1:
            node[key] = [node[key]] * int(random.integers(0, 30))
        elif way == 2 and isinstance(node, dict):
            node[pick(random, ("", "surprise", "version", "\ud800"))] = node[key]
        else:
            node[key] = copy.deepcopy(pick(random, ODD_VALUES))  # or a later change would stay in the list
    return out


def _nodes(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return ([value] if isinstance(value, (dict, list)) else []) + [node for part in inner for node in _nodes(part)]


def json_text(value: Any, random: Random) -> bytes:
    """A tree as JSON, sometimes with damaged bytes."""
    data = json.dumps(tree(value, random)).encode()
    return scattered(data, random) if random.integers(5) == 0 else data


MUTATORS: dict[str, Callable[[bytes, Random], bytes]] = {
    "TIFF": tiff, "PNG": png, "JPEG": jpeg, "WEBP": webp, "BMP": bmp,
}  # fmt: skip
