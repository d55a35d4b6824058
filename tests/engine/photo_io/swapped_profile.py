"""A colour profile for tests."""

from __future__ import annotations

from PIL import ImageCms


def swapped_profile() -> bytes:
    """An RGB profile whose red is sRGB's blue, so that what it does cannot be overlooked."""
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swap = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    count = int.from_bytes(icc[128:132], "big")
    table = bytearray(icc[132 : 132 + 12 * count])
    for start in range(0, len(table), 12):
        name = bytes(table[start : start + 4])
        table[start : start + 4] = swap.get(name, name)
    return icc[:132] + bytes(table) + icc[132 + len(table) :]
