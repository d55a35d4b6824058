"""The first step of teaching: the faces that were found, and which of them are used."""

from __future__ import annotations

from collections import Counter

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from engine.process.finetune_results import FinetuneFaces
from engine.types import FaceFault
from fsr_desktop.finetune.face_grid import FaceGrid, TeachingFace
from fsr_desktop.finetune.face_tile import fault_words
from fsr_desktop.language.messages import shown
from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import write_in
from fsr_desktop.widgets.breakable import breakable
from fsr_desktop.widgets.buttons import LinkButton

SIGN_SIDE = 16  # px
WIDEST_WORDS = 460  # px, of what is said while there are no faces


class FacesStep(QWidget):
    """Says how many faces are learnt from and which are proposed to be left out; each can be left out.

    Signals: `changed`, when another choice of faces is used; `folder_asked` and `again_asked` by the buttons
    that stand there while there are no faces.
    """

    changed = Signal()
    folder_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: FinetuneFaces | None = None
        self._grid = FaceGrid()
        self._grid.changed.connect(self._choice_changed)
        self._sign, self._words = QLabel(), QLabel()
        self._sign.setObjectName("finetune_sign")
        self._words.setObjectName("finetune_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._link = LinkButton("")
        self._link.setObjectName("finetune_all")
        self._link.clicked.connect(self._use_all_or_leave_out)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._grid_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.show_beginning()

    @property
    def left_out(self) -> frozenset[str]:
        """The names of faces that are not used, those that are not shown among them."""
        unseen = self._found.unseen_faults if self._found and self._leaves_out_faults() else ()
        return self._grid.left_out | frozenset(unseen)

    @property
    def is_enough(self) -> bool:
        """Whether a model can be taught with the faces that are used."""
        if self._found is None or self._found.refusal:
            return False
        learnt, held_out = self._counts()
        return learnt >= self._found.fewest_training and held_out >= self._found.fewest_held_out

    def show_beginning(self) -> None:
        """Say what is wanted."""
        self._clear()
        self._title.setText(self.tr("Sharp photos of the faces you restore"))
        self._say_empty(
            self.tr(
                "Choose a folder, or drop it here. Some of its faces are held out: the model never sees those, they "
                "say whether it got better."
            )
        )
        self._choose.show()
        self._again.hide()

    def show_search(self, folder: str, fraction: float = 0.0) -> None:
        """Say how far the search has come."""
        self._clear()
        self._title.setText(self.tr("Looking for faces… {percent} %").format(percent=round(100 * fraction)))
        self._say_empty(breakable(folder))
        self._choose.hide()
        self._again.hide()

    def show_end(self, words: str) -> None:
        """Say why there are no faces."""
        self._clear()
        self._title.setText(self.tr("No faces"))
        self._say_empty(breakable(words))
        self._choose.show()
        self._again.show()

    def show_found(self, found: FinetuneFaces) -> None:
        """Show what was found."""
        if not found.names:
            self.show_end(shown(found.refusal))
            return
        self._found = found
        faces = zip(found.names, found.photos, found.held_out, found.faults, strict=True)
        self._grid.show_faces(
            found.pictures,
            [TeachingFace(name=name, photo=photo, is_held_out=held, fault=fault) for name, photo, held, fault in faces],
        )
        self._say()
        self._pages.setCurrentIndex(1)

    # ---- parts

    def _empty_page(self) -> QWidget:
        page = QWidget()
        self._title, self._beginning = QLabel(), QLabel()
        self._title.setObjectName("finetune_title")
        self._beginning.setObjectName("finetune_beginning")
        write_in(self._title, "head")
        write_in(self._beginning, ink="text2")
        for label in (self._title, self._beginning):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._choose = QPushButton(icon("folder"), self.tr("Choose a folder…"))
        self._choose.setObjectName("finetune_choose")
        self._choose.clicked.connect(self.folder_asked)
        self._again = LinkButton(self.tr("Look again"))
        self._again.setObjectName("finetune_again")
        self._again.clicked.connect(self.again_asked)
        middle = QWidget()
        middle.setFixedWidth(WIDEST_WORDS)
        inside, row, column = QVBoxLayout(middle), QHBoxLayout(page), QVBoxLayout()
        inside.setSpacing(10)
        inside.addWidget(self._title)
        inside.addWidget(self._beginning)
        for button in (self._choose, self._again):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(middle)
        column.addStretch(3)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        return page

    def _grid_page(self) -> QWidget:
        page = QWidget()
        self._sign.setPixmap(icon("warning").pixmap(SIGN_SIDE, SIGN_SIDE))
        said, column = QHBoxLayout(), QVBoxLayout(page)
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._words, 1)
        said.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(said)
        column.addWidget(self._grid, 1)
        return page

    # ---- what is used

    def _clear(self) -> None:
        self._found = None
        self._grid.show_faces(np.zeros((0, 1, 1, 3), np.uint8), ())
        self._pages.setCurrentIndex(0)

    def _say_empty(self, words: str) -> None:
        self._beginning.setText(words)

    def _counts(self) -> tuple[int, int]:
        """How many faces are learnt from, and held out."""
        used = [face for face in self._grid.faces if face.name not in self._grid.left_out]
        held_out = sum(face.is_held_out for face in used)
        return len(used) - held_out, held_out

    def _leaves_out_faults(self) -> bool:
        faulty = {face.name for face in self._grid.faces if face.fault}
        return bool(faulty) and faulty <= self._grid.left_out

    def _choice_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _use_all_or_leave_out(self) -> None:
        faulty = {face.name for face in self._grid.faces if face.fault}
        self._grid.leave_out(
            self._grid.left_out - faulty if self._leaves_out_faults() else self._grid.left_out | faulty
        )
        self._choice_changed()

    def _say(self) -> None:
        found = self._found
        assert found is not None
        learnt, held_out = self._counts()
        parts = [shown(found.refusal)] if found.refusal else []
        if not found.refusal:
            parts.append(self.tr("The model learns from %n face(s).", "", learnt))
            parts.append(self.tr("%n face(s) are held out, to check what was learnt.", "", held_out))
        if not found.refusal and not self.is_enough:
            text = self.tr("At least {learnt} faces to learn from and {held_out} to check it are needed.")
            parts.append(text.format(learnt=found.fewest_training, held_out=found.fewest_held_out))
        if self._grid.left_out:
            parts.append(self._left_out_words())
        if found.too_small:
            parts.append(self.tr("%n face(s) are too small to learn from.", "", found.too_small))
        self._words.setText(" ".join(parts))
        self._sign.setVisible(not self.is_enough)
        self._link.setVisible(any(face.fault for face in self._grid.faces))
        all_words, fault_link = self.tr("Use them all the same"), self.tr("Leave out those with a fault")
        self._link.setText(all_words if self._leaves_out_faults() else fault_link)

    def _left_out_words(self) -> str:
        left_out = [face for face in self._grid.faces if face.name in self._grid.left_out]
        counts: Counter[FaceFault] = Counter(face.fault for face in left_out if face.fault)
        words = self.tr("%n face(s) are left out", "", len(left_out))
        reasons = ", ".join(f"{fault_words(fault)} {count}" for fault, count in sorted(counts.items()))
        return f"{words} ({reasons})." if reasons else f"{words}."
