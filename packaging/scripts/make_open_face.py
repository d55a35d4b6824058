"""Make the open face model, `resources/priors/open_face.npz`, of the training portraits of a portrait folder.

Run: `python packaging/scripts/make_open_face.py --faces FACES --kit ict_face.npz`. FACES has faces.csv, mesh478.npz and
the portraits; the kit is the face part of ICT FaceKit as arrays `neutral` (V, 3), `expression` (K, V, 3),
`expression_names`, `landmarks68`. It prints how good the model is. Every draw is seeded; nothing else is random.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.datasets.landmarks import MESH_POINTS, portrait_mesh
from engine.datasets.portraits import Portrait, read_pixels, read_portraits
from engine.priors.camera import PICTURE_CM, angles_of
from engine.priors.fitting import fit_mesh
from engine.priors.making.directions import DRAWN, compactness, drawn_faces, principal, specificity
from engine.priors.making.expressions import FaceKit, Separated, expressions_over, separate
from engine.priors.making.shapes import FaceShapes, face_shapes, upright
from engine.priors.making.surface import triangulate
from engine.priors.making.textures import BRIGHTNESS, Reading, even_textures, read_portrait, texture_space
from engine.priors.morphable import EXPRESSION, IDENTITY, TEXTURE
from engine.priors.open_face import ROUNDS, CoarseFace, fine_model, write_coarse
from engine.priors.procrustes import fit_similarities
from engine.priors.subdivision import subdivided

TARGET = Path(__file__).resolve().parents[2] / "resources" / "priors" / "open_face.npz"
MOST_OF_A_SOURCE = 350  # portraits that colours are taken from: no source shall be most of them
LEAST_DETAIL = 200  # px, real detail of portraits that colours are taken from
MOST_YAW = np.radians(30)
OPENED_CM = 1.0  # how far the mouth is opened before the triangles are laid
SEED = 478


def make(faces: Path, kit_file: Path, target: Path) -> None:
    """Make the model, write it, and print how good it is."""
    portraits = read_portraits(faces, split="train", min_detail=0)
    meshes = portrait_mesh(faces, [portrait.name for portrait in portraits]) - np.array([0.5, 0.5, 0], np.float32)
    found = face_shapes(meshes)
    separated = separate(found.shapes, expressions_over(found, read_kit(kit_file), MESH_POINTS))
    triangles = triangulate(_opened(found) / np.sqrt((found.mean**2).sum(axis=1).mean()))
    identity, of_identity = principal(separated.identity, IDENTITY)
    expression, of_expression = principal(separated.expression, EXPRESSION)
    textures = _textures(portraits, meshes, triangles, found)
    space = texture_space(textures)
    coarse = CoarseFace(
        mean_shape=separated.mean.astype(np.float32),
        identity=identity.astype(np.float32),
        expression=expression.astype(np.float32),
        triangles=triangles,
        landmarks=np.array(MESH_POINTS, np.int32),
        mean_texture=space.mean,
        texture=space.basis,
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    write_coarse(target, coarse)
    print(f"{target.stat().st_size / 2**20:.2f} MiB of {len(found.shapes)} shapes and {len(textures)} textures")
    for name, variances, count in (
        ("identity", of_identity, len(identity)),
        ("expression", of_expression, len(expression)),
        ("brightness", space.of_brightness, BRIGHTNESS),
        ("colour beside the mean's", space.of_colour, TEXTURE - BRIGHTNESS - 1),
    ):
        shares = ", ".join(
            f"{first}: {compactness(variances, first):.3f}" for first in (5, 10, 20, 40, count) if first <= count
        )
        print(f"compactness of {name}, share of the variance by directions: {shares}")
    _print_generalisation(faces, coarse)
    _print_specificity(separated, identity, expression)


def read_kit(path: Path) -> FaceKit:
    """What is taken from ICT FaceKit."""
    with np.load(path, allow_pickle=False) as file:
        return FaceKit(
            neutral=file["neutral"].astype(np.float64),
            expressions=file["expression"].astype(np.float64),
            landmarks=file["landmarks68"],
            jaw_open=file["expression_names"].tolist().index("jawOpen"),
        )


def _opened(found: FaceShapes) -> NDArray[np.float64]:
    """The mean face with its mouth opened, as faces open it."""
    gap = found.shapes[:, 13, 1] - found.shapes[:, 14, 1]
    gap = gap - gap.mean()
    opening = np.tensordot(gap, found.shapes - found.mean, axes=1) / (gap @ gap)
    return found.mean + OPENED_CM * opening


def _textures(
    portraits: Sequence[Portrait], meshes: NDArray[np.float32], triangles: NDArray[np.int32], found: FaceShapes
) -> NDArray[np.float32]:
    fine, weights = subdivided(triangles, meshes.shape[1], rounds=ROUNDS)
    chosen = _chosen(portraits, meshes, found)
    print("colours from", dict(Counter(portraits[number].source for number in chosen)))
    return even_textures(_readings(portraits, meshes, chosen, (fine, weights), found), prepared=100)


def _chosen(portraits: Sequence[Portrait], meshes: NDArray[np.float32], found: FaceShapes) -> list[int]:
    """Portraits that look ahead and hold detail, in drawn order, at most so many of a source."""
    similar = fit_similarities(found.mean[None], upright(meshes), found.weights)
    yaw = np.abs(angles_of(similar.turned)[:, 1])
    order = np.random.default_rng(SEED).permutation(len(portraits))
    taken: Counter[str] = Counter()
    chosen: list[int] = []
    for number in order.tolist():
        portrait = portraits[number]
        is_good = yaw[number] < MOST_YAW and (portrait.native_quad >= LEAST_DETAIL or portrait.source == "fairface")
        if is_good and taken[portrait.source] < MOST_OF_A_SOURCE:
            taken[portrait.source] += 1
            chosen.append(number)
    return chosen


def _readings(
    portraits: Sequence[Portrait],
    meshes: NDArray[np.float32],
    chosen: Sequence[int],
    surface: tuple[NDArray[np.int32], NDArray[np.float64]],
    found: FaceShapes,
) -> Iterator[Reading]:
    """Every second one mirrored, or the light of studios, which comes from one side, would stay in the mean."""
    triangles, weights = surface
    for turn, number in enumerate(chosen):
        pixels, mesh = read_pixels(portraits[number]), meshes[number].astype(np.float64)
        if turn % 2:
            pixels = np.ascontiguousarray(pixels[:, ::-1])
            mesh = mesh[found.counterpart] * (-1, 1, 1) + (pixels.shape[1] - 1, 0, 0)
        yield read_portrait(pixels, weights @ mesh, triangles)


def _print_generalisation(faces: Path, coarse: CoarseFace) -> None:
    """How far the model stays from faces that it has not seen: `val`, fitted in closed form."""
    portraits = read_portraits(faces, split="val", min_detail=0)
    meshes = portrait_mesh(faces, [portrait.name for portrait in portraits])
    fitted = fit_mesh(fine_model(coarse), meshes, 512)
    missed_mm = 10 * fitted.error_px / (np.exp(fitted.pose[:, 5]) * 512 / PICTURE_CM)
    print(f"generalisation: {len(meshes)} faces of val, missed by {missed_mm.mean():.2f} mm in x,y (root mean square)")


def _print_specificity(separated: Separated, identity: NDArray[np.float64], expression: NDArray[np.float64]) -> None:
    generator = np.random.default_rng(SEED)
    known = separated.mean + separated.identity + separated.expression
    drawn = specificity(drawn_faces(separated.mean, [identity, expression], generator), known)
    real = specificity(known[generator.permutation(len(known))[:DRAWN]], known, are_training=True)
    print(f"specificity: drawn faces are {10 * drawn:.2f} mm from the nearest one; real ones {10 * real:.2f} mm")


def main() -> None:
    """Read the options and make the model."""
    parser = argparse.ArgumentParser(description="Make the open face model of training portraits.")
    parser.add_argument("--faces", type=Path, required=True, metavar="FACES", help="a portrait folder")
    parser.add_argument("--kit", type=Path, required=True, metavar="FILE", help="ICT FaceKit's face part as arrays")
    parser.add_argument("-o", "--output", type=Path, default=TARGET, metavar="FILE")
    options = parser.parse_args()
    make(options.faces, options.kit, options.output)


if __name__ == "__main__":
    main()
