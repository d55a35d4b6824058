"""Makes pictures of all pages of the window, with the real engine and without a screen, to be looked at.

python packaging/scripts/screenshots.py OUT --size 1280x800 --theme dark --language de --page looks

Every option may be given several times; left out, everything is shown: sizes, themes, languages and pages. A size may
end in "@2" for a screen with two pixels a point. The photos are restored once for all languages, themes and sizes.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from engine.paths import samples_folder
from fsr_desktop.language.install import available_languages, install_language
from fsr_desktop.look.theme import Theme, apply_text_size, apply_theme
from fsr_desktop.session.batch import BatchSummary
from fsr_desktop.session.batch_notice import batch_notice
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.view_state import CompareMode
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.store import SettingsStore
from fsr_desktop.window.main_window import MainWindow, engine_settings
from fsr_desktop.window.verbs import WindowCommands

SIZES = ("1024x700", "1280x800", "1440x900", "3840x2160", "3840x2160@2")
THEMES: tuple[Theme, ...] = ("dark", "light", "contrast")
SCREEN = (3840, 2160)
LONG_S = 300.0
SETTLE_S = 0.25  # what has changed is shown a moment later
UNTOUCHED, LOOKED_AT = "a-street.jpg", "two-people.jpg"  # one photo is never restored


@dataclass(frozen=True)
class Wanted:
    """What is to be shown."""

    out: Path
    sizes: Sequence[str]
    themes: Sequence[Theme]
    texts: Sequence[int]
    languages: Sequence[str]
    pages: Sequence[str]


class Studio:
    """A session with its engine, and a window on it that speaks one language."""

    def __init__(self, app: QApplication, wanted: Wanted, folder: Path) -> None:
        self.app, self.wanted, self._folder = app, wanted, folder
        apply_text_size(app, wanted.texts[0])
        apply_theme(app, wanted.themes[0])
        settings = SettingsStore(folder / "settings.json")
        bridge = EngineBridge(engine_settings(settings.current))
        self.workspace = Workspace(bridge, settings, folder / "work")
        self.summary: BatchSummary | None = None
        self.workspace.batch.ended.connect(self._keep_summary)
        self._kept: list[tuple[MainWindow, WindowCommands]] = []
        self.language = ""

    def _keep_summary(self, summary: BatchSummary) -> None:
        self.summary = summary

    @property
    def window(self) -> MainWindow:
        """The window that is shown."""
        return self._kept[-1][0]

    @property
    def commands(self) -> WindowCommands:
        """The verbs of its actions."""
        return self._kept[-1][1]

    def speak(self, language: str) -> None:
        """Show a new window, in this language; those before stay hidden."""
        if self._kept:
            self.window.hide()
        self.language = language
        self.workspace.show_photo(None)  # a new window shows what is told
        install_language(self.app, language)  # pyright: ignore[reportArgumentType] a code that is shipped
        window = MainWindow(self.workspace)
        self._kept.append((window, WindowCommands(window)))
        window.show()
        self.wait()
        self.clear_toasts()  # the screen is large enough for the offer of larger text, the windows mostly are not

    def fill(self) -> None:
        """Open the photos, and restore all but one."""
        self.workspace.bridge.start()
        self.workspace.open_paths(make_photos(self._folder / "photos"))
        self.wait_until(lambda: all(photo.state in ("ready", "failed") for photo in self.workspace.session))
        names = (UNTOUCHED,)
        self.workspace.restore_many([one.id for one in self.workspace.session if one.path.name not in names])
        self.wait_until(lambda: self.summary is not None)
        self.clear_toasts()

    def photo(self, name: str) -> PhotoItem:
        """Look at the photo of that name, as a whole."""
        photo = next(photo for photo in self.workspace.session if photo.path.name == name)
        self.workspace.show_photo(photo.id)
        self.wait()
        self.window.action("fit").trigger()
        return photo

    def view(self, mode: CompareMode) -> None:
        """Look at the photo so."""
        self.window.show_photos()
        self.window.view.change(replace(self.window.view.current, mode=mode))

    def clear_toasts(self) -> None:
        """Close all that is said."""
        while self.window.toasts.close_newest():
            self.wait(0)

    def close(self) -> None:
        """End the engine."""
        self.workspace.bridge.close()
        for window, _commands in self._kept:
            window.results.close()
        self.app.closeAllWindows()

    # ---- pictures

    def shoot(self, page: str, over: QWidget | None = None, *, alone: bool = False) -> None:
        """The window in every size, text size and theme; with a dialog over it, or another window alone."""
        shown = over if alone and over else self.window
        for size in self.wanted.sizes:
            width, height = size_of(size)
            shown.resize(width, height)
            for text in self.wanted.texts:
                apply_text_size(self.app, text)
                for theme in self.wanted.themes:
                    apply_theme(self.app, theme)
                    self.wait()
                    words = "" if text == 100 else f"-{text}"
                    name = f"{page}-{self.language}-{theme}{words}-{size}.png"
                    picture = shown.grab()
                    if over and not alone:
                        _put(over, picture)
                    picture.save(str(self.wanted.out / name))

    def shoot_modal(self, page: str, ask: Callable[[], object]) -> None:
        """The same with the dialog that `ask` opens."""

        def shoot() -> None:
            dialog = self.app.activeModalWidget()
            if dialog is None:
                raise RuntimeError(f"{page} opened no dialog.")
            try:
                self.shoot(page, dialog)
            finally:
                dialog.close()

        QTimer.singleShot(0, shoot)
        ask()

    # ---- waiting

    def wait(self, seconds: float = SETTLE_S) -> None:
        """Let the window do what it has to do."""
        latest, quiet_since = time.monotonic() + LONG_S, time.monotonic()
        self.app.processEvents()
        while seconds and time.monotonic() < quiet_since + seconds:
            self.app.processEvents()
            time.sleep(0.005)
            if time.monotonic() > latest:
                raise RuntimeError("The window does not settle.")
            if not self._is_settled():
                quiet_since = time.monotonic()

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait for the engine."""
        end = time.monotonic() + LONG_S
        while not is_so():
            self.app.processEvents()
            time.sleep(0.01)
            if time.monotonic() > end:
                raise RuntimeError("The engine does not answer.")

    def _is_settled(self) -> bool:
        canvas = self.window.canvas
        return not self.workspace.bridge.is_busy and (not canvas.isVisible() or canvas.is_complete)


