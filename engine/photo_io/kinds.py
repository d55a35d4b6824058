"""Files that are no photos this program reads, named by their first bytes."""

from __future__ import annotations

from engine.messages import Message, message

_VIDEO = message("a video")
_JPEG_2000, _JPEG_XL = message("a JPEG 2000 file"), message("a JPEG XL file")
_POSTSCRIPT, _WEB_PAGE = message("a PostScript file"), message("a web page")
_OFFICE = message("a document")
# (offset, bytes, what it is)
_KINDS: tuple[tuple[int, bytes, Message], ...] = (
    (0, b"\xff\x0a", _JPEG_XL),
    (0, b"\0\0\0\x0cJXL ", _JPEG_XL),
    (0, b"\0\0\0\x0cjP  ", _JPEG_2000),
    (0, b"\xff\x4f\xff\x51", _JPEG_2000),
    (0, b"II\xbc\x01", message("a JPEG XR file")),
    (0, b"GIF8", message("a GIF file")),
    (0, b"8BPS", message("a Photoshop file")),
    (0, b"8BPB", message("a Photoshop file")),
    (0, b"gimp xcf", message("a GIMP file")),
    (0, b"%PDF", message("a PDF file")),
    (0, b"%!PS", _POSTSCRIPT),
    (0, b"\xc5\xd0\xd3\xc6", _POSTSCRIPT),
    (0, b"v/1\x01", message("an OpenEXR file")),
    (0, b"#?RADIANCE", message("a Radiance HDR file")),
    (0, b"AT&TFORM", message("a DjVu file")),
    (0, b"SIMPLE  =", message("a FITS file")),
    (0, b"qoif", message("a QOI file")),
    (128, b"DICM", message("a DICOM file")),
    (0, b"\0\0\1\0", message("an icon")),
    (0, b"\x0a\x05\x01", message("a PCX file")),
    (0, b"\x1aE\xdf\xa3", _VIDEO),
    (4, b"ftyp", _VIDEO),
    (4, b"moov", _VIDEO),
    (4, b"mdat", _VIDEO),
    (8, b"AVI ", _VIDEO),
    (0, b"\0\0\x01\xba", _VIDEO),
    (0, b"PK\x03\x04", message("a ZIP archive or a document")),
    (0, b"Rar!", message("a RAR archive")),
    (0, b"7z\xbc\xaf", message("a 7-Zip archive")),
    (0, b"\x1f\x8b", message("a compressed file")),
    (0, b"\xd0\xcf\x11\xe0", _OFFICE),
    (0, b"{\\rtf", _OFFICE),
    (0, b"<svg", message("an SVG drawing")),
    (0, b"<!DOCTYPE html", _WEB_PAGE),
    (0, b"<!doctype html", _WEB_PAGE),
    (0, b"<html", _WEB_PAGE),
    (0, b"<?xml", message("an XML file")),
)
_NETPBM = frozenset(b"1234567")


def kind_of(head: bytes) -> Message | None:
    """What a file is that begins so ("a JPEG XL file"), or None if nobody knows."""
    for offset, start, kind in _KINDS:
        if head[offset : offset + len(start)] == start:
            return kind
    if len(head) > 2 and head[0] == ord("P") and head[1] in _NETPBM and head[2:3].isspace():
        return message("a Netpbm file")
    return None
