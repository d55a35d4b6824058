"""The dialog that asks what to export, in which format, and under which name."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.explain.overlay import OverlayStyle
from fsr_desktop.export.jobs import (
    ExportChoice,
    Format,
    What,
    export_jobs,
    face_to_export,
    restored_photos,
    targets_of,
)
from fsr_desktop.export.overlay_ticks import OverlayTicks
from fsr_desktop.export.target_rows import FolderRow, NameRow
from fsr_desktop.language.messages import window_language
from fsr_desktop.look.icons import icon
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.name_pattern import check_pattern
from fsr_desktop.widgets.breakable import breakable
from fsr_desktop.widgets.number_field import NumberField

MOST_EXAMPLES = 3
WIDTH = 640  # px


class ExportDialog(QDialog):
    """Asks what to export; `choice` is the answer. Without `results` it reads the face's overlays itself; `shown` are
    the keys of the overlays on the screen."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        what: str = "photo",
        results: FaceResults | None = None,
        shown: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self._workspace, self._shown = workspace, shown
        self._own_results = None if results else FaceResults(self)
        self._results = results or cast(FaceResults, self._own_results)
        self._listed: tuple[str, What, tuple[str, ...]] | None = None  # file, kind of export, keys: what the list shows
        self._build()
        self._results.loaded.connect(lambda _path: self._refresh())
        self._results.failed.connect(lambda _path, words: self._overlay_words.setText(words))
        self._what.setCurrentIndex(max(0, self._what.findData(what)))
        self._refresh()

    def choice(self) -> ExportChoice:
        """What the user chose."""
        values = self._workspace.settings.current
        what = self._chosen_what()
        overlays = self._ticks.ticked_overlays() if what in ("figure", "animation") else ()
        styles = tuple(
            OverlayStyle(overlay=overlay.key, opacity=values.overlay_opacity, colour_map=values.colour_map)
            for overlay in overlays
        )
        return ExportChoice(
            what=what,
            all_photos=bool(self._photos.currentData()) and what not in ("figure", "animation"),
            only_face=bool(self._part.currentData()) and what == "comparison",
            format=cast(Format, self._format.currentData()),
            folder=self._folder.folder,
            pattern=self._name.pattern.strip(),
            replace_existing=self._replace.isChecked(),
            overlays=styles,
            seconds_each=self._seconds.value(),
            language=window_language(overlays),
        )

    def done(self, result: int) -> None:
        """Close; what is to be usual is kept in the settings."""
        if result and self._usual.isVisible() and self._usual.isChecked():
            choice, store = self.choice(), self._workspace.settings
            if choice.format not in ("gif", "mp4"):
                folder = str(choice.folder) if choice.folder else ""
                store.change(
                    replace(
                        store.current,
                        export_format=choice.format,
                        output_folder=folder,
                        name_pattern=choice.pattern,
                    )
                )
        if self._own_results:
            self._own_results.close()
        super().done(result)

    # ---- parts

    def _build(self) -> None:
        values = self._workspace.settings.current
        self._what = self._box("what", self.tr("What to export"))
        for key, name, words in (
            ("photo", "photo", self.tr("The whole photo")),
            ("crops", "crop", self.tr("Each face, before and after")),
            ("comparison", "compare-side", self.tr("A comparison, before beside after")),
            ("figure", "overlay", self.tr("A figure of a face with its overlays, 300 dpi")),
            ("animation", "film", self.tr("An animation of a face’s overlays")),
        ):
            self._what.addItem(icon(name), words, key)
        self._photos = self._box("photos", self.tr("Which photos"))
        self._part = self._box("part", self.tr("Which part"))
        self._part.addItem(self.tr("The whole photo"), False)
        self._part.addItem(self.tr("The selected face and what is around it"), True)
        self._ticks = OverlayTicks()
        self._ticks.ticked.connect(self._say)
        self._overlay_words = self._words("overlay_words")
        self._seconds = NumberField()
        self._seconds.setObjectName("seconds")
        self._seconds.setAccessibleName(self.tr("Seconds for each overlay"))
        self._seconds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._seconds.setRange(0.1, 10.0)
        self._seconds.setSingleStep(0.1)
        self._seconds.setDecimals(1)
        self._seconds.setSuffix(self.tr(" s each"))
        self._seconds.setValue(ExportChoice().seconds_each)
        self._format = self._box("format", self.tr("Format"))
        photo = self._workspace.session.current
        self._folder = FolderRow(values.output_folder, photo.path if photo else None)
        self._name = NameRow(values.name_pattern)
        for row in (self._folder, self._name):
            row.changed.connect(self._say)
        self._example, self._problem = self._words("example"), self._words("problem")
        self._example.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._example.setMinimumHeight(MOST_EXAMPLES * self.fontMetrics().lineSpacing())
        self._replace = QCheckBox(self.tr("Replace files of the same name"))
        self._replace.setObjectName("replace")
        self._replace.setToolTip(
            self.tr("Off: a file that is there stays, the new one gets a number. A photo itself is never replaced.")
        )
        self._usual = QCheckBox(self.tr("Save photos like this from now on (Ctrl+S)"))
        self._usual.setObjectName("usual")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setObjectName("export")
        self._export.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self.tr("E&xport"), self._what)
        self._form.addRow(self.tr("P&hotos"), self._photos)
        self._form.addRow(self.tr("&Part"), self._part)
        self._form.addRow(self.tr("&Overlays"), self._ticks)
        self._form.addRow("", self._overlay_words)
        self._form.addRow(self.tr("&Shown for"), self._seconds)
        self._form.addRow(self.tr("&Format"), self._format)
        self._form.addRow(self.tr("Fol&der"), self._folder)
        self._form.addRow(self.tr("&Name"), self._name)
        self._form.addRow("", self._problem)
        self._form.addRow(self.tr("Gives"), self._example)
        self._form.addRow("", self._replace)
        self._form.addRow("", self._usual)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addWidget(line)
        column.addWidget(self._buttons)
        self.resize(WIDTH, self.sizeHint().height())

    def _box(self, name: str, accessible_name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(accessible_name)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(lambda _index: self._refresh())
        return box

    def _words(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    # ---- what is shown

    def _chosen_what(self) -> What:
        return cast(What, self._what.currentData())

    def _refresh(self) -> None:
        what = self._chosen_what()
        self._fill_photos()
        self._fill_formats(what)
        is_of_a_face = what in ("figure", "animation")
        self._form.setRowVisible(self._photos, not is_of_a_face)
        self._form.setRowVisible(self._part, what == "comparison" and not self._photos.currentData())
        self._form.setRowVisible(self._ticks, is_of_a_face)
        self._form.setRowVisible(self._overlay_words, is_of_a_face)
        self._form.setRowVisible(self._seconds, what == "animation")
        self._form.setRowVisible(self._usual, what == "photo")
        if is_of_a_face:
            self._list_overlays(what)
        self._say()
        self.resize(self.width(), self.sizeHint().height())

    def _fill_photos(self) -> None:
        chosen, count = self._photos.currentIndex(), len(restored_photos(self._workspace.session))
        photo = self._workspace.session.current
        self._photos.clear()
        this = self.tr("This photo: {name}").format(name=photo.path.name) if photo else self.tr("No photo is open")
        self._photos.addItem(this, False)
        self._photos.addItem(self.tr("All %n restored photo(s)", "", count), True)
        self._photos.setCurrentIndex(max(0, chosen))

    def _fill_formats(self, what: What) -> None:
        chosen = self._format.currentData() or self._workspace.settings.current.export_format
        self._format.clear()
        if what == "animation":
            rows = [("gif", self.tr("GIF: shown everywhere")), ("mp4", self.tr("MP4: smaller, all colours"))]
        else:
            auto = self.tr("Automatic: without loss") if what == "photo" else self.tr("Automatic: PNG")
            rows = [
                ("auto", auto),
                ("png", "PNG"),
                ("jpeg", self.tr("JPEG: small, with slight loss")),
                ("tiff", "TIFF"),
            ]
        for key, words in rows:
            self._format.addItem(words, key)
        self._format.setCurrentIndex(max(0, self._format.findData(chosen)))

    def _list_overlays(self, what: What) -> None:
        found = face_to_export(self._workspace.session)
        if found is None:
            self._overlay_words.setText(self.tr("Select a restored face first."))
            return
        face, file = found
        loaded = self._results.get(file)
        if loaded is None:
            self._overlay_words.setText(self.tr("The face’s overlays are being read…"))
            return
        photo = self._workspace.session.current
        number = photo.edits.faces.index(face) + 1 if photo else 1
        self._overlay_words.setText(self.tr("Of face {number}, after its input and restoration.").format(number=number))
        listed = (str(file), what, tuple(overlay.key for overlay in loaded.overlays))
        if self._listed != listed:  # another face, or overlays computed meanwhile
            is_same = self._listed is not None and self._listed[:2] == listed[:2]
            ticked = tuple(overlay.key for overlay in self._ticks.ticked_overlays())
            shown = ticked if is_same else self._shown if what == "figure" else ()
            self._listed = listed
            self._ticks.show_overlays(loaded.overlays, what=what, keys=shown)

    def _say(self) -> None:
        problem = self._problem_words()
        self._problem.setText(problem)
        self._form.setRowVisible(self._problem, bool(problem))
        self._example.setText("" if problem else self._examples())
        self._export.setEnabled(not problem)

    def _problem_words(self) -> str:
        problem = check_pattern(self._name.pattern)
        if problem:
            return QCoreApplication.translate("ExportNames", problem)
        choice, session = self.choice(), self._workspace.session
        if self._folder.is_missing:
            return self.tr("Choose a folder.")
        if not (restored_photos(session) if choice.all_photos else session.current and session.current.is_restored):
            return self.tr("Nothing is restored yet. Choose Restore first.")
        if choice.is_of_a_face and face_to_export(session) is None:
            return self.tr("The selected face is not restored. Select another one.")
        if choice.what in ("figure", "animation") and not choice.overlays:
            return self.tr("Tick at least one overlay.")
        return ""

    def _examples(self) -> str:
        choice, session = self.choice(), self._workspace.session
        photo = session.current
        photos = restored_photos(session) if choice.all_photos else [photo] if photo else []
        jobs = export_jobs(choice, photos[: MOST_EXAMPLES + 1], session, datetime.date.today())
        paths = [breakable(str(path)) for job in jobs for path in targets_of(job)]
        return "\n".join(paths[:MOST_EXAMPLES] + (["…"] if len(paths) > MOST_EXAMPLES else []))
