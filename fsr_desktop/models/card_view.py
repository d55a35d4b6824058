"""What a user must know of a model, as a page to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from engine.models.base import ModelCard, Score
from engine.models.registry import InstalledModel
from fsr_desktop.language.looks import look_of
from fsr_desktop.language.messages import shown_of_card
from fsr_desktop.language.numbers import decimal

SHORT_SHA = 12  # digits
COPY_LINK = "copy:sha256"


@dataclass(frozen=True)
class Pair:
    """Two numbers beside each other: the model's and the one it is compared with."""

    ours: float
    other: float
    digits: int
    is_more_better: bool = True


class ModelCardView(QTextBrowser):
    """Shows a card; its text can be selected, and the link beside the SHA-256 copies it whole.

    Signals: `copied` with the SHA-256.
    """

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("model_card")
        self.setAccessibleName(self.tr("Card of the model"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self._model: InstalledModel | None = None
        self._weights_bytes = 0
        self._words: tuple[str, str] | None = None

    def show_model(self, model: InstalledModel, weights_bytes: int) -> None:
        """Show the card of a model; `weights_bytes` is the size of its weights."""
        self._model, self._weights_bytes, self._words = model, weights_bytes, None
        self._write()

    def show_words(self, title: str, text: str) -> None:
        """Show a heading and plain words, where there is no card."""
        self._model, self._words = None, (title, text)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write it again in the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_words"):
            self._write()

    def _follow(self, link: QUrl) -> None:
        if link.toString() == COPY_LINK and self._model:
            QGuiApplication.clipboard().setText(self._model.card.sha256)
            self.copied.emit(self._model.card.sha256)

    def _write(self) -> None:
        if self._words:
            title, text = self._words
            self.setHtml(f"<h3>{escape(title)}</h3><p>{escape(text)}</p>")
        elif self._model:
            self.setHtml(self._page(self._model))

    # ---- parts of the page

    def _page(self, model: InstalledModel) -> str:
        card = model.card
        parts = [
            f"<h3>{escape(look_of(model))}</h3>",
            f"<p>{escape(shown_of_card(card.title, model))}</p>" if card.look else "",
            f"<p>{escape(self._whose(model))}</p>",
            self._facts(card),
            self._heading(self.tr("Licence")),
            self._licence(model),
            self._section(self.tr("Known bias"), shown_of_card(card.bias, model)),
            self._section(self.tr("Limits"), shown_of_card(card.limits, model)),
            self._scores(card),
            self._parent(card),
            self._section(self.tr("Training data"), shown_of_card(card.training_data, model)),
            self._section(self.tr("Recipe"), card.recipe),
            self._section(self.tr("Where it came from"), card.origin),
            self._heading(self.tr("Weights")),
            self._weights(card),
        ]
        return "".join(parts)

    def _whose(self, model: InstalledModel) -> str:
        if model.source == "shipped":
            return self.tr("Comes with the program")
        if model.card.parent:
            return self.tr("Your own, taught from {parent}").format(parent=model.card.parent.id)
        return self.tr("Imported by you")

    def _facts(self, card: ModelCard) -> str:
        low, high = card.useful_range
        megabytes = self.tr("{size} MB").format(size=decimal(self._weights_bytes / 1e6, 1))
        rows = (
            (self.tr("Paper"), card.paper),
            (self.tr("Useful for"), self.tr("faces of {low} to {high} px").format(low=low, high=high)),
            (self.tr("Gives"), ", ".join(self._gives(card))),
            (self.tr("Takes in"), self.tr("{side} × {side} px").format(side=card.input_size)),
            (self.tr("Gives back"), self.tr("{side} × {side} px").format(side=card.output_size)),
            (
                self.tr("Size"),
                self.tr("{disk} on disk, {count} million parameters").format(
                    disk=megabytes, count=decimal(card.parameters / 1e6, 2)
                ),
            ),
        )
        cells = (
            f'<tr><td style="padding-right: 10px;"><b>{escape(name)}</b></td><td>{escape(value)}</td></tr>'
            for name, value in rows
        )
        return f'<table cellspacing="0" cellpadding="2">{"".join(cells)}</table>'

    def _gives(self, card: ModelCard) -> list[str]:
        kinds = {
            "image": self.tr("the restored face"),
            "steps": self.tr("earlier steps"),
            "attention": self.tr("regions of action units") if _has_regions(card) else self.tr("attention maps"),
            "heatmaps": self.tr("heatmaps of parts of the face"),
            "landmarks": self.tr("facial points"),
            "action_units": self.tr("action units"),
            "morphable": self.tr("a 3D face's numbers"),
            "rendered_prior": self.tr("a rendered 3D face"),
            "transform": self.tr("how the face was turned upright"),
        }
        found: list[str] = []
        for kind, words in kinds.items():
            count = sum(name == kind or name.startswith(f"{kind}_") for name in card.outputs)
            if count:
                found.append(f"{count} {words}" if count > 1 else words)
        return found

    def _licence(self, model: InstalledModel) -> str:
        card, said = model.card, shown_of_card(model.card.licence_note, model)
        words = f"<b>{escape(card.licence)}</b>"
        note = f"<br>{escape(said)}" if said else ""
        if not _is_non_commercial(card):
            return f"<p>{words}{note}</p>"
        back, front = self._colour(QPalette.ColorRole.ToolTipBase), self._colour(QPalette.ColorRole.ToolTipText)
        warning = escape(self.tr("Not for commercial use"))
        return (
            f'<table width="100%" border="2" cellspacing="0" cellpadding="6" bgcolor="{back}"><tr>'
            f'<td style="color: {front};"><b>\N{WARNING SIGN} {warning}</b><br>{words}{note}</td></tr></table>'
        )

    def _scores(self, card: ModelCard) -> str:
        if not card.scores:
            return ""
        faces = max(score.faces for score in card.scores)
        explained = self.tr(
            "Mean of {faces} faces that it was not trained on, beside plain bicubic enlargement. Higher is better; the "
            "better one is bold."
        ).format(faces=faces)
        rows = [
            (
                self._face_size(score),
                (Pair(score.psnr_db, score.bicubic_psnr_db, 2), Pair(score.ssim, score.bicubic_ssim, 3)),
            )
            for score in card.scores
        ]
        text = self._heading(self.tr("Scores")) + f"<p>{escape(explained)}</p>"
        if any(score.input_px == 0 for score in card.scores):
            blind = self.tr("Blind: blurred, reduced, noisy and JPEG-damaged by amounts that the model is not told.")
            text += f"<p>{escape(blind)}</p>"
        text += self._table((self.tr("PSNR, dB"), self.tr("SSIM")), (self.tr("model"), self.tr("bicubic")), rows)
        return text + self._perceptual(card.scores)

    def _perceptual(self, scores: Sequence[Score]) -> str:
        rows = [
            (self._face_size(score), (Pair(score.perceptual, score.bicubic_perceptual, 3, is_more_better=False),))
            for score in scores
            if score.perceptual is not None and score.bicubic_perceptual is not None
        ]
        if not rows:
            return ""
        explained = self.tr("How different the face looks to a network that sees shapes and textures. Lower is better.")
        columns = (self.tr("Perceptual distance"),)
        return f"<p>{escape(explained)}</p>" + self._table(columns, (self.tr("model"), self.tr("bicubic")), rows)

    def _parent(self, card: ModelCard) -> str:
        parent = card.parent
        if parent is None:
            return ""
        words = self.tr("Taught from {parent} (weights {sha}).").format(parent=parent.id, sha=parent.sha256[:SHORT_SHA])
        text = self._heading(self.tr("Made from")) + f"<p>{escape(words)}</p>"
        before = {score.input_px: score for score in parent.scores}
        rows = [
            (
                self._face_size(score),
                (
                    Pair(score.psnr_db, before[score.input_px].psnr_db, 2),
                    Pair(score.ssim, before[score.input_px].ssim, 3),
                ),
            )
            for score in card.scores
            if score.input_px in before
        ]
        if rows:
            text += self._table((self.tr("PSNR, dB"), self.tr("SSIM")), (self.tr("this"), self.tr("before")), rows)
        return text

    def _weights(self, card: ModelCard) -> str:
        copy = f'<a href="{COPY_LINK}">{escape(self.tr("Copy"))}</a>'
        return f"<p>{escape(card.file)}, SHA-256 <code>{card.sha256[:SHORT_SHA]}…</code> {copy}</p>"

    def _face_size(self, score: Score) -> str:
        return self.tr("{px} px").format(px=score.input_px) if score.input_px else self.tr("blind")

    def _section(self, title: str, text: str) -> str:
        return self._heading(title) + f"<p>{escape(text)}</p>" if text else ""

    def _heading(self, title: str) -> str:
        return f"<h4>{escape(title)}</h4>"

    def _colour(self, role: QPalette.ColorRole) -> str:
        return self.palette().color(role).name()

    def _table(
        self, columns: Sequence[str], halves: tuple[str, str], rows: Sequence[tuple[str, tuple[Pair, ...]]]
    ) -> str:
        """A row for each face size; each column has two halves."""
        back = self._colour(QPalette.ColorRole.AlternateBase)
        heads = "".join(f'<th colspan="2" align="right">{escape(name)}</th>' for name in columns)
        below = "".join(f'<td align="right">{escape(half)}</td>' for _ in columns for half in halves)
        face = escape(self.tr("Face"))
        text = f'<tr bgcolor="{back}"><th align="left">{face}</th>{heads}</tr>'
        text += f'<tr bgcolor="{back}"><td></td>{below}</tr>'
        for name, pairs in rows:
            text += f"<tr><td>{escape(name)}</td>{''.join(_cells(pair) for pair in pairs)}</tr>"
        return f'<table width="100%" cellspacing="0" cellpadding="2" style="margin-top: 6px;">{text}</table>'


def _cells(pair: Pair) -> str:
    lead = pair.ours - pair.other if pair.is_more_better else pair.other - pair.ours
    numbers = ((pair.ours, lead > 0), (pair.other, lead < 0))
    cells: list[str] = []
    for value, is_better in numbers:
        shown = decimal(value, pair.digits)
        cells.append(f'<td align="right">{f"<b>{shown}</b>" if is_better else shown}</td>')
    return "".join(cells)


def _is_non_commercial(card: ModelCard) -> bool:
    words = f"{card.licence} {card.licence_note}".lower().replace(" ", "-")
    return "-nc" in words or "non-commercial" in words or "noncommercial" in words


def _has_regions(card: ModelCard) -> bool:
    """Whether its maps are called after action units: then they are the units' regions."""
    parts = [named for output, names in card.names.items() if output.startswith("attention_") for named in names]
    return bool(parts) and set(parts) <= set(card.names.get("action_units", ()))
