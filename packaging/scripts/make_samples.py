"""Make the sample photos of `resources/samples` from two public-domain portraits that come with packages.

Run: `python packaging/scripts/make_samples.py` in an environment with matplotlib and scikit-image.
Every random draw is seeded, so the same package versions give the same files.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, TiffImagePlugin
from scipy.ndimage import gaussian_filter

Pixels = NDArray[np.floating]  # (H, W) or (H, W, 3), in [0, 1]

SAMPLES_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"
FIRST_SEEN = "astronaut-42px.png"  # which the start page shows: a face that "auto" restores
SEPIA = np.array([1.0, 0.87, 0.69], np.float32)  # RGB of the brightest paper in a toned print


@dataclass(frozen=True)
class Portrait:
    """A source portrait and its face's height in px, from the eyebrows' top to the chin."""

    image: Image.Image
    face_height: float

    def with_face_of(self, height: float) -> Image.Image:
        """The whole portrait, reduced with an antialiasing filter until its face is `height` px tall."""
        ratio = height / self.face_height
        size = (round(self.image.width * ratio), round(self.image.height * ratio))
        return self.image.resize(size, Image.Resampling.LANCZOS)


def hopper() -> Portrait:
    """Rear Admiral Grace Hopper, US Navy, 512 x 600 px."""
    return Portrait(_packaged("matplotlib", "mpl-data/sample_data/grace_hopper.jpg"), face_height=190)


def astronaut() -> Portrait:
    """The astronaut Eileen Collins, NASA, 512 x 512 px."""
    return Portrait(_packaged("skimage", "data/astronaut.png"), face_height=110)


def make_samples(folder: Path) -> None:
    """Write every sample into `folder`, which must exist."""
    _save_jpeg(hopper().image, folder / "grace-hopper.jpg", quality=90)
    astronaut().with_face_of(70).save(folder / "astronaut.png", optimize=True)
    astronaut().with_face_of(42).save(folder / FIRST_SEEN, optimize=True)
    _save_jpeg(hopper().with_face_of(48), folder / "grace-hopper-48px.jpg", quality=92)
    astronaut().with_face_of(32).save(folder / "astronaut-32px.png", optimize=True)
    noisy = _with_grain(_pixels(astronaut().with_face_of(24)), strength=0.02, blur=0.0, seed=24)
    _save_jpeg(_picture(noisy), folder / "astronaut-24px-noisy.jpg", quality=70)
    _save_tiff(_picture(old_print(hopper().with_face_of(40), seed=40)), folder / "grace-hopper-old.tif")
    _save_jpeg(_picture(album_page()), folder / "two-people.jpg", quality=88)
    make_first_sight(folder)


def make_first_sight(folder: Path) -> None:
    """Write what the start page shows: the first sample enlarged, before and after restoring it."""
    from engine.context import JobContext
    from engine.pipeline.options import RestoreOptions
    from engine.pipeline.restorer import Restorer

    source, scale = folder / FIRST_SEEN, 4
    with tempfile.TemporaryDirectory() as made:
        restorer = Restorer(RestoreOptions(scale=scale), output=Path(made))
        after = Image.open(restorer.restore(source, JobContext()).output).convert("RGB")
    before = Image.open(source).convert("RGB").resize(after.size, Image.Resampling.LANCZOS)
    _save_jpeg(before, folder / "start-before.jpg", quality=85)
    _save_jpeg(after, folder / "start-after.jpg", quality=85)


def old_print(portrait: Image.Image, *, seed: int) -> Pixels:
    """A faded sepia print of `portrait` with grain and scratches, `(H, W, 3)`."""
    rng = np.random.default_rng(seed)
    grey = _faded(_pixels(portrait.convert("L")))
    grey = _with_grain(grey, strength=0.03, blur=0.7, seed=seed)
    return _toned(_scratched(grey, count=9, rng=rng))


def album_page() -> Pixels:
    """An album page, 560 x 420 px, a sepia and a grey portrait mounted side by side, `(420, 560, 3)`."""
    grain = _with_grain(np.full((420, 560), 0.5, np.float32), strength=0.02, blur=1.2, seed=1)
    page = np.array([0.30, 0.26, 0.22], np.float32) * (grain / 0.5)[..., None]
    left = astronaut().with_face_of(43).crop((8, 0, 188, 200))
    right = hopper().with_face_of(45)
    _mount(page, _faded_print(left, tone=SEPIA, seed=2), left=60, top=100)
    _mount(page, _faded_print(right, tone=np.ones(3, np.float32), seed=3), left=340, top=130)
    return page


def _faded_print(portrait: Image.Image, *, tone: Pixels, seed: int) -> Pixels:
    grey = _with_grain(_faded(_pixels(portrait.convert("L"))), strength=0.018, blur=0.6, seed=seed)
    return grey[..., None] * tone


def _mount(page: Pixels, print_: Pixels, *, left: int, top: int, border: int = 8) -> None:
    """Lay `print_` with a paper border and a soft shadow onto `page`, in place."""
    height, width = print_.shape[0] + 2 * border, print_.shape[1] + 2 * border
    shadow = Image.new("L", (page.shape[1], page.shape[0]), 0)
    ImageDraw.Draw(shadow).rectangle((left + 3, top + 4, left + width + 3, top + height + 4), fill=140)
    page *= 1 - _pixels(shadow.filter(ImageFilter.GaussianBlur(5)))[..., None]
    paper = np.array([0.88, 0.85, 0.78], np.float32)
    page[top : top + height, left : left + width] = paper
    page[top + border : top + height - border, left + border : left + width - border] = print_


def _faded(grey: Pixels) -> Pixels:
    """An aged print's tones: black is lifted, white is yellowed paper."""
    return 0.09 + 0.83 * grey**0.85


