"""Faces that another program has marked."""

from __future__ import annotations

import numpy as np
import pytest

from engine.photo_io.face_regions import regions_of
from engine.types import Box, NamedBox, Photo, PhotoMetadata

HEAD = "<x:xmpmeta><rdf:RDF><rdf:Description><mwg-rs:RegionList><rdf:Bag>"
MWG = (
    '<rdf:li><rdf:Description mwg-rs:Name="Ada &amp; Bo" mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.5" stArea:y="0.25"'
    ' stArea:w="0.2" stArea:h="0.1" stArea:unit="normalized"/></rdf:Description></rdf:li>'
)
ELEMENTS = (
    "<rdf:li rdf:parseType='Resource'><mwg-rs:Area rdf:parseType='Resource'><stArea:h>0.1</stArea:h><stArea:w>0.2"
    "</stArea:w><stArea:x>0.5</stArea:x><stArea:y>0.25</stArea:y></mwg-rs:Area><mwg-rs:Name>Ada &amp; Bo</mwg-rs:Name>"
    "<mwg-rs:Type>Face</mwg-rs:Type></rdf:li>"
)
MICROSOFT = (
    '<rdf:li><rdf:Description MPReg:Rectangle="0.4, 0.2, 0.2, 0.1" MPReg:PersonDisplayName="Ada &amp; Bo"/></rdf:li>'
)
FACE = NamedBox(Box(40, 40, 20, 20), "Ada & Bo")


def regions(items: str) -> tuple[NamedBox, ...]:
    packet = f"{HEAD}{items}</rdf:Bag></mwg-rs:RegionList></rdf:Description></rdf:RDF></x:xmpmeta>".encode()
    return regions_of(Photo(pixels=np.zeros((200, 100, 3), np.uint8), metadata=PhotoMetadata(xmp=packet)))


@pytest.mark.parametrize("item", [MWG, ELEMENTS, MICROSOFT])
def test_a_marked_face_is_a_box_in_px_with_its_name(item: str) -> None:
    (found,) = regions(item)
    assert found.name == FACE.name
    for side in ("left", "top", "width", "height"):
        assert getattr(found.box, side) == pytest.approx(getattr(FACE.box, side))


def test_several_come_in_their_order_and_pets_are_left_out() -> None:
    assert [found.name for found in regions(MWG + MWG.replace("Face", "Pet") + MICROSOFT.replace("Ada", "Cy"))] == [
        "Ada & Bo",
        "Cy & Bo",
    ]


@pytest.mark.parametrize(
    "damage", [('x="0.5"', 'x="7"'), ('w="0.2"', 'w="-1"'), ('h="0.1"', 'h="e-"'), ('x="0.5"', "")]
)
def test_a_damaged_region_is_left_out(damage: tuple[str, str]) -> None:
    assert regions(MWG.replace(*damage)) == ()


def test_a_photo_without_xmp_has_no_regions() -> None:
    assert regions_of(Photo(pixels=np.zeros((2, 2, 3), np.uint8))) == ()
