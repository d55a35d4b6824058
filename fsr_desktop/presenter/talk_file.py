"""What a speaker prepared, in a file: which slides, in which order, and notes. Qt-free."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from engine.files import PRIVATE, atomic_file, make_own_folder
from engine.paths import user_config_folder
from fsr_desktop.presenter.slides import Arrangement

NAME = "talk.json"


@dataclass(frozen=True)
class Talk:
    """The arrangement, and the notes by `note_key`."""

    arrangement: Arrangement = field(default_factory=Arrangement)
    notes: dict[str, str] = field(default_factory=dict[str, str])


def note_key(photo: str, slide: str) -> str:
    """Notes belong to a slide of a photo."""
    return f"{photo}/{slide}"


def talk_path() -> Path:
    """Where a talk is kept."""
    return user_config_folder() / NAME


def read_talk(path: Path) -> Talk:
    """What was kept; nothing, if that cannot be read: a talk must begin whatever is in the file."""
    try:
        values = cast(object, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
        return Talk()
    if not isinstance(values, dict):
        return Talk()
    kept = cast(dict[str, object], values)
    notes = kept.get("notes")
    named = cast(dict[str, object], notes) if isinstance(notes, dict) else {}
    return Talk(
        Arrangement(order=_texts(kept.get("order")), off=frozenset(_texts(kept.get("off")))),
        {key: text for key, text in named.items() if isinstance(text, str)},
    )


def write_talk(talk: Talk, path: Path) -> None:
    """Keep a talk. Raises: OSError if that cannot be done."""
    kept = {"order": talk.arrangement.order, "off": sorted(talk.arrangement.off), "notes": talk.notes}
    make_own_folder(path.parent)
    with atomic_file(path, keeping=PRIVATE) as beside:
        beside.write_text(json.dumps(kept, indent=2), encoding="utf-8")


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in cast(list[object], value) if isinstance(one, str)) if isinstance(value, list) else ()
