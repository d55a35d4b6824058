"""What Qt's own widgets paint with, made of the tokens of a theme."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from fsr_desktop.look.tokens import Tokens


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that widgets and icons paint with."""
    role = QPalette.ColorRole
    palette = QPalette()
    for one, name in (
        (role.Window, tokens.panel),
        (role.WindowText, tokens.text),
        (role.Base, tokens.field),
        (role.AlternateBase, tokens.bar),
        (role.Text, tokens.text),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.ring),
        (role.PlaceholderText, tokens.text2),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_text),
        (role.Accent, tokens.ring),
        (role.Link, tokens.ring),
        (role.LinkVisited, tokens.ring),
        (role.ToolTipBase, tokens.tip),
        (role.ToolTipText, tokens.tip_text),
        (role.Light, tokens.pressed),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.outline),
        (role.Dark, tokens.outline),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(one, QColor(name))
    for one in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.pressed))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(tokens.text))
    return palette
