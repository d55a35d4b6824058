"""The window's language: our own texts and Qt's, and how numbers are written.

English has a file too: it holds the texts with a number alone, in a form for one and one for more.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.errors import EngineError
from engine.paths import translations_folder

Language = Literal["system", "en", "de"]

SOURCE = "en"  # the language that the texts are written in


def available_languages() -> tuple[str, ...]:
    """The codes of the languages that the window speaks, English first. Raises: EngineError without resources."""
    files = sorted(translations_folder().glob("fsr_*.qm"))
    return (SOURCE, *(code for path in files if (code := path.stem.removeprefix("fsr_")) != SOURCE))


def chosen_language(language: Language) -> str:
    """The code of the language to show: for "system" the first one of the user's that there is, else English."""
    available = available_languages()
    if language != "system":
        return language if language in available else SOURCE
    wanted = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in available), SOURCE)


def install_language(app: QCoreApplication, language: Language) -> str:
    """Show the program in this language from now on, in place of another, and write numbers as it does; gives its
    code.

    Widgets that exist already keep their texts. Without the program's resources it stays English.
    """
    for old in app.findChildren(_Texts):
        app.removeTranslator(old)
        old.deleteLater()
    try:
        code = chosen_language(language)
        folders = {"fsr": str(translations_folder())}
    except EngineError:
        return SOURCE
    QLocale.setDefault(_locale_of(code))
    if code != SOURCE:
        folders["qtbase"] = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in folders.items():
        texts = _Texts(app)
        if texts.load(f"{name}_{code}", folder):
            app.installTranslator(texts)
    return code


def _locale_of(code: str) -> QLocale:
    """How numbers are written in the window's language: as the user's system has it if that speaks it too."""
    system = QLocale.system()
    return system if QLocale.languageToCode(system.language()) == code else QLocale(code)


class _Texts(QTranslator):
    """A translator that was installed here."""