def _put(dialog: QWidget, picture: QPixmap) -> None:
    """Put a dialog into the middle of its window's picture."""
    own = dialog.grab()
    room = picture.deviceIndependentSize() - own.deviceIndependentSize()
    with QPainter(picture) as painter:
        painter.drawPixmap(QPoint(round(room.width() / 2), max(0, round(room.height() / 2))), own)


def make_photos(folder: Path) -> list[Path]:
    """Samples, a face that is too large for any look, and a file that is broken."""
    folder.mkdir(parents=True)
    samples = samples_folder()
    for name in (LOOKED_AT, "grace-hopper-48px.jpg", "astronaut-32px.png"):
        (folder / name).write_bytes((samples / name).read_bytes())
    (folder / UNTOUCHED).write_bytes((samples / LOOKED_AT).read_bytes())
    with Image.open(samples / "grace-hopper.jpg") as image:
        large = image.convert("RGB").resize((2 * image.width, 2 * image.height), Image.Resampling.BICUBIC)
    large.save(folder / "hopper-large.jpg", quality=92)
    (folder / "scan-0042.jpg").write_bytes(b"\xff\xd8\xff no photo")
    return sorted(folder.iterdir())


# ---- the pages


def _as(mode: CompareMode, name: str, photo: str) -> Callable[[Studio], None]:
    def shoot(studio: Studio) -> None:
        studio.view(mode)
        studio.photo(photo)
        studio.shoot(name)

    return shoot


def _face(studio: Studio) -> None:
    studio.view("split")
    studio.photo(LOOKED_AT)
    studio.window.action("zoom_face").trigger()
    studio.window.photo.guessed.toggle(0)
    studio.shoot("face")
    studio.window.photo.guessed.toggle(0)
    studio.workspace.select_face(None)


def _looks(studio: Studio) -> None:
    studio.photo(LOOKED_AT)
    studio.view("looks")
    studio.shoot("looks")
    studio.view("split")


def _study(studio: Studio) -> None:
    studio.photo(LOOKED_AT)
    studio.commands.pages.show_study()
    studio.shoot("study")
    studio.view("split")


def _teach(studio: Studio) -> None:
    studio.commands.pages.show_teach()
    studio.shoot("teach")
    studio.view("split")


