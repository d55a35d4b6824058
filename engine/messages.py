"""What the engine says: an English template and the values in it, put together where it is read. Light.

A message travels as it is through results and the pipe; `str` gives it in English, for the command line, logs and
files, and the window writes it in its own language. Templates stand literally where they are used, as arguments of
`message`, `template` and the errors, and as `hint=`: `packaging/scripts/update_translations.py` collects them there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from string import Formatter
from typing import TYPE_CHECKING, TypeAlias, Union
from unicodedata import category

if TYPE_CHECKING:
    from typing import LiteralString

_HARMLESS = "\u00ad\u200c\u200d\u200e\u200f"  # parts of words and of emoji, of Arabic and of Hebrew
MINUS = "\N{MINUS SIGN}"
Value: TypeAlias = Union[str, int, float, PurePath, "Message", "tuple[Value, ...]"]


@dataclass(frozen=True)
class Message:
    """A template with {named} places and their values: numbers, paths, names (which nobody translates), other
    messages, and tuples of these, which are written with commas. Made by `message`; one without a template is
    nothing, and false."""

    template: str
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return filled(self)

    def __bool__(self) -> bool:
        return bool(self.template)


NOTHING = Message("")


def message(template: LiteralString, /, **values: Value) -> Message:
    """A literal English template with its values. Values that it does not name are left out."""
    return message_of(template, values)


def template(text: LiteralString, /) -> LiteralString:
    """The text as it is: a template that stands in a table or has a name, for `message`."""
    return text


def message_of(text: str, values: Mapping[str, Value]) -> Message:
    """As `message`, for a template that was marked where it stands."""
    names = fields_of(text)
    return Message(text, tuple((name, value) for name, value in values.items() if name in names))


def plain(text: str) -> Message:
    """A text of somebody else's, such as a name in a user's file: the same in all languages."""
    return Message("{text}", (("text", text),)) if text else NOTHING


def joined(first: Message, second: Message, *, between: str = " ") -> Message:
    """Two messages after each other; either may be nothing."""
    if not (first and second):
        return first or second
    return Message(f"{{first}}{between}{{second}}", (("first", first), ("second", second)))


def filled(said: Message, translate: Callable[[str], str] = str, *, decimal_sign: str = ".", minus: str = "-") -> str:
    """A message as text. Args: translate: gives another language's template, with the same fields."""

    def written(value: Value, spec: str) -> str:
        if isinstance(value, Message):
            return filled(value, translate, decimal_sign=decimal_sign, minus=minus)
        if isinstance(value, tuple):
            return ", ".join(written(one, spec) for one in value)
        if isinstance(value, (str, PurePath)):
            return escaped(str(value))
        return format(value, spec).replace("-", minus).replace(".", decimal_sign)

    values = dict(said.values)
    parts = Formatter().parse(translate(said.template))
    return "".join(text + (written(values[name], spec or "") if name else "") for text, name, spec, _ in parts)


def escaped(text: str) -> str:
    """Somebody else's text with its control characters, and those that turn the direction of writing, as escapes: a
    file's name could else change what a terminal shows, or look like another one. Line feeds and tabs stay."""
    return "".join(one if one.isprintable() or one in "\n\t" or not _may_mislead(one) else _escape(one) for one in text)


def _may_mislead(character: str) -> bool:
    return category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") and character not in _HARMLESS


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "backslashreplace").decode()


def fields_of(text: str) -> frozenset[str]:
    """The names of a template's places."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def templates_in(said: Message) -> Iterator[str]:
    """The templates of a message and of those in it."""
    yield said.template
    for _, value in said.values:
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Message):
                yield from templates_in(one)


@dataclass(frozen=True, kw_only=True)
class Language:
    """How messages are written where the window's translations are out of reach: what it gave along of them.

    `templates` holds translations by their English templates, or by a whole English text (as records of version 0.1
    have them); what is missing stays English.
    """

    templates: Mapping[str, str] = field(default_factory=dict[str, str])
    decimal_sign: str = "."

    def text(self, said: Message) -> str:
        """The message in this language."""
        if said.values and (whole := self.templates.get(str(said))):
            return whole
        return filled(said, self._translated, decimal_sign=self.decimal_sign, minus=MINUS)

    def number(self, value: float) -> str:
        """A number in few characters: 0.25, 1, −0.04."""
        text = f"{value:.3g}"
        return "0" if float(text) == 0 else text.replace("-", MINUS).replace(".", self.decimal_sign)

    def _translated(self, text: str) -> str:
        return self.templates.get(text, text)


ENGLISH = Language()
