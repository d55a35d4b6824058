"""The panes as one picture in a file, each with what it is below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from engine.errors import EngineError
from engine.files import Keeping, atomic_file, reason_of
from engine.messages import Message
from engine.photo_io.png_chunks import with_metadata
from engine.photo_io.record import shown_record
from engine.photo_io.sources import refuse_source
from engine.types import PhotoMetadata
from fsr_desktop.language.messages import shown
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.tokens import LIGHT
from fsr_desktop.painters.face_pictures import FacePicture, paint_picture
from fsr_desktop.painters.made import Made
from fsr_desktop.painters.place import Place

SIDE, GAP, WORDS = 640, 24, 96  # px
COLUMNS = 3
PAPER, INK, QUIET = QColor(LIGHT.field), QColor(LIGHT.text), QColor(LIGHT.text2)


@dataclass(frozen=True, eq=False)
class SheetPane:
    """One pane: its title, what is said of it, and its picture, if it has one, at its place. `drawn_by`: the model that
    drew the face, and whether the face is outside its range; for the record in the file."""

    title: str
    words: str
    picture: FacePicture | None
    place: Place
    is_smooth: bool
    drawn_by: tuple[str, bool] | None = None


def save_sheet(
    made: Made, panes: Sequence[SheetPane], path: str, told: Callable[[str, str], None], *, photo: Path
) -> None:
    """Write them in the background; then `told` with what went wrong, or "", and the path. It may replace what the
    user was asked about, but never the photo, and no more people may read it."""
    title, small = font_of("head"), font_of("body")
    target = Path(path) if path.lower().endswith(".png") else Path(f"{path}.png")
    made.run(
        partial(_write, tuple(panes), target, title, small, photo), lambda problem: told(_words(problem), str(target))
    )


def sheet_of(panes: Sequence[SheetPane], title: QFont, small: QFont) -> QImage:
    """The panes in rows of three, black on white."""
    columns = min(COLUMNS, len(panes))
    rows = -(-len(panes) // columns)
    size = (GAP + columns * (SIDE + GAP), GAP + rows * (SIDE + WORDS + GAP))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    title, small = QFont(title), QFont(small)
    title.setPixelSize(28)
    small.setPixelSize(22)
    with QPainter(image) as painter:
        for number, pane in enumerate(panes):
            left = GAP + number % columns * (SIDE + GAP)
            top = GAP + number // columns * (SIDE + WORDS + GAP)
            _draw(painter, pane, QRectF(left, top, SIDE, SIDE), title, small)
    return image


def _draw(painter: QPainter, pane: SheetPane, area: QRectF, title: QFont, small: QFont) -> None:
    painter.fillRect(area, QColor(LIGHT.raised))
    if pane.picture:
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        to_area = pane.place.screen_from_photo(QSizeF(area.size()))
        paint_picture(painter, pane.picture, to_area, is_smooth=pane.is_smooth)
        painter.restore()
    words = QRectF(area.left(), area.bottom() + 8, area.width(), WORDS - 8)
    painter.setFont(title)
    painter.setPen(INK)
    painter.drawText(words, Qt.AlignmentFlag.AlignTop, pane.title)
    painter.setFont(small)
    painter.setPen(QUIET)
    wraps = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(words.adjusted(0, 36, 0, 0), int(wraps), pane.words)


def _write(panes: tuple[SheetPane, ...], path: Path, title: QFont, small: QFont, photo: Path) -> Message | str:
    try:
        refuse_source(path, photo)
        with atomic_file(path, keeping=Keeping(like=photo)) as beside:
            picture = QBuffer()
            if not sheet_of(panes, title, small).save(picture, "PNG"):  # pyright: ignore[reportArgumentType, reportCallIssue] stubs want bytes
                return path.name
            said = shown_record(*(pane.drawn_by for pane in panes if pane.drawn_by and pane.picture))
            beside.write_bytes(with_metadata(bytes(picture.data().data()), PhotoMetadata(xmp=said)))
    except EngineError as error:
        return error.whole
    except OSError as error:
        return reason_of(error)
    return ""


def _words(problem: object) -> str:
    return shown(problem) if isinstance(problem, Message) else str(problem)
