"""Nothing that came from outside is decoded but in the child with limits."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READERS = {"read_photo", "page_count", "read_thumbnail", "reading", "thumbnail"}
# Who may ask a decoder: what runs in the child, and what reads files of the program's own.
MAY = {
    "engine/photo_io",
    "engine/photo_io/confined.py",  # asks in the child
    "fsr_desktop/photos/thumbnails.py",  # asks in the child
    "engine/jobs/try_export.py",  # reads what it has just written
    "engine/datasets/portraits.py",  # portraits that our own script cut
    "engine/degradation/blind.py",  # decodes what it has just encoded
    "engine/degradation/damage.py",  # masks that a trainer names
}


def asked_by(path: Path) -> set[str]:
    """The decoders that a module names: ours, and Pillow's and OpenCV's."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("engine.photo_io"):
            names = {name.name for name in node.names} | set((node.module or "").split("."))
            found |= names & READERS
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            found |= {f"{owner}.{node.func.attr}"} & {"Image.open", "cv2.imread", "cv2.imdecode", "tifffile.imread"}
    return found


def test_only_the_child_decodes_photos():
    modules = [path for package in ("engine", "fsr_desktop") for path in (ROOT / package).rglob("*.py")]
    asking = {path.relative_to(ROOT).as_posix(): asked_by(path) for path in modules}
    wrong = {name: found for name, found in asking.items() if found and not any(name.startswith(one) for one in MAY)}
    assert wrong == {}
    assert asking["engine/photo_io/thumbnail.py"] and asking["engine/jobs/try_export.py"]


def test_the_window_decodes_no_picture_of_others_by_qt():
    loaders = ("QImageReader", "loadFromData", "fromData", "QMovie")
    words = {path: path.read_text(encoding="utf-8") for path in (ROOT / "fsr_desktop").rglob("*.py")}
    assert [path.name for path, text in words.items() if any(loader in text for loader in loaders)] == []
    asks = sorted(path.name for path, text in words.items() if "clipboard().image()" in text)
    assert asks == ["clipboard.py"]  # and there for pixels alone
