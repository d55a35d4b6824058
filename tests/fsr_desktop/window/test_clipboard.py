from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage

from fsr_desktop.session.notice import Notice
from fsr_desktop.window.clipboard import Clipboard, keep_picture
from tests.fsr_desktop.played_engine import played_window


@pytest.fixture
def clipboard(qtbot):
    made = Clipboard()
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


def put(data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)


def red_image() -> QImage:
    image = QImage(6, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(250, 10, 20))
    return image


def test_copied_files_are_given_as_they_are(qtbot, clipboard: Clipboard, tmp_path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.jpg")), QUrl("https://example.org/x.jpg")])
    put(data)
    with qtbot.waitSignal(clipboard.pasted) as told:
        clipboard.paste()
    assert told.args == [[tmp_path / "a b.jpg"]]


def test_a_pasted_picture_becomes_a_png_file_with_the_same_pixels(qtbot, clipboard: Clipboard, own_data_folder: Path):
    data = QMimeData()
    data.setImageData(red_image())
    put(data)
    with qtbot.waitSignal(clipboard.pasted) as told:
        clipboard.paste()
    (path,) = told.args[0]
    assert path.parent == own_data_folder / "pasted" and path.suffix == ".png"
    assert QImage(str(path)).pixelColor(3, 2) == QColor(250, 10, 20)


@pytest.mark.parametrize(("kind", "suffix"), [("image/png", ".png"), ("image/jpeg", ".jpg"), ("image/tiff", ".tiff")])
def test_another_programs_picture_is_kept_as_it_is_and_not_decoded_here(
    qtbot, clipboard: Clipboard, own_data_folder: Path, kind: str, suffix: str
):
    data = QMimeData()
    data.setData(kind, b"anything at all")
    data.setImageData(red_image())  # what Qt would make of it
    put(data)
    with qtbot.waitSignal(clipboard.pasted) as told:
        clipboard.paste()
    (path,) = told.args[0]
    assert path.read_bytes() == b"anything at all" and path.suffix == suffix
    assert path.stat().st_mode & 0o077 == 0


def test_a_picture_of_an_unknown_kind_is_not_decoded_by_the_window(qtbot, clipboard: Clipboard):
    data = QMimeData()
    data.setData("image/x-xpixmap", b"/* XPM */")
    put(data)
    with qtbot.waitSignal(clipboard.nothing) as told:
        clipboard.paste()
    assert "no photo in the clipboard" in told.args[0]


def test_paths_written_as_text_are_found_and_others_left(qtbot, clipboard: Clipboard, tmp_path: Path):
    photo = tmp_path / "a photo.png"
    photo.write_bytes(b"x")
    data = QMimeData()
    data.setText(f'hello\n"{photo}"\n{QUrl.fromLocalFile(str(photo)).toString()}\n{tmp_path / "gone.png"}\n')
    put(data)
    with qtbot.waitSignal(clipboard.pasted) as told:
        clipboard.paste()
    assert told.args[0] == [photo, photo]


@pytest.mark.parametrize("text", ["", "just words", "/no/such/file.png", "/" + "x" * 9000])
def test_nothing_to_paste_is_told_in_words(qtbot, clipboard: Clipboard, text: str):
    data = QMimeData()
    data.setText(text)
    put(data)
    with qtbot.waitSignal(clipboard.nothing) as told:
        clipboard.paste()
    assert "no photo in the clipboard" in told.args[0]


def test_a_picture_that_cannot_be_kept_is_told_in_words(qtbot, clipboard: Clipboard, own_data_folder: Path):
    (own_data_folder / "pasted").write_bytes(b"a file where the folder should be")
    data = QMimeData()
    data.setImageData(red_image())
    put(data)
    with qtbot.waitSignal(clipboard.nothing) as told:
        clipboard.paste()
    assert "could not be kept" in told.args[0]


def test_two_pictures_of_one_second_get_two_files(qtbot, tmp_path: Path):
    now = datetime.datetime(2026, 1, 2, 3, 4, 5)
    names = [keep_picture(red_image(), ".png", tmp_path / "new", now).name for _ in range(2)]
    assert names == ["pasted 2026-01-02 03-04-05.png", "pasted 2026-01-02 03-04-05-2.png"]


def test_a_copied_picture_is_in_the_clipboard(qtbot, clipboard: Clipboard):
    clipboard.copy_image(red_image())
    assert QGuiApplication.clipboard().image().pixelColor(0, 0) == QColor(250, 10, 20)


def test_an_empty_picture_is_not_copied(qtbot, clipboard: Clipboard):
    with qtbot.waitSignal(clipboard.nothing):
        clipboard.copy_image(QImage())


def test_a_path_that_is_not_there_among_good_ones_is_told(qtbot, clipboard: Clipboard, tmp_path: Path):
    (tmp_path / "here.png").write_bytes(b"x")
    data = QMimeData()
    data.setText(f"{tmp_path / 'here.png'}\n{tmp_path / 'gone.png'}\n")
    put(data)
    with qtbot.waitSignal(clipboard.missing) as told:
        clipboard.paste()
    assert told.args[0] == [tmp_path / "gone.png"]


def test_a_picture_that_is_offered_but_not_handed_over_is_told(qtbot, clipboard: Clipboard):
    data = QMimeData()
    data.setData("image/png", b"")  # what Qt makes of one that did not come in time
    put(data)
    with qtbot.waitSignal(clipboard.lost), qtbot.assertNotEmitted(clipboard.nothing):
        clipboard.paste()


def test_a_program_that_hands_nothing_over_in_time_is_asked_once(
    qtbot, clipboard: Clipboard, monkeypatch: pytest.MonkeyPatch
):
    data = QMimeData()
    data.setData("image/png", b"")
    data.setData("image/jpeg", b"anything at all")
    put(data)
    monkeypatch.setattr("fsr_desktop.window.clipboard.MOST_WAIT_S", 0.0)
    with qtbot.waitSignal(clipboard.lost):
        clipboard.paste()


def test_the_window_says_what_could_not_be_pasted(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    window = played_window(tmp_path, monkeypatch)
    qtbot.addWidget(window)
    told: list[Notice] = []
    window.workspace.notice.connect(told.append)
    data = QMimeData()
    data.setData("image/png", b"")
    put(data)
    window.action("paste").trigger()
    qtbot.waitUntil(lambda: bool(told))
    (tmp_path / "here.png").write_bytes(b"x")
    data = QMimeData()
    data.setText(f"{tmp_path / 'here.png'}\n{tmp_path / 'gone.png'}\n")
    put(data)
    window.action("paste").trigger()
    qtbot.waitUntil(lambda: len(told) == 2)
    QGuiApplication.clipboard().clear()
    assert (told[0].level, told[0].text) == ("error", "The picture in the clipboard could not be opened")
    assert told[1].level == "warning" and told[1].hint == str(tmp_path / "gone.png")
