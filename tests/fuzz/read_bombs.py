"""Reads the files of a folder, and their thumbnails, with no more than 500 MB; one line of JSON a file."""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

from engine.errors import EngineError
from engine.photo_io.reading import read_photo
from engine.photo_io.thumbnail import read_thumbnail

LIMIT = 500 << 20


def outcome(path: Path) -> str:
    """What reading it said, thumbnail first."""
    said: list[str] = []
    for read in (lambda: read_thumbnail(path, 128), lambda: read_photo(path)):
        try:
            read()
            said.append("read")
        except EngineError as error:
            said.append(str(error))
    return " / ".join(said)


def main(folder: Path) -> None:
    """Everything that is loaded late comes first; then the limit."""
    paths = sorted(folder.iterdir())
    outcome(paths[0])
    in_use = int(re.findall(r"VmSize:\s+(\d+)", Path("/proc/self/status").read_text())[0]) << 10
    resource.setrlimit(resource.RLIMIT_AS, (in_use + LIMIT, in_use + LIMIT))
    for path in paths:
        started = time.process_time()
        said = outcome(path)
        print(json.dumps({"name": path.name, "said": said, "seconds": time.process_time() - started}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
