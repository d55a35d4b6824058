"""The figure sheet: faces down, and across them the input, every method and the truth."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.errors import DataError
from engine.evaluation.metrics import psnr_y
from engine.evaluation.trial import Images, Trial
from engine.files import Keeping, atomic_file, reason_of
from engine.messages import Message, message

MOST_FACES = 10  # of each kind of crop, evenly chosen
SMALLEST_CELL = 128  # px; smaller pictures are shown larger, by whole factors
_LABEL = 16  # px, height of a line of text
_GAP = 4  # px
_FONT_SIZE = 11
_PAPER, _INK = (255, 255, 255), (0, 0, 0)

Column = tuple[str, Trial, Images]  # a method's name, the faces it restored, the restorations (N, S, S, 3)


def check_writable(path: Path, *, photos: Path, overwrite: bool = False) -> None:
    """Make the sheet's folder, before the work begins. Raises: DataError if the sheet cannot be written there, or
    something is there already that it may not `overwrite`; a file in the folder of `photos` it never may."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise _not_written(path, reason_of(error)) from error
    if path.is_dir():
        raise _not_written(path, message("it is a folder"))
    is_photo = path.resolve().is_relative_to(photos.resolve())
    if os.path.lexists(path) and (is_photo or not overwrite):
        raise _not_written(path, message("it is there already"))


def shown_faces(count: int) -> list[int]:
    """Which of `count` faces a sheet shows."""
    return np.unique(np.linspace(0, count - 1, min(MOST_FACES, count)).round().astype(int)).tolist()


def write_sheet(path: Path, columns: Sequence[Column], *, overwrite: bool = False) -> None:
    """Write the sheet as PNG; methods on the same crops share a block. No more people may read it than each of the
    photos. Raises: DataError if it cannot be written, or something is there that it may not `overwrite`."""
    layouts = dict.fromkeys(trial.layout for _, trial, _ in columns)
    blocks = [_block([column for column in columns if column[1].layout == layout]) for layout in layouts]
    sheet = Image.new("RGB", (max(b.width for b in blocks), sum(b.height for b in blocks)), _PAPER)
    top = 0
    for block in blocks:
        sheet.paste(block, (0, top))
        top += block.height
    try:
        photos = tuple({portrait.path for _, trial, _ in columns for portrait in trial.portraits})
        with atomic_file(path, replace=overwrite, keeping=Keeping(like=photos)) as beside:
            sheet.save(beside, format="PNG")
    except OSError as error:
        raise _not_written(path, reason_of(error)) from error


def _not_written(path: Path, reason: Message | str) -> DataError:
    return DataError(
        "The sheet {path} cannot be written: {reason}.",
        hint="Choose another file for --sheet, or add --overwrite.",
        path=path,
        reason=reason,
    )


def _block(columns: Sequence[Column]) -> Image.Image:
    """The faces of one layout, with the methods' names above and what is known of each picture below it."""
    trial = columns[0][1]
    side = trial.layout.score_size * max(1, -(-SMALLEST_CELL // trial.layout.score_size))
    rows = shown_faces(len(trial.truth))
    heads = ["input", *(name for name, _, _ in columns), "truth"]
    width, height = side + _GAP, side + _LABEL + _GAP
    block = Image.new("RGB", (len(heads) * width + _GAP, _LABEL + len(rows) * height + _GAP), _PAPER)
    draw, font = ImageDraw.Draw(block), ImageFont.load_default(_FONT_SIZE)
    for number, head in enumerate(heads):
        draw.text((_GAP + number * width, 2), _fitting(head, side, font), fill=_INK, font=font)
    for row, face in enumerate(rows):
        truth, low = trial.truth[face], trial.lows[face]
        cells = [
            (_picture(low, side), f"{low.shape[1]} x {low.shape[0]} px"),
            *((_picture(images[face], side), _psnr(images[face], truth)) for _, _, images in columns),
            (_picture(truth, side), trial.portraits[face].name),
        ]
        for number, (picture, text) in enumerate(cells):
            left, top = _GAP + number * width, _LABEL + row * height
            block.paste(picture, (left, top))
            draw.text((left, top + side + 1), _fitting(text, side, font), fill=_INK, font=font)
    return block


def _psnr(image: Images, truth: Images) -> str:
    return f"{psnr_y(image, truth):.2f} dB" if np.isfinite(image).all() else "failed"


def _picture(image: Images, side: int) -> Image.Image:
    """A face `(h, w, 3)` at `side` px, its pixels shown as squares; black where the restoration failed."""
    stored = np.rint(np.nan_to_num(image) * 255).astype(np.uint8)
    return Image.fromarray(stored).resize((side, side), Image.Resampling.NEAREST)


def _fitting(text: str, width: int, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> str:
    """The text, cut at its end so that it fits into `width` px."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "...") > width:
        text = text[:-1]
    return text + "..."
