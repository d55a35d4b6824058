"""The window's language: our own texts and Qt's, and how numbers are written.

English has a file too: it holds the texts with a number alone, in a form for one and one for more.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.errors import EngineError
from engine.paths import translations_folder
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

SYSTEM = "system"  # the setting that follows the user's system; any other is a language's code
SOURCE = "en"  # the language that the texts are written in
SOURCE_NAME = "English"
OWN_NAME = QT_TRANSLATE_NOOP("Languages", "The name of this language, in this language")


def available_languages() -> tuple[str, ...]:
    """The codes of the languages that the window speaks, English first. Raises: EngineError without resources."""
    files = sorted(translations_folder().glob("fsr_*.qm"))
    return (SOURCE, *(code for path in files if (code := path.stem.removeprefix("fsr_")) != SOURCE))


def language_names() -> dict[str, str]:
    """How each of them calls itself, as its translator wrote it, by its code; English alone without resources."""
    try:
        codes, folder = available_languages()[1:], str(translations_folder())
    except EngineError:
        return {SOURCE: SOURCE_NAME}
    return {SOURCE: SOURCE_NAME, **{code: _own_name(code, folder) for code in codes}}


def chosen_language(language: str) -> str:
    """The code of the language to show: for "system" the first one of the user's that there is, else English."""
    available = available_languages()
    if language != SYSTEM:
        return language if language in available else SOURCE
    spoken = (name.replace("-", "_") for name in QLocale.system().uiLanguages())
    wanted = (code for name in spoken for code in (name, name.partition("_")[0]))
    return next((code for code in wanted if code in available), SOURCE)


def install_language(app: QCoreApplication, language: str) -> str:
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


def _own_name(code: str, folder: str) -> str:
    texts = QTranslator()
    texts.load(f"fsr_{code}", folder)
    return texts.translate("Languages", OWN_NAME) or code


def _locale_of(code: str) -> QLocale:
    """How numbers are written in the window's language: as the user's system has it if that speaks it too."""
    system = QLocale.system()
    return system if QLocale.languageToCode(system.language()) == code else QLocale(code)


class _Texts(QTranslator):
    """A translator that was installed here."""
