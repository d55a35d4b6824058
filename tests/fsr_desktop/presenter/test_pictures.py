"""What a talk shows of a face."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from engine.explain.overlay import OverlayStyle
from engine.explain.overlays import overlays_with_keys
from engine.explain.painting import PLATE
from fsr_desktop.language.install import install_language
from fsr_desktop.presenter.pictures import OVERLAY_SIDE, picture_of
from tests.engine.explain.explained_face import explained_face
from tests.engine.explain.fitted_restoration import fitted_restoration


@pytest.mark.window
def test_a_3d_face_says_in_the_language_of_the_talk_that_it_is_a_model(qapp: QApplication) -> None:
    face = explained_face(fitted_restoration())
    (overlay,) = overlays_with_keys(face, ["rendered_prior"])
    widths: list[int] = []
    for language in ("en", "de", "es"):
        install_language(qapp, language)
        image = picture_of(face, overlay, OverlayStyle(overlay="rendered_prior", opacity=0.6))
        below = [image.pixelColor(x, OVERLAY_SIDE - 2) for x in range(OVERLAY_SIDE)]
        widths.append(sum((one.red(), one.green(), one.blue()) == PLATE for one in below))
    assert min(widths) > 150 and len(set(widths)) == 3
