"""Marks for texts that stand in tables and are translated only where they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text as it is; its name is what pyside6-lupdate looks for. `QCoreApplication.translate` with the same
    context gives it in the user's language."""
    return text
