"""A release says what is in it: each package of the base install, its version and its licence."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "scripts" / "release.py"


@pytest.fixture(scope="module")
def release() -> ModuleType:
    spec = importlib.util.spec_from_file_location("release", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sbom_names_everything_that_the_base_install_brings_with_its_licence(release: ModuleType):
    document = release.sbom(release.installed_closure("pillow") + release.installed_closure("scikit-image"))
    names = {part["name"] for part in document["components"]}
    assert {"pillow", "scikit-image", "numpy", "scipy"} <= names
    assert document["bomFormat"] == "CycloneDX"
    for part in document["components"]:
        assert part["purl"] == f"pkg:pypi/{part['name']}@{part['version']}"
        assert part["licenses"][0]["license"]["name"] != "see the package"


def test_hashes_are_pinned_and_the_project_itself_is_not_among_them(release: ModuleType):
    own = {"metadata": {"name": "fsr-desktop", "version": "1"}, "download_info": {"dir_info": {}}}
    other = {
        "metadata": {"name": "A_b", "version": "2"},
        "download_info": {"archive_info": {"hashes": {"sha256": "0" * 64}}},
    }
    assert release.requirements_of([own, other]) == f"a-b==2 --hash=sha256:{'0' * 64}\n"


def test_hashes_of_all_platforms_are_those_of_the_version_s_wheels(release: ModuleType):
    files = [
        {"filename": f"a_b-{version}-{tag}", "hashes": {"sha256": f"{version}{tag}"}}
        for version in ("2", "2.1")
        for tag in ("py3-none-win_amd64.whl", "py3-none-any.whl")
    ]
    files.append({"filename": "a_b-2.tar.gz", "hashes": {"sha256": "source"}})
    hashes = release.wheels_of(files, "2")
    assert hashes == ["2py3-none-any.whl", "2py3-none-win_amd64.whl"]
    line = release.line_of("a-b", "2", hashes[:1], marker="sys_platform == 'darwin'")
    assert line == "a-b==2 ; sys_platform == 'darwin' \\\n    --hash=sha256:2py3-none-any.whl\n"
    with pytest.raises(SystemExit):
        release.wheels_of(files, "3")
    texts = ["numpy>=2; python_version >= '3.9'", "Colo_rama; platform_system == 'Windows'", "b; extra == 'os_name'"]
    assert release.platform_markers(texts) == {"colo-rama": "platform_system == 'Windows'"}
