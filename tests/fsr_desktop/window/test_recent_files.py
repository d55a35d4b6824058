"""The photos and folders that were opened last."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fsr_desktop.window.recent_files import KEPT, RecentFiles


def test_the_latest_comes_first_once_and_stays_for_the_next_start(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(KEPT + 3)]
    for path in paths:
        path.touch()
    recent = RecentFiles(tmp_path / "config" / "recent.json")
    for path in [*paths, paths[-2]]:
        recent.add([path])
    found = RecentFiles(tmp_path / "config" / "recent.json").existing()
    assert found[:3] == [paths[-2], paths[-1], paths[-3]] and len(found) == KEPT


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    there, gone = tmp_path / "a.jpg", tmp_path / "b.jpg"
    there.touch()
    recent = RecentFiles(tmp_path / "recent.json")
    recent.add([there, gone])
    assert recent.existing() == [there]
    gone.touch()
    assert recent.existing() == [there]
    recent.clear()
    assert recent.existing() == []


def test_a_file_is_listed_once_and_only_photos_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.jpg", "notes.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    names = ["a.jpg", f"../{tmp_path.name}/a.jpg", str(tmp_path / "a.jpg"), "notes.txt", "."]
    recent = RecentFiles(tmp_path / "recent.json")
    recent.add([Path(name) for name in names])
    assert recent.existing() == [tmp_path / "a.jpg", tmp_path]
    kept = [str(tmp_path / "notes.txt"), f"{tmp_path}/../{tmp_path.name}/a.jpg", str(tmp_path / "a.jpg")]
    (tmp_path / "recent.json").write_text(json.dumps(kept))  # as earlier versions kept them
    assert RecentFiles(tmp_path / "recent.json").existing() == [tmp_path / "a.jpg"]


@pytest.mark.parametrize("content", ["", "{}", "[1, null]", '["relative.jpg"]', "\udcff"])
def test_a_broken_list_is_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "recent.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert RecentFiles(path).existing() == []


def test_a_list_that_cannot_be_written_is_kept_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    recent = RecentFiles(tmp_path / "file" / "recent.json")
    recent.add([tmp_path])
    assert recent.existing() == [tmp_path]
