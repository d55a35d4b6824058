"""Nothing leaves the computer: no library that the program loads collects anything to be sent."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "samples" / "astronaut-32px.png"
PROGRAM = """
import socket, sys
def refuse(*_args, **_kinds):
    print("REACHED OUT", file=sys.stderr)
    raise OSError("no network")
socket.getaddrinfo = socket.create_connection = socket.socket.connect = refuse
from fsr_desktop.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_restoration_collects_nothing_about_its_user(tmp_path: Path) -> None:
    """Under names that mean "this is a test", ONNX Runtime would collect nothing anyway: they are taken away."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "ORT_RUNNING_UNIT_TESTS")}
    kept.pop("ORT_DISABLE_TELEMETRY", None)
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    environment = {**kept, **folders, "HOME": str(tmp_path / "home"), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", PROGRAM, "restore", str(SAMPLE), "-o", str(tmp_path / "out")]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    assert "REACHED OUT" not in run.stderr
    left = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in left if "Microsoft" in path.parts or "onnxruntime" in str(path)] == []
    assert any(path.parts[0] == "out" for path in left)
