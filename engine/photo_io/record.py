"""What a result says of itself, in XMP: that a model drew in it, which one, how strongly, and where.

`DigitalSourceType` is what other programs look for (IPTC Photo Metadata Standard); the rest has a namespace of its own.
Our own results are known by that again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from engine import __version__
from engine.photo_io import xmp
from engine.types import Box, PhotoMetadata

NAMESPACE = "urn:fsr-desktop:record:1#"
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
_MARK = NAMESPACE.encode()
_SEARCHED = 256 << 10  # bytes at the start and at the end of a file: where XMP is, by format
_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_HEAD = f'<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="{_IPTC}" xmlns:fsr="{NAMESPACE}">'
_OLD_RECORD = re.compile(re.escape(_HEAD.encode()) + rb".*?</rdf:Description>", re.S)
_OLD_SOURCE = re.compile(
    rb"<Iptc4xmpExt:DigitalSourceType\b[^>]*/>"
    rb"|<Iptc4xmpExt:DigitalSourceType\b[^>]*>[^<]*</Iptc4xmpExt:DigitalSourceType>"
    rb"|\sIptc4xmpExt:DigitalSourceType\s*=\s*(?:\"[^\"]*\"|'[^']*')"
)


@dataclass(frozen=True)
class RestoredFace:
    """A face that a model drew: where it is, in px of the photo as it was, and how strongly it was blended in.
    `outside_range`: the model is not meant for such a face."""

    model: str
    strength: float
    box: Box
    outside_range: bool = False


def recorded(
    metadata: PhotoMetadata, faces: Sequence[RestoredFace], *, width: int, height: int, scale: int
) -> PhotoMetadata:
    """The metadata with the record, in place of an older one. Without a face they stay as they are.

    Args: width, height: of the photo as it was, px; scale: by how much it was enlarged. An XMP packet that is not of
    the usual form is left as it is.
    """
    if not faces:
        return metadata
    record = _record(f"<fsr:Scale>{scale}</fsr:Scale>", [_face(face, width, height) for face in faces])
    packet = _OLD_SOURCE.sub(b"", _OLD_RECORD.sub(b"", metadata.xmp)) if metadata.xmp else None
    return replace(metadata, xmp=xmp.with_description(packet, record))


def shown_record(*faces: tuple[str, bool]) -> bytes:
    """An XMP packet for a crop, a figure, a comparison or an animation: for each face in it the model that drew it, and
    whether it is outside the range of that model."""
    return xmp.with_description(None, _record("", [_model(*face) for face in faces]))


def _record(more: str, faces: Sequence[str]) -> bytes:
    listed = "".join(f'<rdf:li rdf:parseType="Resource">{face}</rdf:li>' for face in faces)
    return (
        f"{_HEAD}<Iptc4xmpExt:DigitalSourceType>{SOURCE_TYPE}</Iptc4xmpExt:DigitalSourceType>"
        f"<fsr:Program>FSR Desktop</fsr:Program><fsr:Version>{__version__}</fsr:Version>{more}"
        f"<fsr:Faces><rdf:Seq>{listed}</rdf:Seq></fsr:Faces></rdf:Description>"
    ).encode()


def _model(model: str, outside_range: bool) -> str:
    return f"<fsr:Model>{escape(model)}</fsr:Model><fsr:OutsideRange>{outside_range}</fsr:OutsideRange>"


def _face(face: RestoredFace, width: int, height: int) -> str:
    """Box: left, top, width, height as shares of the picture, so that they hold at any size."""
    box = face.box
    shares = (box.left / width, box.top / height, box.width / width, box.height / height)
    return (
        f"{_model(face.model, face.outside_range)}<fsr:Strength>{face.strength:.3g}</fsr:Strength>"
        f"<fsr:Box>{', '.join(f'{share:.5f}' for share in shares)}</fsr:Box>"
    )


def has_record(path: Path) -> bool:
    """Whether a file is a result of this program by what it says of itself; False for one that cannot be read."""
    try:
        with path.open("rb") as file:
            if _MARK in file.read(_SEARCHED):
                return True
            size = file.seek(0, 2)
            file.seek(max(_SEARCHED, size - _SEARCHED))
            return _MARK in file.read()
    except OSError:
        return False
