"""What the workspace tells the user of his photos: each notice with its photo, its cause and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject

from engine.process.events import Failed
from engine.process.protocol import FaceOutcome
from engine.types import NamedBox
from fsr_desktop.language.messages import shown
from fsr_desktop.session.file_manager import show_in_folder
from fsr_desktop.session.notice import Level, Notice, NoticeAction, NoticeRow
from fsr_desktop.session.outside_range import is_left_for_its_size
from fsr_desktop.session.photo_paths import MOST_OF_A_FOLDER, FoundPhotos
from fsr_desktop.session.photo_state import SIGNS
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.status_words import not_opened
from fsr_desktop.session.task import Task

MOST_NAMES = 5
DRAW, SAVE_LIST = "draw_face", "save_list"  # actions of the window, by their ids


def opening_cause(photo_id: str) -> str:
    """The cause of a notice that a photo could not be opened."""
    return f"opening {photo_id}"


def faces_cause(photo_id: str) -> str:
    """The cause of a notice about the faces of a photo, which goes when they are restored anew."""
    return f"faces {photo_id}"


def marked_cause(photo_id: str) -> str:
    """The cause of a notice that another program has marked faces in a photo."""
    return f"marked {photo_id}"


def moved_cause(photo_id: str) -> str:
    """The cause of a notice that the file of a photo is not where it was."""
    return f"moved {photo_id}"


class Tellings(QObject):
    """Makes notices. `restore`, `restore_outside`, `use_marked`, `choose_file` are verbs that a notice may offer for a
    photo."""

    def __init__(
        self,
        parent: QObject,
        *,
        restore: Callable[[PhotoItem], object],
        restore_outside: Callable[[PhotoItem], object],
        use_marked: Callable[[PhotoItem], object],
        choose_file: Callable[[PhotoItem], object],
    ) -> None:
        super().__init__(parent)
        self._choose_file = choose_file
        self._restore, self._restore_outside, self._use_marked = restore, restore_outside, use_marked

    def not_opened(self, photo: PhotoItem) -> Notice:
        """Why a photo could not be opened."""
        words = not_opened(photo)
        return Notice(
            level="error",
            text=self.tr("{name} could not be opened").format(name=photo.path.name),
            hint=f"{words.text} {words.hint}".strip(),
            photo_id=photo.id,
            cause=opening_cause(photo.id),
            action=self.folder_action(photo),
        )

    def several_not_opened(self, photos: Sequence[PhotoItem], count: int) -> Notice:
        """Which of `count` photos that were opened in one go could not be, each with why."""
        text = self.tr("%n of {count} files could not be opened", "", len(photos)).format(count=count)
        rows = tuple(self._row(photo) for photo in photos)
        cause = f"opening with {photos[0].id}"
        save = NoticeAction(self.tr("Save the list…"), verb=SAVE_LIST)
        return Notice(level="error", text=text, cause=cause, rows=rows, more_actions=(save,))

    def failure(self, task: Task, photo: PhotoItem | None) -> Notice | None:
        """Why a job failed, and with which photo."""
        if task.failure is None:
            return None
        text, hint = shown(task.failure.message), shown(task.failure.hint)
        if photo and _is_gone(photo, task.failure):
            return self.gone(photo, f"{text} {hint}")
        if photo and task.failure.code == "crash":  # the engine that is gone could not say which photo it had
            text = f"{photo.path.name}: {text}"
        if photo and any(photo.failure_of(face) is task.failure for face in photo.edits.faces):
            cause, action = faces_cause(photo.id), self.action_for(photo)
            return Notice(level="error", text=text, hint=hint, photo_id=photo.id, cause=cause, action=action)
        return Notice(level="error", text=text, hint=hint, photo_id=photo.id if photo else "")

    def gone(self, photo: PhotoItem, why: str) -> Notice:
        """That the file of a photo that is open is not where it was."""
        return Notice(
            level="error",
            text=self.tr("{name} is not where it was").format(name=photo.path.name),
            hint=why,
            photo_id=photo.id,
            cause=moved_cause(photo.id),
            action=self._choose_action(photo),
        )

    def is_another(self, photo: PhotoItem, name: str) -> Notice:
        """That a file which was chosen for a photo is not the one that was opened."""
        hint = self.tr(
            "Its content is not that of {name}, so what was restored does not belong to it. To work on it, open it."
        )
        return Notice(
            level="error",
            text=self.tr("{name} is another photo").format(name=name),
            hint=hint.format(name=photo.path.name),
            photo_id=photo.id,
            cause=moved_cause(photo.id),
            action=self._choose_action(photo),
        )

    def no_face(self, photo: PhotoItem, level: Level) -> Notice:
        """That a photo has no face, and what can be done."""
        return Notice(
            level=level,
            text=self.tr("No face was found in {name}").format(name=photo.path.name),
            hint=self.tr("Draw a box around a face, or enlarge the photo as it is."),
            photo_id=photo.id,
            cause=faces_cause(photo.id),
            action=NoticeAction(self.tr("Draw a face"), verb=DRAW),
        )

    def marked(self, photo: PhotoItem, regions: Sequence[NamedBox]) -> Notice:
        """That another program has marked faces where none was found. A name is what the file says, no more."""
        names = ", ".join(quoted for region in regions[:MOST_NAMES] if (quoted := region.name and f"“{region.name}”"))
        hint = self.tr("The file calls them {names}.").format(names=names) if names else ""
        return Notice(
            level="info",
            text=self.tr("%n face(s) are marked in {name} where none was found", "", len(regions)).format(
                name=photo.path.name
            ),
            hint=hint,
            photo_id=photo.id,
            cause=marked_cause(photo.id),
            action=NoticeAction(
                self.tr("Use the %n marked face(s)", "", len(regions)), partial(self._use_marked, photo)
            ),
            stays=True,
        )

    def all_off(self, photo: PhotoItem) -> Notice:
        """That there is nothing to restore because the user left all faces as they are."""
        return Notice(
            level="info",
            text=self.tr("All faces of {name} are left as they are").format(name=photo.path.name),
            hint=self.tr("Switch one on to restore it."),
            photo_id=photo.id,
            cause=faces_cause(photo.id),
        )

    def outcomes(self, photo: PhotoItem, outcomes: Sequence[FaceOutcome]) -> Notice | None:
        """What became of faces that were not restored; None if nothing must be said."""
        failed = [outcome for outcome in outcomes if outcome.status == "failed"]
        skipped = [outcome for outcome in outcomes if outcome.status == "skipped"]
        if failed:
            text = self.tr("%n face(s) of {name} could not be restored", "", len(failed))
            return self._of_faces(photo, "error", text, failed)
        if skipped:
            text = self.tr("%n face(s) of {name} were left as they are", "", len(skipped))
            return self._of_faces(photo, "warning", text, skipped)
        return None

    def nothing_to_open(self) -> Notice:
        """That there was no photo in what the user chose."""
        hint = self.tr("JPEG, PNG, TIFF, WebP, AVIF, HEIC and BMP files can be opened.")
        return Notice(
            level="warning", text=self.tr("There is no photo in what was chosen"), hint=hint, cause="nothing to open"
        )

    def not_there(self, names: Sequence[str]) -> Notice:
        """Which of the files that were named, as to start the program with, are not there."""
        text = self.tr("%n of the files that were named are not there", "", len(names))
        hint = ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
        return Notice(level="warning", text=text, hint=hint, cause="not there")

    def left_out(self, found: FoundPhotos) -> Iterator[Notice]:
        """What was not opened with a folder, and why."""
        if found.own_results:
            text = self.tr("%n result(s) of this program were left out", "", found.own_results)
            hint = self.tr("They are beside the photos they were made of. Open one by itself to work on it.")
            yield Notice(level="info", text=text, hint=hint, cause="left out")
        if found.not_read:
            text = self.tr("%n picture(s) that cannot be read were left out", "", len(found.not_read))
            hint = self.tr("For instance {name}. Pictures of other formats can be saved as PNG or TIFF.")
            yield Notice(level="info", text=text, hint=hint.format(name=found.not_read[0].name), cause="cannot be read")
        if found.too_many:
            text = self.tr("%n further photo(s) were not opened", "", found.too_many)
            hint = self.tr("The window opens the first {count} of a folder; the command line restores all.")
            yield Notice(level="warning", text=text, hint=hint.format(count=MOST_OF_A_FOLDER), cause="too many")

    def folder_action(self, photo: PhotoItem) -> NoticeAction:
        """To see the file of a photo."""
        return NoticeAction(self.tr("Show in folder"), partial(show_in_folder, photo.path))

    def action_for(self, photo: PhotoItem) -> NoticeAction:
        """The one thing that can be done for a photo that needs the user."""
        if photo.state == "failed":
            return self.folder_action(photo)
        failures = [failure for face in photo.edits.faces if (failure := photo.failure_of(face))]
        if any(_is_gone(photo, failure) for failure in failures):
            return self._choose_action(photo)
        has_failures = bool(failures)
        if not has_failures and any(is_left_for_its_size(photo, face) for face in photo.edits.faces):
            return NoticeAction(self.tr("Restore all the same"), partial(self._restore_outside, photo))
        return NoticeAction(self.tr("Try again"), partial(self._restore, photo))

    def _choose_action(self, photo: PhotoItem) -> NoticeAction:
        return NoticeAction(self.tr("Choose the photo again…"), partial(self._choose_file, photo))

    def _row(self, photo: PhotoItem) -> NoticeRow:
        why = not_opened(photo)
        text = f"{why.text} {why.hint}".strip().replace("\n", " ")
        name, action = photo.path.name, self.folder_action(photo)
        return NoticeRow(sign=SIGNS["failed"], tone="bad", title=name, text=text, action=action)

    def _of_faces(self, photo: PhotoItem, level: Level, text: str, outcomes: Sequence[FaceOutcome]) -> Notice:
        return Notice(
            level=level,
            text=text.format(name=photo.path.name),
            hint=shown(outcomes[0].reason),
            photo_id=photo.id,
            cause=faces_cause(photo.id),
            action=self.action_for(photo),
        )


def _is_gone(photo: PhotoItem, failure: Failed) -> bool:
    """Whether a job failed since the photo's file is gone, and another file can be known to be the same."""
    return failure.code == "gone" and photo.opened is not None and bool(photo.opened.content)
