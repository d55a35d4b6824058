"""Loop's subdivision of a surface of triangles, as a matrix, and so that the surface still runs near its points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Triangles = NDArray[np.int32]  # (F, 3)


def subdivided(triangles: Triangles, vertices: int, *, rounds: int) -> tuple[Triangles, NDArray[np.float64]]:
    """A finer surface: each round makes four triangles of one, and a smoother surface of it.

    Loop's surface runs beside its points; the matrix here first moves them away from it by what it misses them by. That
    once: to run through them, as the inverse would have it, the surface must ripple where they are unevenly spread. The
    first `vertices` of the finer vertices are the coarse ones.

    Returns: triangles `(F * 4^rounds, 3)`, and the weights `(V, vertices)` of the coarse vertices in each fine one,
    which sum to 1.
    Source: Loop 1987; weights at inner vertices by Warren 1995, at the border those of a cubic B-spline.
    """
    weights = np.eye(vertices)
    for _ in range(rounds):
        triangles, step = _one_round(triangles, len(weights))
        weights = csr_array(step) @ weights
    return triangles, weights @ (2 * np.eye(vertices) - weights[:vertices])


def _one_round(triangles: Triangles, vertices: int) -> tuple[Triangles, NDArray[np.float64]]:
    edges, opposite, edge_of = _edges(triangles)
    is_border = opposite[:, 1] < 0
    step = np.zeros((vertices + len(edges), vertices))
    step[:vertices] = _moved(edges, is_border, vertices)
    numbers = vertices + np.arange(len(edges))
    for side in range(2):
        step[numbers, edges[:, side]] += np.where(is_border, 1 / 2, 3 / 8)
        step[numbers[~is_border], opposite[~is_border, side]] += 1 / 8
    return _quarters(triangles, edge_of + vertices), step


def _edges(triangles: Triangles) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """The edges `(E, 2)`, the one or two vertices opposite each, `(E, 2)` with -1 for none, and the edges of each
    triangle, `(F, 3)`: that from corner 0 to 1, 1 to 2, 2 to 0."""
    corners = triangles.astype(np.intp)
    sides = np.sort(np.stack([corners, np.roll(corners, -1, axis=1)], axis=2), axis=2)  # (F, 3, 2)
    edges, edge_of = np.unique(sides.reshape(-1, 2), axis=0, return_inverse=True)
    edge_of = edge_of.reshape(-1)
    across = np.roll(corners, -2, axis=1).ravel()
    opposite = np.full((len(edges), 2), -1, np.intp)
    opposite[edge_of[::-1], 0] = across[::-1]  # of each edge's first triangle
    _, first = np.unique(edge_of, return_index=True)
    later = np.setdiff1d(np.arange(len(edge_of)), first)
    opposite[edge_of[later], 1] = across[later]
    return edges, opposite, edge_of.reshape(-1, 3)


def _moved(edges: NDArray[np.intp], is_border: NDArray[np.bool_], vertices: int) -> NDArray[np.float64]:
    """Where the old vertices go, `(vertices, vertices)`."""
    links = np.zeros((2, vertices, vertices))  # inner edges, edges of the border
    for kind, chosen in enumerate((edges[~is_border], edges[is_border])):
        links[kind, chosen[:, 0], chosen[:, 1]] = links[kind, chosen[:, 1], chosen[:, 0]] = 1
    at_border = links[1].any(axis=1)
    all_links = links.sum(axis=0)
    count = all_links.sum(axis=1)
    share = np.where(count == 3, 3 / 16, 3 / (8 * np.maximum(count, 1)))
    neighbours = np.where(at_border[:, None], links[1] / 8, all_links * share[:, None])
    return neighbours + np.diag(1 - neighbours.sum(axis=1))


def _quarters(triangles: Triangles, middle: NDArray[np.intp]) -> Triangles:
    """Four triangles for each one. Args: middle: `(F, 3)`, the new vertices on its sides."""
    (a, b, c), (ab, bc, ca) = triangles.T, middle.T
    parts = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    return np.concatenate([np.stack(part, axis=1) for part in parts]).astype(np.int32)
