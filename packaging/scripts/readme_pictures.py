"""Makes the pictures of the README: drives the window, with the engine, and grabs it.

python packaging/scripts/readme_pictures.py [--only film|looks|study] [--out DIR]

Look at them afterwards: what does not fit into the window is in the picture as well.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.paths import samples_folder
from fsr_desktop.looks.pane_state import Running

TARGET = Path(__file__).parents[1] / "screenshots"
WINDOW = (1280, 800)
FILM_WIDTH = 960  # px
FRAME_MS = 80
WAIT_S = 60
MAPS_ON = 7  # from the mean of all attention units to the last of them
SMALL_PICTURES_MS = 2500  # in which those of the page "Study" are drawn
ARROW = ((0, 0), (0, 17), (4, 13), (7, 19), (10, 18), (7, 12), (12, 12))  # px of the window


class Window:
    """The program's window, with its own engine process, in folders that are thrown away."""

    def __init__(self, application: QApplication, folder: str) -> None:
        os.environ["FSR_DESKTOP_DATA"] = folder
        from fsr_desktop.app import DesktopApp
        from fsr_desktop.settings.all_settings import Settings
        from fsr_desktop.settings.store import SettingsStore

        SettingsStore().change(Settings(language="en", theme="dark"))
        self.desktop = DesktopApp(application)
        self.window = self.desktop.window
        self.window.resize(*WINDOW)
        self.desktop.show()

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Go on until something is so."""
        end = time.monotonic() + WAIT_S
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError("The window did not come so far.")
            self.rest(10)

    def rest(self, ms: int) -> None:
        """Let the window go on for a while."""
        QTest.qWait(ms)

    def is_idle(self) -> bool:
        """Whether the engine has nothing to do, and the photo is shown sharp, with its restored faces."""
        photo = self.desktop.workspace.session.current
        outcomes = [photo.outcome(face) for face in photo.edits.faces] if photo else []
        files = [outcome.file for outcome in outcomes if outcome and outcome.file]
        are_read = all(self.window.results.get(file) for file in files)
        return are_read and not self.desktop.bridge.is_busy and self.window.canvas.is_complete

    def open(self, name: str) -> None:
        """Open a sample, and wait until its faces are found."""
        self.desktop.commands.open_paths([samples_folder() / name])
        self.wait_until_open()

    def wait_until_open(self) -> None:
        """Wait until the faces of the photo are found."""
        session = self.desktop.workspace.session
        self.wait_for(lambda: session.current is not None and session.current.state == "ready")
        self.wait_for(self.is_idle)

    def do(self, name: str) -> None:
        """Do an action, and wait until all of it is seen."""
        self.window.action(name).trigger()
        self.rest(100)
        self.wait_for(self.is_idle)
        self.rest(500)

    def grab(self) -> Image.Image:
        """What is seen now."""
        image = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        line = image.bytesPerLine()
        return Image.frombuffer("RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", line, 1)

    def close(self) -> None:
        """End the engine process and remove what it wrote."""
        self.desktop.close()


class Film:
    """Frames of a window with the mouse's arrow in them."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._mouse = QPointF(WINDOW[0] * 0.36, WINDOW[1] * 0.82)
        self._frames: list[Image.Image] = []
        self._times_ms: list[int] = []

    def take(self, ms: int = FRAME_MS) -> None:
        """One frame; one like the last lengthens that."""
        frame = self._window.grab()
        place = (self._mouse.x(), self._mouse.y())
        arrow = [(place[0] + 1.4 * x, place[1] + 1.4 * y) for x, y in ARROW]
        ImageDraw.Draw(frame).polygon(arrow, fill="white", outline="black", width=1)
        height = round(frame.height * FILM_WIDTH / frame.width)
        small = frame.resize((FILM_WIDTH, height), Image.Resampling.LANCZOS)
        if self._frames and self._frames[-1].tobytes() == small.tobytes():
            self._times_ms[-1] += ms
        else:
            self._frames.append(small)
            self._times_ms.append(ms)

    def run(self, ms: int) -> None:
        """Frames while the window goes on by itself."""
        for _ in range(ms // FRAME_MS):
            self._window.rest(FRAME_MS)
            self.take()

    def hold(self, ms: int) -> None:
        """A frame that stays."""
        self.take(ms)

    def point_at(self, widget: QWidget, ms: int = 480) -> None:
        """Move the mouse to a widget's middle."""
        middle = widget.mapTo(self._window.window, widget.rect().center())
        start, way = self._mouse, QPointF(middle) - self._mouse
        steps = ms // FRAME_MS
        for step in range(1, steps + 1):
            part = step / steps
            self._mouse = start + way * (part * part * (3 - 2 * part))
            self.take()

    def click(self, widget: QWidget) -> None:
        """Move the mouse to a widget and press it."""
        self.point_at(widget)
        self.take(240)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def drag_divider(self, to: float, ms: int) -> None:
        """Draw the divider to a share of the canvas's width."""
        canvas = self._window.window.canvas
        start, steps = canvas.split_position, max(1, ms // FRAME_MS)
        for step in range(1, steps + 1):
            part = step / steps
            canvas.set_split(start + (to - start) * part * part * (3 - 2 * part))
            self._window.wait_for(lambda: canvas.is_complete)
            corner = canvas.mapTo(self._window.window, QPoint(0, 0))
            self._mouse = QPointF(
                corner.x() + canvas.width() * canvas.split_position, corner.y() + canvas.height() * 0.72
            )
            self.take()

    def write(self, path: Path) -> None:
        """As an animated WebP that repeats."""
        first, *others = self._frames
        first.save(
            path, save_all=True, append_images=others, duration=self._times_ms, loop=0, quality=72, method=6,
            minimize_size=False, allow_mixed=True,
        )  # fmt: skip
        print(f"{path.name}: {len(self._frames)} frames, {sum(self._times_ms) / 1000:.1f} s")


def make_film(window: Window, path: Path) -> None:
    """The sample is opened and restored, the divider goes over its face, the looks are seen, and one that refused
    the face is run all the same."""
    film, shown = Film(window), window.window
    film.run(880)
    film.click(shown.start_page.sample_button)
    window.wait_until_open()
    film.run(480)
    film.click(shown.top_bar.main)
    window.wait_for(window.is_idle)
    film.run(400)
    window.do("next_face")
    film.hold(320)
    film.drag_divider(0.8, 560)
    film.drag_divider(0.2, 1200)
    film.drag_divider(0.5, 560)
    film.hold(240)
    film.click(shown.top_bar.views.button("looks"))
    wait_for_looks(window)
    film.hold(800)
    refused = next(pane for pane in shown.photo.looks.panes if pane.words.isVisible())
    film.click(refused.words.button)
    wait_for_looks(window, are_several=True)
    film.hold(1600)
    film.write(path)


def make_looks(window: Window, path: Path) -> None:
    """One face in four looks."""
    window.open("astronaut-32px.png")
    window.do("restore")
    window.do("mode_looks")
    wait_for_looks(window, are_several=True)
    write(window.grab(), path)


def make_study(window: Window, path: Path) -> None:
    """What a model heeded in a face."""
    window.open("astronaut-32px.png")
    window.do("restore")
    window.do("study")
    window.rest(SMALL_PICTURES_MS)
    for _ in range(MAPS_ON):
        window.do("next_layer")
    write(window.grab(), path)


def wait_for_looks(window: Window, *, are_several: bool = False) -> None:
    """Wait until each look has its face, or has refused it; `are_several` until it is known where they disagree."""
    looks = window.window.photo.looks.looks
    window.rest(300)
    window.wait_for(lambda: not any(isinstance(looks.state(key), Running) for key in looks.panes))
    if are_several:
        window.wait_for(lambda: looks.disagreement() is not None)
    window.rest(500)


def write(picture: Image.Image, path: Path) -> None:
    """As WebP, sharp enough for letters."""
    picture.save(path, quality=88, method=6)
    print(f"{path.name}: {path.stat().st_size // 1024} KiB")


PICTURES = {
    "film": ("restore.webp", make_film),
    "looks": ("looks.webp", make_looks),
    "study": ("study.webp", make_study),
}


def main() -> None:
    """Make one of the pictures, or each in a window of its own."""
    parser = argparse.ArgumentParser(description="Make the pictures of the README.")
    parser.add_argument("--only", choices=PICTURES)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    for name in [options.only] if options.only else PICTURES:
        file, make = PICTURES[name]
        with tempfile.TemporaryDirectory() as folder:
            window = Window(application, folder)
            try:
                make(window, options.out / file)
            finally:
                window.close()


if __name__ == "__main__":
    main()
