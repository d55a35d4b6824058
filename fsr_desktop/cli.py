"""The command line: `fsr-desktop restore|models|doctor`. Light to import; each command loads what it needs."""

from __future__ import annotations

import argparse
import importlib
import io
import sys
from collections.abc import Sequence

from fsr_desktop import __version__

OK, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns: 0 all good, 1 some photo, face or model failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a path may hold characters that the console cannot show
            stream.reconfigure(errors="backslashreplace")
    parser = build_parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if options.command is None:
        parser.print_help(sys.stderr)
        return USAGE
    run = importlib.import_module(f"fsr_desktop.commands.{options.command}").run
    try:
        return run(options)
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone
        sys.stderr.close()
        return SOME_FAILED


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; `command` is None where none was given."""
    parser = argparse.ArgumentParser(
        prog="fsr-desktop", description="Restore faces in photographs, offline, on this machine."
    )
    parser.add_argument("--version", action="version", version=f"fsr-desktop {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_restore(commands.add_parser("restore", help="restore the faces of photos"))
    _add_models(commands.add_parser("models", help="list, show, import and run models"))
    _add_doctor(commands.add_parser("doctor", help="check this installation"))
    return parser


def _add_restore(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("photos", nargs="+", metavar="PHOTO", help="a photo: JPEG, PNG, TIFF, WebP or BMP")
    add("-o", "--output", required=True, metavar="DIR", help="folder for the results; made if it is missing")
    add("--model", default="auto", metavar="ID", help="a model's id, or auto: by the size of each face")
    add("--faces", default="all", metavar="WHICH", help="all, largest, or numbers such as 1,3 (largest is 1)")
    add("--box", action="append", type=_box, default=[], metavar="X,Y,W,H",
        help="a face given by hand, in px of the photo, instead of looking for faces; may be repeated")  # fmt: skip
    add("--strength", type=_strength, default=1.0, metavar="S", help="0 leaves a face as it is, 1 restores it fully")
    add("--scale", type=int, choices=(1, 2, 4), default=1, help="enlarge the whole photo by this factor")
    add("--format", choices=("auto", "png", "tiff", "jpeg", "webp", "bmp"), default="auto",
        help="of the result; auto: the photo's own where that loses nothing, PNG for JPEG photos")  # fmt: skip
    add("--save-crops", action="store_true", help="also save each face before and after, at the model's size")
    add("--match-grain", action="store_true", help="give restored faces the grain of their surroundings")
    add("--large-faces", action="store_true", help="also restore faces larger than the model is meant for")
    add("--detector", default="auto", metavar="NAME", help="face detector; auto: the best that is installed")
    add("--max-megapixels", type=float, default=200.0, metavar="MP", help="refuse larger photos (default: 200)")
    add("--json", action="store_true", help="print one JSON object for each photo and nothing else")
    _add_device(parser)


def _add_models(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="the installed models")
    listing.add_argument("--json", action="store_true", help="as a JSON array")
    show = actions.add_parser("show", help="a model's card")
    show.add_argument("model", metavar="ID")
    show.add_argument("--json", action="store_true", help="as a JSON object")
    take = actions.add_parser("import", help="install a published checkpoint that you downloaded")
    take.add_argument("file", metavar="FILE", help="a .safetensors, .onnx or .pth file")
    take.add_argument("--as", dest="model", metavar="ID", help="the id to give it")
    run = actions.add_parser("run", help="run a model on crops and save every named output")
    run.add_argument("model", metavar="ID")
    run.add_argument("--input", required=True, metavar="X.npy", help="(B, 3, h, w) float32 RGB in [0, 1]")
    run.add_argument("--output", required=True, metavar="Y.npz")
    run.add_argument("--raw", action="store_true", help="the crops have the network's input size already")
    _add_device(run)


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as a JSON object")
    _add_device(parser)


def _add_device(parser: argparse.ArgumentParser) -> None:
    choices = ("auto", "cpu", "cuda", "coreml")
    parser.add_argument("--device", choices=choices, default="auto", help="where models run (default: auto)")


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        left, top, width, height = (float(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"expected four numbers X,Y,W,H, got {text}") from error
    return left, top, width, height


def _strength(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, got {text}")
    return value
