"""What the engine process keeps between jobs: models, a detector, the photos it read last."""

from __future__ import annotations

import functools
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import PhotoError, PhotoGoneError
from engine.files import refused, sha256_of
from engine.messages import message
from engine.process.protocol import EngineSettings

if TYPE_CHECKING:  # heavy, and loaded when a job needs them
    from engine.datasets.open_faces import FaceSet
    from engine.detection.base import Detector
    from engine.runtime.sessions import ModelCache
    from engine.types import Photo

KEPT_PHOTOS = 2


@dataclass(frozen=True)
class PhotoKey:
    """One state of a photo's file: another one, once it was written to."""

    path: Path
    mtime_ns: int
    size: int


def photo_key(path: Path) -> PhotoKey:
    """The file as it is now. Raises: PhotoError if it cannot be read; PhotoGoneError if it is not there."""
    try:
        found = path.stat()
    except OSError as error:
        raise _refused(path, error) from error
    return PhotoKey(path, found.st_mtime_ns, found.st_size)


def photo_content(path: Path) -> str:
    """What is in the file now, the same wherever it is: its SHA-256, which a face file keeps as `photo_state`. Read
    once for each state of a file. Raises: as `photo_key`."""
    key = photo_key(path)
    try:
        return _content(key)
    except OSError as error:
        raise _refused(path, error) from error


def has_changed(path: Path, state: str) -> bool:
    """Whether a photo is not what it was when a face file kept its `photo_state`; former versions kept its time and
    size. Raises: as `photo_key`."""
    if " " in state:
        key = photo_key(path)
        return state != f"{key.mtime_ns} {key.size}"
    return bool(state) and state != photo_content(path)


@functools.lru_cache(maxsize=1024)
def _content(key: PhotoKey) -> str:
    return sha256_of(key.path)


def _refused(path: Path, error: OSError) -> PhotoError:
    kind = PhotoGoneError if isinstance(error, (FileNotFoundError, NotADirectoryError)) else PhotoError
    return kind(refused(path, error), hint=message("It may have been moved or renamed; choose it again."))


@dataclass(frozen=True)
class KeptFaces:
    """The faces that were found in a folder, and the state of its photos then."""

    photos: tuple[PhotoKey, ...]
    found: FaceSet


class ServiceState:
    """Kept warm for the next job; nothing in it changes what a job gives."""

    def __init__(self, settings: EngineSettings) -> None:
        self.settings = settings
        self._models: ModelCache | None = None
        self._detectors: dict[str, Detector] = {}
        self._photos: OrderedDict[PhotoKey, Photo] = OrderedDict()
        self._canvas: tuple[PhotoKey, int, Photo] | None = None
        self.teaching: KeptFaces | None = None  # of the folder that a model was last to be taught with
        if settings.threads:
            import cv2

            from engine.devices import thread_count

            cv2.setNumThreads(thread_count(settings.threads))

    @property
    def models(self) -> ModelCache:
        """The models in memory."""
        if self._models is None:
            from engine.runtime.sessions import ModelCache

            self._models = ModelCache(self.settings.device, threads=self.settings.threads, fast=self.settings.fast)
        return self._models

    def detector(self, name: str) -> Detector:
        """The face detector of that name, loaded once. Raises: DetectionError."""
        if name not in self._detectors:
            from engine.detection.registry import load_detector

            self._detectors[name] = load_detector(name)
        return self._detectors[name]

    def photo(self, path: Path) -> Photo:
        """The photo in a file, read anew if the file has changed. Nobody writes to its pixels. Raises: PhotoError."""
        key = photo_key(path)
        if key not in self._photos:
            from engine.photo_io.confined import read_confined

            while len(self._photos) >= KEPT_PHOTOS:
                self._photos.popitem(last=False)  # before the next one is read: both may be large
            self._photos[key] = read_confined(path, max_megapixels=self.settings.max_megapixels)
        self._photos.move_to_end(key)
        return self._photos[key]

    def canvas(self, path: Path, scale: int) -> Photo:
        """The photo enlarged by Lanczos, pixels and alpha; at scale 1 itself. Nobody writes to its pixels.

        Raises: PhotoError if it cannot be read or would be too large.
        """
        photo = self.photo(path)
        if scale == 1:
            return photo
        key = photo_key(path)
        if self._canvas is None or self._canvas[:2] != (key, scale):
            self._canvas = None  # before the next one is made: both may be large
            self._canvas = (key, scale, _enlarged(photo, scale))
        return self._canvas[2]


def _enlarged(photo: Photo, scale: int) -> Photo:
    from engine.alignment.whole_photo import enlarged_photo
    from engine.pipeline.restore import check_result_size

    check_result_size(photo, scale)
    return enlarged_photo(photo, scale)