def _toasts(studio: Studio) -> None:
    studio.view("split")
    studio.photo(LOOKED_AT)
    if studio.summary:
        studio.window.toasts.show_notice(batch_notice(studio.summary, studio.workspace.tellings))
    studio.shoot("toasts")
    studio.clear_toasts()
    large = studio.photo("hopper-large.jpg")
    told = studio.workspace.tellings.outcomes(large, list(large.results.values()))
    if told:
        studio.window.toasts.show_notice(told)
    studio.shoot("refused")
    studio.clear_toasts()


def _settings(studio: Studio) -> None:
    studio.shoot_modal("settings", studio.commands.pages.settings)


def _export(studio: Studio) -> None:
    studio.photo(LOOKED_AT)
    for what in ("photo", "before-after", "animation"):
        studio.shoot_modal(f"export-{what}", lambda what=what: studio.commands.pages.export_dialog(what))


def _presenter(studio: Studio) -> None:
    studio.photo(LOOKED_AT)
    studio.commands.pages.present()
    shown = next(one for one in studio.app.topLevelWidgets() if one.objectName() == "presenter" and one.isVisible())
    shown.showNormal()
    studio.shoot("presenter", shown, alone=True)
    shown.close()


PAGES: dict[str, Callable[[Studio], None]] = {
    "opened": _as("split", "opened", UNTOUCHED),
    "restored": _as("split", "restored", LOOKED_AT),
    "face": _face,
    "side": _as("side", "side", LOOKED_AT),
    "difference": _as("difference", "difference", LOOKED_AT),
    "looks": _looks,
    "study": _study,
    "teach": _teach,
    "settings": _settings,
    "export": _export,
    "toasts": _toasts,
    "presenter": _presenter,
}


def make_all(wanted: Wanted) -> None:
    """All that is wanted on a screen of one scale."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("There is another application already.")
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        studio = Studio(app, wanted, Path(folder))
        for language in wanted.languages:
            studio.speak(language)
            if "start" in wanted.pages:
                studio.shoot("start")
        pages = [page for page in PAGES if page in wanted.pages]
        if pages:
            studio.fill()
        for language in wanted.languages if pages else ():
            studio.speak(language)
            for page in pages:
                PAGES[page](studio)
        studio.close()


def size_of(words: str) -> tuple[int, int]:
    """Width and height in points. Raises: ValueError for other words."""
    size, _, scale = words.partition("@")
    width, height = (int(part) // int(scale or 1) for part in size.split("x"))
    return width, height


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--size", action="append", metavar="WxH[@2]", help="of the window in pixels")
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument(
        "--text", action="append", type=int, choices=(100, 115, 130, 150), help="size of the text in %%"
    )
    parser.add_argument("--language", action="append", choices=available_languages())
    parser.add_argument("--page", action="append", choices=("start", *PAGES))
    return parser.parse_args()


def _use_offscreen(folder: Path) -> None:
    screen = {"name": "screen", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1], "logicalDpi": 96, "dpr": 1}
    (folder / "screens.json").write_text(json.dumps({"screens": [screen]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={folder / 'screens.json'}"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "FSR_DESKTOP_DATA"):
        os.environ[name] = str(folder / "user")


def main() -> int:
    """Make the pictures; those of screens with two pixels a point in a program of their own."""
    given = _parsed()
    sizes = given.size or list(SIZES)
    scale = int(os.environ.get("QT_SCALE_FACTOR", "1"))
    given.out.mkdir(parents=True, exist_ok=True)
    own = [size for size in sizes if int(size.partition("@")[2] or 1) == scale]
    if scale == 1 and len(own) < len(sizes):
        rest = [argument for size in sizes if size not in own for argument in ("--size", size)]
        kept = [
            f"--{name}={value}"
            for name in ("theme", "text", "language", "page")
            for value in getattr(given, name) or ()
        ]
        command = [sys.executable, __file__, str(given.out), *kept, *rest]
        subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)
    wanted = Wanted(
        out=given.out,
        sizes=own,
        themes=given.theme or THEMES,
        texts=given.text or (100,),
        languages=given.language or available_languages(),
        pages=given.page or ("start", *PAGES),
    )
    if own:
        with contextlib.ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
            _use_offscreen(folder)
            make_all(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
