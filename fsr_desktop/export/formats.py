"""The kinds of export and the formats of each, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fsr_desktop.export.jobs import Format, What

QUALITY_FORMATS: tuple[Format, ...] = ("jpeg", "webp")  # whose quality can be chosen
translate = QCoreApplication.translate


def kinds() -> tuple[tuple[What, str, str], ...]:
    """What can be exported: its key, the name of its icon, and its words."""
    return (
        ("photo", "photo", translate("ExportDialog", "The whole photo")),
        ("before-after", "play", translate("ExportDialog", "Before and after, as an animation")),
        ("comparison", "compare-side", translate("ExportDialog", "A comparison, before beside after")),
        ("crops", "crop", translate("ExportDialog", "Each face, before and after")),
        ("figure", "overlay", translate("ExportDialog", "A figure of a face with its overlays, 300 dpi")),
        ("animation", "film", translate("ExportDialog", "An animation of a face’s overlays")),
    )


def formats_of(what: What) -> list[tuple[Format, str]]:
    """The formats of a kind of export, the usual one first."""
    if what in ("animation", "before-after"):
        return [
            ("gif", translate("ExportDialog", "GIF: shown everywhere")),
            ("mp4", translate("ExportDialog", "MP4: smaller, all colours")),
            ("webp", translate("ExportDialog", "WebP: small, for the web")),
        ]
    is_photo = what == "photo"
    auto = (
        translate("ExportDialog", "Automatic: without loss")
        if is_photo
        else translate("ExportDialog", "Automatic: PNG")
    )
    rows: list[tuple[Format, str]] = [
        ("auto", auto),
        ("png", "PNG"),
        ("jpeg", translate("ExportDialog", "JPEG: small, with slight loss")),
        ("tiff", "TIFF"),
    ]
    return [*rows, ("webp", translate("ExportDialog", "WebP: smallest, for the web"))] if is_photo else rows
