"""The tiles that are on the screen or were lately, and the way to those that are missing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from fsr_desktop.canvas.tile_grid import TileAddress, TileSource, tiles_of
from fsr_desktop.canvas.tile_workers import TileRequest, TileWorkers

DEFAULT_LIMIT = 256 * 2**20  # bytes


class TileStore(QObject):
    """Tiles by what they show, the oldest dropped beyond a limit; those that are wanted now are never dropped.

    `arrived` tells source and address of a tile that is new. A tile's last version stays until the new one is there.
    """

    arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = DEFAULT_LIMIT
        self._images: OrderedDict[Hashable, QImage] = OrderedDict()
        self._bytes = 0
        self._latest: dict[Hashable, Hashable] = {}  # (slot, picture, address) -> key of what was last there
        self._wanted: set[Hashable] = set()
        self._unreadable: set[Hashable] = set()
        self._workers = TileWorkers(self)
        self._workers.queue.computed.connect(self._take)

    def find(self, source: TileSource, address: TileAddress) -> QImage | None:
        """The tile, or its last version; None if there was none yet."""
        place = (source.slot, source.name, address)
        key = source.key(address)
        if key in self._images:
            self._latest[place] = key
        else:
            key = self._latest.get(place)
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def has_whole(self, source: TileSource) -> bool:
        """Whether every part of the source can be shown, if only coarsely."""
        return all(self.find(source, address) is not None for address in coarsest_tiles(source))

    def want(self, tiles: Sequence[tuple[TileSource, TileAddress]]) -> None:
        """Compute what is missing of these, in their order, and nothing else."""
        requests = {(key := source.key(address)): TileRequest(source, address, key) for source, address in tiles}
        self._wanted = set(requests)
        missing = (one for key, one in requests.items() if key not in self._images and key not in self._unreadable)
        self._workers.want(missing)

    @property
    def is_complete(self) -> bool:
        """Whether all that is wanted is there, or cannot be read."""
        return all(key in self._images or key in self._unreadable for key in self._wanted)

    def set_limit(self, limit: int) -> None:
        """Keep at most so many bytes besides what is wanted."""
        self._limit = limit
        self._drop_oldest()

    def forget_places(self) -> None:
        """Another photo: no old tile may stand in for a new one, and what could not be read is tried again."""
        self._latest.clear()
        self._unreadable.clear()

    @Slot()
    def close(self) -> None:
        """Wait for the workers' end."""
        self._workers.close()

    @Slot(object, object)
    def _take(self, request: TileRequest, image: QImage | None) -> None:
        self._workers.queue.received(request)
        if image is None:
            self._unreadable.add(request.key)
            return
        if request.key not in self._images:
            self._images[request.key] = image
            self._bytes += image.sizeInBytes()
        self._latest[request.source.slot, request.source.name, request.address] = request.key
        self._drop_oldest()
        self.arrived.emit(request.source, request.address)

    def _drop_oldest(self) -> None:
        for key in [key for key in self._images if key not in self._wanted]:
            if self._bytes <= self._limit:
                return
            self._bytes -= self._images.pop(key).sizeInBytes()


def coarsest_tiles(source: TileSource) -> list[TileAddress]:
    """The tiles of the last level, a few that show the whole source."""
    level = source.levels - 1
    return tiles_of(source.level_region(level), level)
