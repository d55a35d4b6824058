"""What exports of a played engine wrote."""

from __future__ import annotations

from engine.process.export_jobs import ExportPhoto
from engine.process.protocol import Exported
from tests.fsr_desktop.restored_scene import Scene


def written(scene: Scene) -> list[str]:
    """Let every export end well; the files that were written."""
    files: list[str] = []
    while isinstance(scene.running[1], ExportPhoto) and scene.bridge.is_busy:
        target = scene.running[1].target
        files.append(target.name)
        scene.finish(Exported(files=(target,)))
    return files
