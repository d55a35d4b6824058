"""The about dialog: what a restored face is, and versions that can be copied."""

from __future__ import annotations

import platform

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from fsr_desktop import __version__
from fsr_desktop.window.about_dialog import AboutDialog

pytestmark = pytest.mark.window


def test_it_says_what_a_restored_face_is(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    label = dialog.findChild(QLabel, "about_warning")
    assert label
    warning = label.text()
    assert "A restored face is a likely face, not the true one." in warning
    assert "Never use it to say who a person is." in warning


def test_it_names_licence_versions_and_the_device_that_runs(qtbot):
    dialog = AboutDialog("CPUExecutionProvider")
    qtbot.addWidget(dialog)
    label = dialog.findChild(QLabel, "about_versions")
    assert label
    words = label.text()
    for part in ("Apache License 2.0", __version__, qVersion(), platform.python_version(), "CPUExecutionProvider"):
        assert part in words
    assert "ONNX Runtime ?" not in words


def test_without_a_device_it_says_when_it_will_be_known(qtbot):
    dialog = AboutDialog("")
    qtbot.addWidget(dialog)
    assert "after the first restoration" in dialog.lines()[5]


def test_copy_puts_all_lines_on_the_clipboard(qtbot):
    dialog = AboutDialog("CUDA")
    qtbot.addWidget(dialog)
    copy = dialog.findChild(QPushButton, "about_copy")
    assert copy
    copy.click()
    assert QGuiApplication.clipboard().text().splitlines() == dialog.lines()
