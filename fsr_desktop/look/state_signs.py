"""Signs of the states of a photo or a face: never colour alone, and none shares its form with another."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from fsr_desktop.look.icons import draw_icon
from fsr_desktop.look.tokens import Tokens

State = Literal["waiting", "restoring", "restored", "partly", "left", "failed", "refused", "exported"]

ICONS: dict[State, str] = {
    "waiting": "state-waiting",
    "restoring": "more",
    "restored": "check",
    "partly": "state-partly",
    "left": "state-left",
    "failed": "warning",
    "refused": "refused",
    "exported": "state-exported",
}
SHARE = 0.64  # of the disc's side that the sign takes


def draw_sign(painter: QPainter, place: QRectF, state: State, tokens: Tokens) -> None:
    """The sign of a state on its dark disc, which is seen over any photo."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.disc))
    painter.drawEllipse(place)
    painter.restore()
    edge = place.width() * (1 - SHARE) / 2
    draw_icon(painter, ICONS[state], place.adjusted(edge, edge, -edge, -edge), sign_colour(state, tokens))


def sign_colour(state: State, tokens: Tokens) -> str:
    """The colour of a state's sign on the dark disc."""
    match state:
        case "restored" | "partly":
            return tokens.chip_ok
        case "left" | "refused":
            return tokens.chip_warn
        case "failed":
            return tokens.chip_bad
        case "exported":
            return tokens.chip_info
        case _:
            return tokens.chip_text
