"""A published checkpoint of a stranger made a model: read in a child with limits, and torch loaded here only for a file
that holds weights."""

from __future__ import annotations

import pickletools
import tempfile
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from engine.confinement import ExceededError, run_confined
from engine.errors import EngineError, ModelError
from engine.models.registry import InstalledModel

_SECONDS, _MEGABYTES = 120.0, 4000  # for reading a checkpoint; the published ones take seconds and some 300 MB
_PICKLES = (".pth", ".pt", ".ckpt")
_LONGEST_PICKLE = 16 << 20  # bytes; it holds names and shapes alone
_OLD_PARTS = 5  # of a file of an old PyTorch: mark, version, machine, table, keys; then the numbers
_OLD_START = b"\x80\x02\x8a\x0a"


def import_model(path: Path, *, model_id: str | None = None) -> InstalledModel:
    """Convert a published checkpoint to a user's model and install it.

    Args: path: a safetensors, ONNX or .pth file; model_id: the new model's id, or that of the publication.
    Raises: ModelError if the file is no such checkpoint or the id is taken; ModuleNotFoundError without the extra
    `train`.
    """
    for name in ("torch", "safetensors"):
        if find_spec(name) is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    with _plain_weights(path) as plain:
        from engine.models.importing import install  # loads torch

        return install(plain, path, model_id)


@contextmanager
def _plain_weights(path: Path) -> Generator[Path]:
    """The weights as a safetensors file of our own. Raises: ModelError."""
    with tempfile.TemporaryDirectory(prefix="fsr-import-", ignore_cleanup_errors=True) as folder:
        plain = Path(folder) / "plain.safetensors"
        try:
            run_confined(_write, path, plain, seconds=_SECONDS, megabytes=_MEGABYTES)
        except ExceededError as error:
            raise ModelError(
                "{name} took more time or memory than any such file needs.",
                hint="It may be damaged; download it again.",
                name=path.name,
            ) from error
        except EngineError as error:
            raise ModelError(error.message, hint=error.hint) from error
        yield plain


def _write(path: Path, plain: Path) -> None:
    """In the child: what is no whole pickle is refused before torch is loaded, which takes longest."""
    if path.suffix.lower() in _PICKLES and path.is_file():
        try:
            check_pickles(path)
        except Exception as error:  # whatever a damaged file makes of the reader
            raise ModelError(
                "{path} cannot be read as a PyTorch file of plain weights: {reason}",
                hint="Only tensors are loaded, never code; convert the file to safetensors if you trust it.",
                path=path,
                reason=(str(error).strip().splitlines() or ["damaged"])[0][:200],
            ) from error
    from engine.models.importing import write_plain

    write_plain(path, plain)


def check_pickles(path: Path) -> None:
    """Walks through the pickles of a PyTorch file, of either form, without doing what they say.

    Raises: what `pickletools` and `zipfile` raise for damaged ones; ValueError for one that is too long.
    """
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            is_old = file.read(len(_OLD_START)) == _OLD_START
            file.seek(0)
            for _part in range(_OLD_PARTS if is_old else 1):
                for _step in pickletools.genops(file):
                    if file.tell() > _LONGEST_PICKLE:
                        raise ValueError("its table is too long")
        return
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith("/data.pkl"):
                if entry.file_size > _LONGEST_PICKLE:
                    raise ValueError("its table is too long")
                for _step in pickletools.genops(archive.read(entry)):
                    pass
