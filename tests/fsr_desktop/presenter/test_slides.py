"""Choosing and ordering slides, and keeping that."""

from __future__ import annotations

from pathlib import Path

import pytest

from fsr_desktop.presenter.slides import Arrangement, Deck, SlideLook, slides_of
from fsr_desktop.presenter.talk_file import Talk, note_key, read_talk, write_talk
from fsr_desktop.presenter.wipe_motion import ROUND_S, WipeMotion
from tests.fsr_desktop.presenter.conftest import OVERLAYS

LOOKS = tuple(SlideLook(model, Path(f"/{model}.npz")) for model in ("sparnet-x8", "sparnet-hd", "dic-x8", "dicgan-x8"))


def keys(deck: Deck) -> list[str]:
    return [slide.key for slide in deck.slides]


def deck_of(faces: int = 1) -> Deck:
    deck = Deck(faces)
    for face in range(faces):
        deck.put(face, OVERLAYS, LOOKS)
    return deck


@pytest.mark.parametrize(("count", "shown"), [(0, None), (1, None), (2, 2), (3, 3), (4, 3)])
def test_two_or_three_looks_share_a_slide(count: int, shown: int | None) -> None:
    found = [slide for slide in slides_of(OVERLAYS, LOOKS[:count]) if slide.kind == "looks"]
    assert [len(slide.looks) for slide in found] == ([shown] if shown else [])


def test_slides_are_shown_in_the_speakers_order_without_those_that_are_off() -> None:
    deck = deck_of()
    assert keys(deck) == ["before", "wipe", "after", "looks", "attention", "consistency"]
    deck.arrange(Arrangement(order=("after", "before"), off=frozenset(("wipe", "attention"))))
    assert keys(deck) == ["after", "looks", "consistency", "before"]
    assert [slide.key for slide in deck.all_slides] == ["after", "looks", "attention", "consistency", "before", "wipe"]


def test_what_is_shown_stays_while_others_are_moved_or_left_out() -> None:
    deck = deck_of()
    for _ in range(4):
        deck.next()
    deck.arrange(Arrangement(off=frozenset(("before", "wipe"))))
    assert (deck.slide.key, deck.index) == ("attention", 2)
    deck.arrange(Arrangement(off=frozenset(("attention",))))
    assert deck.slide.key == "consistency"
    deck.arrange(Arrangement(off=frozenset([*keys(deck), "attention"])))
    assert len(deck.slides) == 6  # a talk has slides


def test_an_order_holds_for_every_face_and_overlays_that_come_later_keep_the_place() -> None:
    deck = Deck(2)
    deck.arrange(Arrangement(order=("consistency", "before")))
    deck.next()
    assert deck.slide.key == "wipe"
    deck.put(0, OVERLAYS)
    assert keys(deck)[0] == "consistency" and deck.slide.key == "wipe"
    assert deck.following is not None and deck.following[1].key == "after"


def test_what_follows_is_the_next_slide_or_the_first_of_the_next_face() -> None:
    deck = deck_of(2)
    deck.index = 5
    assert deck.following and (deck.following[0], deck.following[1].key) == (1, "before")
    deck.face = 1
    assert deck.following is None


def test_a_talk_is_kept_and_a_broken_file_is_an_empty_talk(tmp_path: Path) -> None:
    talk = Talk(Arrangement(order=("after",), off=frozenset(("wipe",))), {note_key("a.jpg", "after"): "Grüße\nan alle"})
    write_talk(talk, tmp_path / "new" / "talk.json")
    assert read_talk(tmp_path / "new" / "talk.json") == talk
    for text in ("", "[1]", '{"notes": 3, "order": [1], "off": "x"}', "{"):
        (tmp_path / "talk.json").write_text(text)
        assert read_talk(tmp_path / "talk.json") == Talk()
    assert read_talk(tmp_path / "none.json") == Talk()


def test_the_edge_goes_there_and_back_and_on_from_where_it_was_dragged() -> None:
    motion = WipeMotion()
    places = [motion.edge]
    for _ in range(4):
        motion.step(ROUND_S / 4)
        places.append(motion.edge)
    assert places == pytest.approx([1, 0.5, 0, 0.5, 1])
    motion.drag(0.3)
    motion.step(0)
    assert motion.edge == pytest.approx(0.3)
    motion.drag(7)
    assert motion.edge == 1
