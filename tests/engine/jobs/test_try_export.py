"""What an export would give, and what its options do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.jobs import export_photo, try_export
from engine.jobs.export_photo import within
from engine.jobs.state import ServiceState
from engine.photo_io import exif, read_photo, write_photo
from engine.process.export_jobs import ExportPhoto, FileOptions, TryExport
from engine.types import Photo, PhotoMetadata


@pytest.fixture
def job(two_people: Path, tmp_path: Path, srgb_profile: bytes) -> ExportPhoto:
    """An export without faces of a photo with EXIF and profile."""
    metadata = PhotoMetadata(icc=srgb_profile, exif=exif.with_description(None, "old words"), dpi=(300, 300))
    write_photo(Photo(pixels=read_photo(two_people).pixels, metadata=metadata), tmp_path / "photo.png")
    return ExportPhoto(path=tmp_path / "photo.png", target=tmp_path / "out.jpg", faces=())


def written(job: ExportPhoto, state: ServiceState, told: Any) -> tuple[Photo, int]:
    (file,) = export_photo.run(job, state, told.context, told.preview).files
    return read_photo(file), file.stat().st_size


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_a_lower_quality_makes_a_smaller_file(job: ExportPhoto, warm: ServiceState, told: Any, suffix: str) -> None:
    job = replace(job, target=job.target.with_suffix(suffix))
    sizes = [written(replace(job, options=FileOptions(quality=quality)), warm, told)[1] for quality in (None, 80, 20)]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > 2 * sizes[2]


def test_the_long_edge_is_reduced_and_never_enlarged(job: ExportPhoto, warm: ServiceState, told: Any) -> None:
    source = read_photo(job.path)
    small, _ = written(replace(job, scale=2, options=FileOptions(long_edge_px=200)), warm, told)
    assert max(small.width, small.height) == 200
    assert small.width / small.height == pytest.approx(source.width / source.height, rel=0.01)
    same, _ = written(replace(job, options=FileOptions(long_edge_px=99_000)), warm, told)
    assert (same.width, same.height) == (source.width, source.height)


def test_sixteen_bits_and_alpha_are_reduced_too() -> None:
    pixels = np.full((40, 80, 3), 40_000, np.uint16)
    photo = within(Photo(pixels=pixels, alpha=pixels[..., 0].copy()), 20)
    assert photo.pixels.shape == (10, 20, 3) and photo.alpha is not None and photo.alpha.shape == (10, 20)
    assert (photo.pixels == 40_000).all() and photo.pixels.dtype == photo.alpha.dtype == np.uint16


def test_without_metadata_the_profile_stays_and_a_caption_is_written_all_the_same(
    job: ExportPhoto, warm: ServiceState, told: Any
) -> None:
    kept, _ = written(job, warm, told)
    assert kept.metadata.exif and b"old words" in kept.metadata.exif
    bare, _ = written(replace(job, options=FileOptions(keep_metadata=False)), warm, told)
    assert not bare.metadata.exif and not bare.metadata.xmp
    assert bare.metadata.icc == kept.metadata.icc and bare.metadata.icc
    said, _ = written(replace(job, options=FileOptions(keep_metadata=False, caption="Oma 1931")), warm, told)
    assert said.metadata.exif and b"Oma 1931" in said.metadata.exif and said.metadata.xmp
    assert b"Oma 1931" in said.metadata.xmp and b"old words" not in said.metadata.exif


def test_a_try_tells_size_and_look_of_the_very_file_and_leaves_none(
    job: ExportPhoto, warm: ServiceState, told: Any, tmp_path: Path
) -> None:
    job = replace(job, options=FileOptions(quality=15, long_edge_px=300))
    asked = TryExport(export=job, folder=tmp_path / "try", preview_px=150)
    tried = try_export.run(asked, warm, told.context, told.preview)
    assert not job.target.exists()
    photo, size = written(job, warm, told)
    assert (tried.size_bytes, tried.width, tried.height) == (size, photo.width, photo.height)
    assert tried.before and tried.after and not tried.problem
    before, after = np.load(tried.before), np.load(tried.after)
    assert before.shape == after.shape and max(after.shape) == 150 and after.dtype == np.uint8
    assert 0.2 < np.abs(before.astype(int) - after).mean() < 20
    assert sorted(path.name for path in asked.folder.iterdir()) == ["after.npy", "before.npy"]


def test_a_try_says_why_there_would_be_no_file(job: ExportPhoto, warm: ServiceState, told: Any, tmp_path: Path) -> None:
    write_photo(Photo(pixels=np.zeros((9, 9, 3), np.uint16)), tmp_path / "deep.png")
    asked = TryExport(export=replace(job, path=tmp_path / "deep.png"), folder=tmp_path / "try")
    tried = try_export.run(asked, warm, told.context, told.preview)
    assert "cannot hold 16 bit" in str(tried.problem) and (tried.size_bytes, tried.after) == (0, None)
    assert list(asked.folder.iterdir()) == []
