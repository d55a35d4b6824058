"""A run that is killed, or finds no room or no right to write, loses nothing that it had."""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from safetensors.numpy import load_file

from engine.context import JobContext
from engine.errors import DataError
from engine.training.checkpoints import read_facts
from engine.training.loop import Progress, train
from engine.training.run_folder import append_curve, prepare_folder
from engine.training.validation import write_figure
from tests.engine.training.tiny_run import Waves, run, tiny_recipe

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

HEADER = "step,loss,score\n"
LAST = "last.safetensors"
LIMIT_S = 60.0
KILLS = 4
PAUSE_S = 0.03  # a step, so that the kills fall among the forty

if sys.platform == "win32":
    pytest.skip("needs SIGKILL and file size limits", allow_module_level=True)


@contextmanager
def files_of_at_most(size: int) -> Generator[None]:
    """As a full disk: writing beyond `size` bytes of a file fails."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".fsr-*"))


def assert_same_run(one: Path, other: Path) -> None:
    a, b = load_file(one / LAST), load_file(other / LAST)
    assert a.keys() == b.keys()
    assert [name for name in a if not np.array_equal(a[name], b[name])] == []
    assert read_facts(one / LAST) == read_facts(other / LAST)
    assert (one / "curve.csv").read_bytes() == (other / "curve.csv").read_bytes()


def wait_for(path: Path, process: BaseProcess) -> None:
    started = time.monotonic()
    while not path.exists() and process.is_alive():
        assert time.monotonic() - started < LIMIT_S
        time.sleep(0.005)


@pytest.mark.slow
def test_a_run_killed_again_and_again_ends_with_the_numbers_of_an_unbroken_one(
    processes: ForkServerContext, tmp_path: Path
) -> None:
    straight, broken = tmp_path / "straight", tmp_path / "broken"
    straight.mkdir()
    broken.mkdir()
    unbroken = processes.Process(target=run, args=(straight,))
    unbroken.start()
    moments, steps = random.Random(5), [0]
    for kill in range(KILLS):
        process = processes.Process(target=run, args=(broken,), kwargs={"resume": kill > 0, "pause_s": PAUSE_S})
        process.start()
        wait_for(broken / LAST, process)
        while read_facts(broken / LAST)[0] == steps[-1] and process.is_alive():
            time.sleep(0.005)  # each run gets somewhere
        time.sleep(moments.uniform(0, 3 * PAUSE_S))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        steps.append(read_facts(broken / LAST)[0])
    assert steps == sorted(set(steps)) and steps[-1] < 40
    final = processes.Process(target=run, args=(broken,), kwargs={"resume": True})
    final.start()
    for process in (unbroken, final):
        process.join(LIMIT_S)
        assert process.exitcode == 0
    assert_same_run(straight, broken)
    assert leftovers(broken) == []


@pytest.mark.slow
def test_a_run_killed_while_its_checkpoint_is_written_goes_on_from_the_one_before(
    processes: ForkServerContext, tmp_path: Path
) -> None:
    straight, broken = tmp_path / "straight", tmp_path / "broken"
    straight.mkdir()
    broken.mkdir()
    unbroken = processes.Process(target=run, args=(straight,))
    killed = processes.Process(target=run, args=(broken,), kwargs={"dies_at_swap": 6})
    unbroken.start()
    killed.start()
    killed.join(LIMIT_S)
    assert killed.exitcode == -signal.SIGKILL
    assert read_facts(broken / LAST)[0] == 5
    assert len(leftovers(broken)) == 1
    assert (broken / "curve.csv").read_text().splitlines()[-1].startswith("6,")  # written, and it comes again
    final = processes.Process(target=run, args=(broken,), kwargs={"resume": True})
    final.start()
    for process in (unbroken, final):
        process.join(LIMIT_S)
        assert process.exitcode == 0
    assert_same_run(straight, broken)
    assert leftovers(broken) == []


@pytest.mark.parametrize(
    ("found", "step", "kept"),
    [
        ("2,0.5,1\n4,0.4,2\n6,0.3,3\n", 4, "2,0.5,1\n4,0.4,2\n"),
        ("2,0.5,1\n4,0.4", 4, "2,0.5,1\n"),
        ("2,0.5,1\n4,0.4,2", 4, "2,0.5,1\n"),
        ("2,0.5,1\n4,0.4,2\n2,0.5,1\n4,0.4,2\n", 4, "2,0.5,1\n4,0.4,2\n"),
        ("2,0.5,1\n\x00\x00\x00", 4, "2,0.5,1\n"),
        ("2,0.5,1\n4,0.4,2\n", 4, "2,0.5,1\n4,0.4,2\n"),
    ],
    ids=["later rows", "torn row", "row without its end", "rows that came twice", "zeros", "nothing to do"],
)
def test_a_curve_is_cut_back_to_the_checkpoint(found: str, step: int, kept: str, tmp_path: Path) -> None:
    curve = tmp_path / "curve.csv"
    curve.write_bytes((HEADER + found).encode())
    prepare_folder(tmp_path, step=step)
    assert curve.read_bytes() == (HEADER + kept).encode()
    append_curve(curve, {"step": 6, "loss": 0.3, "score": 3})
    assert curve.read_bytes().endswith(b"6,0.3,3\n")


def test_a_new_run_begins_its_curve_anew(tmp_path: Path) -> None:
    (tmp_path / "curve.csv").write_text("step,other\n2,1\n")
    prepare_folder(tmp_path, step=0)
    append_curve(tmp_path / "curve.csv", {"step": 2, "loss": 0.5})
    assert (tmp_path / "curve.csv").read_text() == "step,loss\n2,0.5\n"


def test_a_full_disk_is_a_clear_error_and_the_last_checkpoint_goes_on(tmp_path: Path) -> None:
    recipe = tiny_recipe(steps=6)
    with files_of_at_most(1 << 40):

        def fill_the_disk(progress: Progress) -> None:
            import resource

            if progress.step == 3:
                size = (tmp_path / LAST).stat().st_size
                resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

        with pytest.raises(DataError, match=r"last\.safetensors cannot be written: .*File too large.* Free some space"):
            train(recipe, Waves(recipe), tmp_path, context=JobContext(), report=fill_the_disk)
    assert read_facts(tmp_path / LAST)[0] == 3
    assert leftovers(tmp_path) == []
    train(recipe, Waves(recipe), tmp_path, context=JobContext(), resume=True)
    assert read_facts(tmp_path / LAST)[0] == 6


def test_a_curve_and_a_figure_that_find_no_room_are_data_errors(tmp_path: Path) -> None:
    pictures = np.random.default_rng(0).random((2, 64, 64, 3)).astype(np.float32)
    with files_of_at_most(4):
        with pytest.raises(DataError, match=r"curve\.csv cannot be written: File too large"):
            append_curve(tmp_path / "curve.csv", {"step": 1, "loss": 0.5})
        with pytest.raises(DataError, match=r"step-1\.png cannot be written"):
            write_figure(tmp_path / "step-1.png", pictures, pictures, pictures)
    assert leftovers(tmp_path) == []


class NeverDrawn(Waves):
    """Fails the test if a step begins."""

    def batch(self, count: int, rng: np.random.Generator):
        raise AssertionError("the first step has begun")


@pytest.mark.parametrize("kind", ["a file", "missing", "not ours"])
def test_an_unwritable_folder_is_an_error_before_the_first_step(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    if kind == "a file":
        out.write_text("x")
    elif kind == "not ours":
        out.mkdir(mode=0o555)
        if os.geteuid() == 0:  # nothing is forbidden to root

            def refuse(**_options: object) -> None:
                raise PermissionError(13, "Permission denied")

            monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    recipe = tiny_recipe(steps=2)
    with pytest.raises(DataError, match=r"out cannot be written: .*another folder"):
        train(recipe, NeverDrawn(recipe), out, context=JobContext())
    assert not (out / LAST).exists()
