"""Numbers as the user reads them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from fsr_desktop.language.numbers import decimal, difference, significant


@pytest.fixture(autouse=True)
def locale_put_back() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def test_numbers_of_a_scale_are_short_and_have_a_minus_sign() -> None:
    QLocale.setDefault(QLocale("en"))
    assert [significant(value) for value in (-0.5, 0, 0.12345, 1)] == ["−0.5", "0", "0.123", "1"]


def test_a_number_of_more_digits_is_written_whole() -> None:
    QLocale.setDefault(QLocale("en"))
    assert [significant(value, 2) for value in (100, -250, 99.6, 80)] == ["100", "−250", "100", "80"]


def test_german_numbers_have_a_comma() -> None:
    QLocale.setDefault(QLocale("de"))
    assert (decimal(31.456, 2), significant(-0.05)) == ("31,46", "−0,05")


def test_a_difference_has_a_sign_in_each_direction() -> None:
    QLocale.setDefault(QLocale("de"))
    assert [difference(value, 2) for value in (0.5, -0.5, 0.0)] == ["+0,50", "−0,50", "+0,00"]
