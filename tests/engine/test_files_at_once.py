"""Files that several programs write at the same time, and who may read what was written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from engine.files import PRIVATE, Keeping, atomic_file, limited_text, make_own_folder, placed_file

PAIRS = 100
MANY = """
import sys
from pathlib import Path
from engine.files import placed_file
folder, who = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    with placed_file(folder / f"{number}.txt") as placed:
        placed.beside.write_text(f"{who} {number}")
    print(placed.path.name, flush=True)
"""
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_of_a_hundred_pairs_of_files_with_one_name_none_is_lost(tmp_path: Path):
    command = [sys.executable, "-c", MANY, str(tmp_path)]
    root, pipe = Path(__file__).parents[2], subprocess.PIPE
    writers = [
        subprocess.Popen([*command, who, str(PAIRS)], stdin=pipe, stdout=pipe, text=True, cwd=root) for who in "ab"
    ]
    for writer in writers:
        assert writer.stdout and writer.stdout.readline() == "ready\n"
    told = ["".join(writer.communicate("go\n", timeout=120)[0]).split() for writer in writers]
    assert len({*told[0], *told[1]}) == 2 * PAIRS
    found = sorted(path.read_text() for path in tmp_path.iterdir())
    assert found == sorted(f"{who} {number}" for who in "ab" for number in range(PAIRS))
    for who, names in zip("ab", told, strict=True):
        assert [(tmp_path / name).read_text() for name in names] == [f"{who} {number}" for number in range(PAIRS)]


@pytest.mark.parametrize("has_links", [True, False])
def test_nothing_is_replaced_that_came_while_the_file_was_written(
    has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_given: object) -> None:
        raise PermissionError

    if not has_links:
        monkeypatch.setattr("os.link", refuse)
    with placed_file(tmp_path / "a.png") as placed:
        placed.beside.write_text("mine")
        (tmp_path / "a.png").write_text("yours")
    assert placed.path.name == "a-2.png" and placed.path.read_text() == "mine"
    assert (tmp_path / "a.png").read_text() == "yours"
    with pytest.raises(FileExistsError), atomic_file(tmp_path / "a.png", replace=False) as beside:
        beside.write_text("mine")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.png", "a.png"]


def test_a_link_that_leads_nowhere_is_no_free_name(tmp_path: Path):
    (tmp_path / "a.png").symlink_to(tmp_path / "elsewhere.png")
    with placed_file(tmp_path / "a.png") as placed:
        placed.beside.touch()
    assert placed.path.name == "a-2.png" and not (tmp_path / "elsewhere.png").exists()


def test_a_long_suffix_does_not_make_the_name_beside_too_long(tmp_path: Path):
    with atomic_file(tmp_path / f"a.{'b' * 250}") as beside:
        beside.write_text("whole")
    assert len(list(tmp_path.iterdir())) == 1


@posix
@pytest.mark.parametrize(("source", "result"), [(0o600, 0o600), (0o640, 0o640), (0o644, 0o644), (0o400, 0o600)])
def test_no_more_people_may_read_a_result_than_its_source(source: int, result: int, tmp_path: Path):
    (tmp_path / "photo").touch()
    (tmp_path / "photo").chmod(source)
    with atomic_file(tmp_path / "result", keeping=Keeping(like=tmp_path / "photo")) as beside:
        assert mode(beside) == result & mode(beside)
    assert mode(tmp_path / "result") == result & ~_umask()


@posix
def test_a_private_file_is_private_from_its_first_byte_and_even_where_an_open_one_was(tmp_path: Path):
    (tmp_path / "settings").write_text("old")
    (tmp_path / "settings").chmod(0o644)
    with atomic_file(tmp_path / "settings", keeping=PRIVATE) as beside:
        assert mode(beside) == 0o600
    assert mode(tmp_path / "settings") == 0o600


@posix
def test_own_folders_are_closed_to_others_even_those_of_older_versions(tmp_path: Path):
    (tmp_path / "old").mkdir(mode=0o755)
    for folder in (tmp_path / "new" / "below", tmp_path / "old"):
        make_own_folder(folder)
        assert mode(folder) == 0o700
    assert mode(tmp_path / "new") == 0o700
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        make_own_folder(tmp_path / "file")


def test_a_text_that_is_too_long_or_a_pipe_is_refused_at_once(tmp_path: Path):
    (tmp_path / "a").write_text("12345")
    assert limited_text(tmp_path / "a", 5) == "12345"
    with pytest.raises(OSError, match="longer than 4 bytes"):
        limited_text(tmp_path / "a", 4)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(OSError, match="no ordinary file"):
            limited_text(tmp_path / "pipe", 5)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
