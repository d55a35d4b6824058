"""Numbers with a fraction are written with the decimal sign of the window's language, wherever they are shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import fsr_desktop

WINDOW = Path(fsr_desktop.__file__).parent
COMMAND_LINE = (WINDOW / "cli",)
NOT_SHOWN = {"empty_page.py", "saved_values.py"}  # sizes of letters in a style sheet; words about a file of settings


def test_no_text_of_the_window_writes_a_decimal_point_by_itself() -> None:
    files = [path for path in WINDOW.rglob("*.py") if not any(path.is_relative_to(one) for one in COMMAND_LINE)]
    assert len(files) > 100
    found = {f"{path.name}, line {line}" for path in files for line in _decimal_points(path)}
    assert sorted(found) == [], "use decimal() or significant() of fsr_desktop.language.numbers"


def test_the_check_sees_each_way_of_formatting(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(
        'f"{a:.2f}"\n"{a:+.1f} s".format(a=a)\nf"{a:g}"\nf"{a:.0f} {b:02} {c:.{d}f}"\n"{a:.1%}"\n', encoding="utf-8"
    )
    assert list(_decimal_points(bad)) == [1, 2, 3, 4, 5]


def _decimal_points(path: Path) -> Iterator[int]:
    """The lines where a number gets digits after the decimal sign by Python's own formatting."""
    if path.name in NOT_SHOWN:
        return
    lines: set[int] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        specs: list[str] = []
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            parts = node.format_spec.values
            specs = ["".join(str(part.value) if isinstance(part, ast.Constant) else "2" for part in parts)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            specs = re.findall(r"\{\w*:([^{}]*)\}", node.value)
        if isinstance(node, ast.expr) and any(_has_point(spec) for spec in specs):
            lines.add(node.lineno)
    yield from sorted(lines)


def _has_point(spec: str) -> bool:
    return bool(re.search(r"\.[1-9]\d*[fge%]?$|[ge]$", spec))