def _toned(grey: Pixels) -> Pixels:
    """Sepia: shadows stay neutral brown, highlights take the paper's colour, `(H, W, 3)`."""
    return grey[..., None] * (0.35 * np.ones(3, np.float32) + 0.65 * SEPIA)


def _with_grain(image: Pixels, *, strength: float, blur: float, seed: int) -> Pixels:
    """`image` plus Gaussian grain of standard deviation `strength`, its clumps `blur` px wide."""
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal(image.shape).astype(np.float32)
    if blur > 0:
        noise = gaussian_filter(noise, blur)
        noise = noise / noise.std()
    return np.clip(image + strength * noise, 0, 1)


def _scratched(grey: Pixels, *, count: int, rng: np.random.Generator) -> Pixels:
    """`grey` with thin bright scratches and a few dust specks; drawn four times larger for soft edges."""
    height, width = grey.shape
    mask = Image.new("L", (width * 4, height * 4), 0)
    draw = ImageDraw.Draw(mask)
    for _ in range(count):
        x, y = rng.uniform(0, width * 4), rng.uniform(0, height * 4)
        dx, dy = rng.normal(0, 10), rng.uniform(30, height * 2.2)
        draw.line((x, y, x + dx, y + dy), fill=int(rng.uniform(90, 190)), width=int(rng.integers(2, 4)))
    for _ in range(2 * count):
        x, y, radius = rng.uniform(0, width * 4), rng.uniform(0, height * 4), rng.uniform(1.5, 3.5)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=170)
    weight = _pixels(mask.resize((width, height), Image.Resampling.BOX))
    return grey * (1 - weight) + 0.93 * weight


def _packaged(package: str, inside: str) -> Image.Image:
    """A picture inside an installed package, RGB; the package itself is not imported."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"Install {package} first: the portrait {inside} comes with it.")
    with Image.open(Path(spec.origin).parent / inside) as image:
        return image.convert("RGB")


def _pixels(image: Image.Image) -> Pixels:
    return np.asarray(image, np.float32) / 255


def _picture(pixels: Pixels) -> Image.Image:
    return Image.fromarray(np.round(np.clip(pixels, 0, 1) * 255).astype(np.uint8))


def _save_jpeg(image: Image.Image, path: Path, *, quality: int) -> None:
    image.save(path, quality=quality, subsampling=0 if quality >= 85 else 2, optimize=True)


def _save_tiff(image: Image.Image, path: Path) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[TiffImagePlugin.IMAGEDESCRIPTION] = "Sample of FSR Desktop, made from a public-domain portrait"
    image.save(path, compression="tiff_lzw", dpi=(300, 300), tiffinfo=tags)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SAMPLES_FOLDER)
    make_samples(parser.parse_args().folder)
