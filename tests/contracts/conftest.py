"""What the contracts of translations share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fsr_desktop.language.install import install_language


@pytest.fixture
def in_german(qapp) -> Iterator[None]:
    assert install_language(qapp, "de") == "de"
    yield
    install_language(qapp, "en")
