"""Messages: a template and values, put together in a language, the values never looked into."""

from __future__ import annotations

import pickle
from pathlib import Path, PurePosixPath

import pytest

from engine.errors import DataError, EngineError
from engine.messages import MINUS, NOTHING, Language, Message, filled, joined, message, plain

GERMAN = {
    "cutting face {number} of {count}": "von {count} Gesichtern Nummer {number}",
    "{what} weighs {weight:.2f} kg.": "{weight:.2f} kg wiegt {what}.",
    "the photo": "das Foto",
}


def in_german(said: Message) -> str:
    return filled(said, lambda text: GERMAN.get(text, text), decimal_sign=",", minus=MINUS)


def test_a_message_is_english_and_another_language_may_order_its_values_otherwise() -> None:
    said = message("cutting face {number} of {count}", number=2, count=5)
    assert str(said) == "cutting face 2 of 5"
    assert in_german(said) == "von 5 Gesichtern Nummer 2"


def test_numbers_have_the_language_s_signs_and_messages_in_it_are_translated() -> None:
    said = message("{what} weighs {weight:.2f} kg.", what=message("the photo"), weight=-0.5)
    assert str(said) == "the photo weighs -0.50 kg."
    assert in_german(said) == f"{MINUS}0,50 kg wiegt das Foto."


def test_names_and_paths_are_never_translated_nor_looked_into() -> None:
    for name in ("the photo", "{weight}", "a {b.__class__}", "1.5", "-3.txt"):
        assert in_german(message("{what} weighs {weight:.2f} kg.", what=name, weight=1.0)) == f"1,00 kg wiegt {name}."
    assert in_german(plain("the photo")) == "the photo"
    assert in_german(message("{path}", path=Path("/a-1.5/b"))) == str(Path("/a-1.5/b"))


def test_a_tuple_is_written_with_commas() -> None:
    assert in_german(message("It has: {names}.", names=("x", message("the photo"), 0.5))) == "It has: x, das Foto, 0,5."


def test_nothing_is_false_and_joins_to_the_other() -> None:
    said = message("the photo")
    assert not NOTHING and said and str(NOTHING) == ""
    assert joined(NOTHING, said) == said == joined(said, NOTHING)
    assert in_german(joined(said, said)) == "das Foto das Foto"


def test_a_language_falls_back_to_english_and_knows_whole_texts_of_old_records() -> None:
    language = Language(templates={"the photo": "das Foto", "body 3": "Mitte 3"}, decimal_sign=",")
    assert language.text(message("{what}: {number:.1f}", what=message("the photo"), number=1)) == "das Foto: 1,0"
    assert language.text(message("body {number}", number=3)) == "Mitte 3"
    assert language.text(message("body {number}", number=4)) == "body 4"


@pytest.mark.parametrize("hint", ["Choose another than {path}.", message("Choose another."), ""])
def test_an_error_carries_messages_through_a_pickle(hint) -> None:
    error = DataError("{path} is damaged.", hint=hint, path=Path("a.npz"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # noqa: S301
    assert type(again) is DataError and (again.message, again.hint) == (error.message, error.hint)
    assert str(again) == str(error) == f"a.npz is damaged. {error.hint}".strip()


def test_an_error_can_be_made_of_another_one_s_message() -> None:
    inner = EngineError("{count} of {all} are missing.", hint="Add some.", count=1, all=2)
    outer = EngineError("In {where}: {message}", hint=inner.hint, where="x", message=inner.message)
    assert str(outer) == "In x: 1 of 2 are missing. Add some."


@pytest.mark.parametrize(
    "name", ["a\x1b[2Jb", "a\x9b31mb", "a\rb", "a\u202egpj.exe", "a\u2066b", "a\udc80b", "a\u2028b"]
)
def test_a_name_that_could_change_what_a_terminal_shows_is_escaped(name: str):
    for value in (name, PurePosixPath(name), (name,), plain(name)):
        said = str(message("{name} is here", name=value))
        assert said.isprintable() and "\\" in said
        said.encode()


@pytest.mark.parametrize("name", ["Jürgen & Zoë.jpg", "写真.png", "👩‍👧.png", "two\nlines", "שלום‎.jpg"])
def test_names_of_all_languages_stay_as_they_are(name: str):
    assert str(message("{name}", name=name)) == name
