"""The colours of faces in even light, read from portraits by their meshes, and the directions in which they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.priors.appearance import LUMA, colours_at, fit_light, is_seen, without_light
from engine.priors.morphable import TEXTURE
from engine.priors.renderer import vertex_normals

Array = NDArray[np.floating]

_ROUNDS = 2  # of light and mean texture in turns
_MEDIAN_SHARE = 1 / 110  # of the face's height: the window of the median that takes pores and grain away
_LEAST_SEEN = 0.6  # share of the vertices that a portrait must show
BRIGHTNESS = 64  # directions of the texture that have no colour
_LEAST_COLOUR = 0.3  # of the median portrait's: with less a photo is grey
_OUTLIER = 2.5  # robust standard deviations from the mean that hair, hats and glasses are cut to


@dataclass(frozen=True)
class Reading:
    """One portrait on the surface: `colours` `(V, 3)` in [0, 1], `normals` `(V, 3)`, and where they are seen `(V,)`."""

    colours: Array
    normals: Array
    is_seen: NDArray[np.bool_]


@dataclass(frozen=True)
class TextureSpace:
    """The mean `(V, 3)` and the directions `(80, V, 3)`: 64 of brightness, one of the mean colour, 15 of other colours;
    and all variances of brightness and of the other colours."""

    mean: NDArray[np.float32]
    basis: NDArray[np.float32]
    of_brightness: NDArray[np.float64]
    of_colour: NDArray[np.float64]


def read_portrait(pixels: NDArray[np.uint8], vertices: NDArray[np.float64], triangles: NDArray[np.int32]) -> Reading:
    """Args: pixels: `(H, W, 3)`. vertices: `(V, 3)` as the mesh has them in that picture: px, y down, z smaller nearer.

    Pixel centres at integers.
    """
    window = int(np.ptp(vertices[:, 1]) * _MEDIAN_SHARE / 2) * 2 + 1
    smooth = cv2.medianBlur(pixels, window) if window > 1 else pixels
    normals = vertex_normals(vertices * (1, -1, -1), triangles)
    places = vertices * (1, 1, -1)
    side = max(pixels.shape[:2])
    seen = is_seen(places, triangles, normals, side) & (places[:, 0] < pixels.shape[1] - 1)
    colours = colours_at(places, smooth.astype(np.float32) / 255)
    return Reading(colours.astype(np.float32), normals.astype(np.float32), seen)


def even_textures(readings: Iterable[Reading], prepared: int) -> Array:
    """The colours of the portraits that show enough of a face, as even light would show them, `(N, V, 3)`.

    What a portrait hides is that of the mean face, as bright and as coloured as the portrait. Args: prepared: how many
    of the first readings the mean face is first made of.
    """
    usable = [reading for reading in readings if reading.is_seen.mean() >= _LEAST_SEEN]
    mean = np.mean([one.colours / one.colours[one.is_seen].mean() for one in usable[:prepared]], axis=0) * 0.5
    textures = np.stack([one.colours for one in usable])
    for _ in range(_ROUNDS):
        textures = np.stack([_in_even_light(one, mean) for one in usable])
        mean = np.median(textures, axis=0)
    return _without_outliers(textures)


def _in_even_light(one: Reading, mean: Array) -> Array:
    seen = one.is_seen
    light = fit_light(one.colours[seen].astype(np.float64), mean[seen], one.normals[seen].astype(np.float64))
    texture = without_light(one.colours.astype(np.float64), one.normals.astype(np.float64), light)
    tint = np.median(texture[seen] / np.maximum(mean[seen], 0.02), axis=0)
    return np.clip(np.where(seen[:, None], texture, mean * tint), 0, 1).astype(np.float32)


def _without_outliers(textures: Array) -> Array:
    """Each face's departures from its own tint of the mean cut to what faces do at that vertex."""
    mean = np.median(textures, axis=0)
    tints = np.median(textures / np.maximum(mean, 0.02), axis=1, keepdims=True)
    rest = textures - mean * tints
    middle = np.median(rest, axis=0)
    spread = 1.4826 * np.median(np.abs(rest - middle), axis=0)
    return (mean * tints + np.clip(rest, middle - _OUTLIER * spread, middle + _OUTLIER * spread)).astype(np.float32)


def texture_space(textures: Array) -> TextureSpace:
    """The directions of brightness, of all faces, and of colour, of those that have any.

    Apart, so that a face of a grey photo is exactly grey, whatever its brightness is like. One direction is the colour
    of the mean face, from none to twice as much. Args: textures: `(N, V, 3)`.
    """
    luma = textures @ LUMA.astype(np.float32)  # (N, V)
    colour = textures - luma[..., None]
    amounts = np.abs(colour).mean(axis=(1, 2))
    has_colour = amounts > _LEAST_COLOUR * np.median(amounts)
    tint = colour[has_colour].mean(axis=0)
    strength = np.tensordot(colour, tint, axes=2) / (tint**2).sum()  # (N,), 0 for grey
    spread = np.sqrt(((strength - 1) ** 2).mean())
    rest = (colour - strength[:, None, None] * tint)[has_colour]
    brightness, of_brightness = _directions(luma - luma.mean(axis=0), BRIGHTNESS)
    tints, of_tints = _directions(rest - rest.mean(axis=0), TEXTURE - BRIGHTNESS - 1)
    basis = np.concatenate([np.repeat(brightness[..., None], 3, axis=2), spread * tint[None], tints])
    mean = luma.mean(axis=0)[:, None] + tint
    return TextureSpace(mean.astype(np.float32), basis.astype(np.float32), of_brightness, of_tints)


def _directions(samples: Array, count: int) -> tuple[Array, NDArray[np.float64]]:
    """Those of most variance, each of one standard deviation, and all variances.

    By the products of the faces, of which there are fewer than colours. Args: samples: `(N, ...)` of mean 0.
    """
    away = samples.reshape(len(samples), -1)
    variances, mixtures = np.linalg.eigh((away @ away.T).astype(np.float64) / len(away))
    variances, mixtures = np.maximum(variances[::-1], 0), mixtures[:, ::-1][:, :count]
    basis = (mixtures.T.astype(np.float32) @ away) / np.sqrt(len(away))
    largest = np.take_along_axis(basis, np.abs(basis).argmax(axis=1)[:, None], axis=1)
    return (basis * np.sign(largest)).reshape(-1, *samples.shape[1:]), variances
