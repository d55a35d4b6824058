"""The photos that the filmstrip shows now: all, or those in one state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel

from fsr_desktop.photos.film_model import STATE_ROLE, FilmModel, Filter, Index, filters_of
from fsr_desktop.session.photo_state import ItemState
from fsr_desktop.session.photos import PhotoItem


class FilmFilter(QSortFilterProxyModel):
    """Lets the photos of one filter through. They come and go as their states change."""

    def __init__(self, model: FilmModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter: Filter = "all"
        self._film = model
        self.setSourceModel(model)

    def choose(self, name: Filter) -> None:
        """Show these photos."""
        if name != self.filter:
            self.filter = name
            self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a photo is shown."""
        if self.filter == "all":
            return True
        state = self._film.data(self._film.index(source_row), STATE_ROLE)
        return isinstance(state, ItemState) and self.filter in filters_of(state)

    def photo(self, index: QModelIndex) -> PhotoItem | None:
        """The photo of a row."""
        return self._film.photo(self.mapToSource(index))

    def index_of(self, photo_id: str | None) -> QModelIndex:
        """The row of a photo; an invalid index if it is not shown."""
        return self.mapFromSource(self._film.index_of(photo_id))
