"""The dialog that asks what to export, in which format, and under which name."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
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
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.explain.overlay import OverlayStyle
from engine.explain.transition import Transition
from engine.process.export_jobs import ExportPhoto, FileOptions
from fsr_desktop.export.animation_rows import round_field, seconds_each_field, transition_choice
from fsr_desktop.export.examples import MOST_EXAMPLES, examples
from fsr_desktop.export.file_rows import EdgeRow, QualityRow, WordsRow
from fsr_desktop.export.formats import QUALITY_FORMATS, formats_of, kinds
from fsr_desktop.export.jobs import (
    ExportChoice,
    Format,
    What,
    export_jobs,
    face_of,
    restored_photos,
)
from fsr_desktop.export.overlay_row import OverlayRow
from fsr_desktop.export.preview import ExportPreview
from fsr_desktop.export.target_rows import FolderRow, NameRow
from fsr_desktop.language.messages import window_language
from fsr_desktop.look.icons import icon
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.photos import FaceEdit
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.name_pattern import check_pattern

OF_OVERLAYS: tuple[What, ...] = ("figure", "animation")
COMPARING: tuple[What, ...] = ("comparison", "before-after")
WIDTH = 940  # px, with the preview


class ExportDialog(QDialog):
    """Asks what to export; `choice` is the answer. Without `results` it reads the face's overlays itself; `shown` are
    the keys of the overlays on the screen, `studied` the face and the file that these are of, if not as the photo."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        what: str = "photo",
        results: FaceResults | None = None,
        shown: tuple[str, ...] = (),
        studied: tuple[FaceEdit, Path] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self._workspace, self._studied, photo = workspace, studied, workspace.session.current
        self._own_results = None if results else FaceResults(self)
        self._results = results or cast(FaceResults, self._own_results)
        self.preview = ExportPreview(workspace.bridge, workspace.folder_of(photo) / "try" if photo else Path())
        self._build(shown)
        self._results.loaded.connect(self._refresh)  # a method ends with this dialog; results outlive it
        self._what.setCurrentIndex(max(0, self._what.findData(what)))
        self._refresh()

    def choice(self) -> ExportChoice:
        """What the user chose."""
        values = self._workspace.settings.current
        what = self._chosen_what()
        overlays = self._ticks.ticked_overlays() if what in OF_OVERLAYS else ()
        styles = tuple(
            OverlayStyle(overlay=overlay.key, opacity=values.overlay_opacity, colour_map=values.colour_map)
            for overlay in overlays
        )
        return ExportChoice(
            what=what,
            all_photos=bool(self._photos.currentData()) and what not in OF_OVERLAYS,
            only_face=bool(self._part.currentData()) and what in COMPARING,
            format=cast(Format, self._format.currentData()),
            folder=self._folder.folder,
            pattern=self._name.pattern.strip(),
            replace_existing=self._replace.isChecked(),
            options=FileOptions(
                quality=self._quality.value(),
                long_edge_px=self._edge.value(),
                keep_metadata=self._says.keeps_metadata,
                caption=self._says.caption,
                record=values.export_record,
            ),
            overlays=styles,
            seconds_each=self._seconds.value(),
            transition=cast(Transition, self._transition.value()),
            seconds=self._round.value(),
            language=window_language(overlays),
            studied=self._studied if what in OF_OVERLAYS else None,
        )

    def done(self, result: int) -> None:
        """Close for good; what is to be usual is kept in the settings."""
        self._results.loaded.disconnect(self._refresh)  # what is read later is not of its photo
        if result and self._usual.isVisible() and self._usual.isChecked():
            self._keep_as_usual(self.choice())
        self.preview.close_down()
        if self._own_results:
            self._own_results.close()
        super().done(result)

    def _keep_as_usual(self, choice: ExportChoice) -> None:
        if choice.format not in ("gif", "mp4"):
            store, options = self._workspace.settings, choice.options
            store.change(
                replace(
                    store.current,
                    export_format=choice.format,
                    output_folder=str(choice.folder) if choice.folder else "",
                    name_pattern=choice.pattern,
                    export_quality=options.quality or store.current.export_quality,
                    export_long_edge=options.long_edge_px,
                    export_metadata=options.keep_metadata,
                )
            )

    # ---- parts

    def _build(self, shown: tuple[str, ...]) -> None:
        values = self._workspace.settings.current
        self._what = self._box("what", self.tr("What to export"))
        for key, name, words in kinds():
            self._what.addItem(icon(name), words, key)
        self._photos = self._box("photos", self.tr("Which photos"))
        self._part = self._box("part", self.tr("Which part"))
        self._part.addItem(self.tr("The whole photo"), False)
        self._part.addItem(self.tr("The selected face and what is around it"), True)
        self._ticks = OverlayRow(self._workspace, self._results, shown, self._studied)
        self._ticks.ticked.connect(self._say)
        self._seconds, self._transition, self._round = seconds_each_field(), transition_choice(), round_field()
        self._format = self._box("format", self.tr("Format"))
        photo = self._workspace.session.current
        self._quality = QualityRow(values.export_quality)
        self._edge = EdgeRow(values.export_long_edge)
        self._says = WordsRow(keep_metadata=values.export_metadata)
        for told in (self._quality.changed, self._edge.valueChanged, self._says.changed):
            told.connect(lambda *_what: self._say())
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
        self._replace.toggled.connect(lambda _is_on: self._say())
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
        self._form.addRow(self.tr("&Shown for"), self._seconds)
        self._form.addRow(self.tr("&Becomes"), self._transition)
        self._form.addRow(self.tr("&Round"), self._round)
        self._form.addRow(self.tr("&Format"), self._format)
        self._form.addRow("", self._quality)
        self._form.addRow(self.tr("&Long edge"), self._edge)
        self._form.addRow(self.tr("&Caption"), self._says)
        self._form.addRow(self.tr("Fol&der"), self._folder)
        self._form.addRow(self.tr("&Name"), self._name)
        self._form.addRow("", self._problem)
        self._form.addRow(self.tr("Gives"), self._example)
        self._form.addRow("", self._replace)
        self._form.addRow("", self._usual)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        left = QVBoxLayout()
        left.addLayout(self._form)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        both.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
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
        is_photo, has_overlays = what == "photo", what in OF_OVERLAYS
        for row, is_there in (
            (self._photos, not has_overlays),
            (self._part, what in COMPARING and not self._photos.currentData()),
            (self._ticks, has_overlays),
            (self._seconds, what == "animation"),
            (self._transition, what == "before-after"),
            (self._round, what == "before-after"),
            (self._quality, is_photo and self._format.currentData() in QUALITY_FORMATS),
            (self._edge, is_photo),
            (self._says, is_photo),
            (self._usual, is_photo),
        ):
            self._form.setRowVisible(row, is_there)
        self.preview.setVisible(is_photo)
        if has_overlays:
            self._ticks.list_for(what)
        self._say()
        self._form.activate()
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
        for key, words in formats_of(what):
            self._format.addItem(words, key)
        self._format.setCurrentIndex(max(0, self._format.findData(chosen)))

    def _say(self) -> None:
        problem = self._problem_words()
        self._problem.setText(problem)
        self._form.setRowVisible(self._problem, bool(problem))
        self._example.setText("" if problem else examples(self.choice(), self._workspace.session))
        self._export.setEnabled(not problem)
        self.preview.ask(None if problem else self._tried())

    def _tried(self) -> ExportPhoto | None:
        """What the preview shows: the current photo as it would be written."""
        photo = self._workspace.session.current
        if photo is None or self._chosen_what() != "photo" or photo not in restored_photos(self._workspace.session):
            return None
        job = export_jobs(self.choice(), [photo], self._workspace.session, datetime.date.today())[0]
        return job if isinstance(job, ExportPhoto) else None

    def _problem_words(self) -> str:
        if problem := check_pattern(self._name.pattern):
            return QCoreApplication.translate("ExportNames", problem)
        choice, session = self.choice(), self._workspace.session
        if self._folder.is_missing:
            return self.tr("Choose a folder.")
        is_restored = choice.studied or (session.current and session.current.is_restored)
        if not (restored_photos(session) if choice.all_photos else is_restored):
            return self.tr("Nothing is restored yet. Choose Restore first.")
        if choice.is_of_a_face and face_of(choice, session) is None:
            return self.tr("The selected face is not restored. Select another one.")
        if choice.what in OF_OVERLAYS and not choice.overlays:
            return self.tr("Tick at least one overlay.")
        return ""
