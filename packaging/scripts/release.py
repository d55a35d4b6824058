"""What a release consists of, in a folder: sdist and wheel, the same each time they are built; SBOM; pinned hashes.

    python packaging/scripts/release.py OUT            # needs hatchling
    python packaging/scripts/release.py OUT --hashes   # also asks the package index, by pip
    python packaging/scripts/release.py OUT --hashes --index URL   # and for the files of other platforms

The SBOM (CycloneDX 1.5, JSON) lists what the base install brings, as it is installed where this runs. The hashes are of
the packages that pip chooses for this platform and this Python: `pip install --require-hashes -r OUT/requirements.txt`.
With the address of a simple index (PEP 691) they are of all wheels of those versions, for Windows and macOS as well.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROJECT = "fsr-desktop"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)")
_PLATFORM = re.compile(r"sys_platform|platform_system|os_name")
_UNKNOWN = "see the package"


def build(folder: Path, *, epoch: str) -> dict[str, str]:
    """Build sdist and wheel. Args: epoch: the time that every file gets, s. Returns: SHA-256 by file name."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def built_twice(folder: Path) -> dict[str, str]:
    """As `build`; two builds must be the same. Raises: SystemExit if they are not."""
    epoch = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    with tempfile.TemporaryDirectory() as other:
        first, second = build(folder, epoch=epoch), build(Path(other), epoch=epoch)
    different = [name for name in first if first[name] != second.get(name)]
    if different:
        raise SystemExit(f"Two builds of {different[0]} differ.")
    return first


def installed_closure(name: str = PROJECT) -> list[Distribution]:
    """The distributions that a base install of `name` needs and that are installed here, sorted by name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        key = _key(waiting.pop())
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:  # of another platform
            continue
        waiting += [_name(text) for text in found[key].requires or [] if "extra ==" not in text]
    return [found[key] for key in sorted(found)]


def _name(requirement: str) -> str:
    match = _REQUIREMENT.match(requirement)
    return match[1] if match else requirement


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(package: Distribution) -> str:
    """Its licence by its own metadata: an SPDX expression, a name, or what its classifiers say."""
    data = package.metadata
    classifiers = [one.split(" :: ")[-1] for one in data.get_all("Classifier") or [] if one.startswith("License :: ")]
    expression, name = ((data.get_all(key) or [""])[0].strip() for key in ("License-Expression", "License"))
    short = "" if "\n" in name or len(name) > 100 else name  # some put the whole text there
    return expression or short or ", ".join(classifiers) or _UNKNOWN


def sbom(packages: list[Distribution]) -> dict[str, Any]:
    """A CycloneDX document of them; the first one that is the project is what it is about."""
    parts = [_component(one) for one in packages]
    own = next((part for part in parts if part["name"] == PROJECT), None)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": own} if own else {},
        "components": [part for part in parts if part is not own],
    }


def _component(package: Distribution) -> dict[str, Any]:
    name, version = _key(package.metadata["Name"]), package.version
    kind = "application" if name == PROJECT else "library"
    url = f"pkg:pypi/{name}@{version}"
    licence = {"license": {"name": licence_of(package)}}
    return {"type": kind, "bom-ref": url, "name": name, "version": version, "purl": url, "licenses": [licence]}


def hashed_requirements(index: str | None) -> str:
    """What pip would install for the base here, each with the hash of its file, or with those of all its wheels where
    an index is given, and what other platforms have instead."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        asked = ["install", "--dry-run", "--ignore-installed", "--quiet", "--report", str(report)]
        command = [sys.executable, "-m", "pip", *asked, "-c", str(CONSTRAINTS), str(ROOT)]
        subprocess.run(command, check=True)
        chosen = json.loads(report.read_text(encoding="utf-8"))["install"]
    if index is None:
        return requirements_of(chosen)
    versions = {_key(one["metadata"]["name"]): one["metadata"]["version"] for one in chosen}
    versions.pop(PROJECT, None)
    markers = platform_markers([text for one in chosen for text in one["metadata"].get("requires_dist", [])])
    pinned = dict(re.findall(r"^([a-z0-9-]+)==([^;\s]+)", CONSTRAINTS.read_text(encoding="utf-8"), re.M))
    versions |= {name: pinned[name] for name in markers if name not in versions}
    return "".join(
        line_of(name, versions[name], wheels_of(files_at(index, name), versions[name]), marker=markers.get(name, ""))
        for name in sorted(versions)
    )


def platform_markers(requirements: list[str]) -> dict[str, str]:
    """Those of the requirements that are for some platforms alone, and for which."""
    parts = [text.partition(";") for text in requirements if "extra" not in text]
    return {_key(_name(text)): marker.strip() for text, _, marker in parts if _PLATFORM.search(marker)}


def files_at(index: str, name: str) -> list[dict[str, Any]]:
    """What a simple index has of a package, by PEP 691."""
    asked = urllib.request.Request(
        f"{index.rstrip('/')}/{name}/", headers={"Accept": "application/vnd.pypi.simple.v1+json"}
    )
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return json.load(answer)["files"]


def wheels_of(files: list[dict[str, Any]], version: str) -> list[str]:
    """The SHA-256 of each wheel of a version. Raises: SystemExit if there is none."""
    names = {file["filename"]: file["hashes"]["sha256"] for file in files}
    found = [names[name] for name in sorted(names) if name.endswith(".whl") and name.split("-")[1] == version]
    if not found:
        raise SystemExit(f"The index has no wheel of version {version} among {sorted(names)[-1:]}.")
    return found


def line_of(name: str, version: str, hashes: list[str], *, marker: str = "") -> str:
    """One requirement with the files that may serve."""
    where = f" ; {marker}" if marker else ""
    return f"{name}=={version}{where} \\\n" + " \\\n".join(f"    --hash=sha256:{one}" for one in hashes) + "\n"


def requirements_of(chosen: list[dict[str, Any]]) -> str:
    """The lines for what pip's report chose, the project itself left out."""
    lines: list[str] = []
    for one in sorted(chosen, key=lambda one: _key(one["metadata"]["name"])):
        hashes = one["download_info"].get("archive_info", {}).get("hashes", {})
        if "sha256" in hashes:
            name, version = _key(one["metadata"]["name"]), one["metadata"]["version"]
            lines.append(f"{name}=={version} --hash=sha256:{hashes['sha256']}\n")
    return "".join(lines)


def main() -> None:
    """Make the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="a new folder")
    parser.add_argument("--hashes", action="store_true", help="also pin hashes, which asks the package index")
    parser.add_argument("--index", metavar="URL", help="a simple index, for the hashes of all platforms' wheels")
    options = parser.parse_args()
    packages = installed_closure()
    if not packages:
        raise SystemExit(f"Install {PROJECT} into this environment first: the SBOM lists what it brings.")
    options.out.mkdir(parents=True)
    sums = built_twice(options.out)
    (options.out / "sbom.json").write_text(json.dumps(sbom(packages), indent=1) + "\n", encoding="utf-8")
    if options.hashes:
        (options.out / "requirements.txt").write_text(hashed_requirements(options.index), encoding="utf-8")
    (options.out / "SHA256SUMS").write_text("".join(f"{sums[name]}  {name}\n" for name in sums), encoding="utf-8")


if __name__ == "__main__":
    main()
