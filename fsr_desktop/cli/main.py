"""The command line: `fsr-desktop` opens the window, `fsr-desktop restore|models|...` works without one.

Light to import; each command loads what it needs.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Collection, Sequence

from fsr_desktop import __version__

OK, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

_TRAIN_WORDS = (
    "Train a network by a recipe. For several GPUs: --devices N --strategy ddp, also under "
    "torchrun --nproc-per-node N -m fsr_desktop train ... . Each device draws the recipe's batch of its own, so that "
    "N devices see N times the pairs in a step."
)
_FINETUNE_WORDS = (
    "Make a model of your own from MODEL and your own photos (one family, one scanner). Some photos are held out: the "
    "new model is kept only if it is better than MODEL on them."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns: 0 all good, 1 some photo, face or model failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a path may hold characters that the console cannot show
            stream.reconfigure(errors="backslashreplace")
    parser, commands = _parser_and_commands()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if any(not one or (one.startswith("--") and one.endswith("=")) for one in given):
            parser.error("an argument is empty: name a file, a folder or a value")  # "" would be the current folder
        options = parser.parse_args(["window", *given] if _names_photos(given, commands) else _with_boxes(given))
    except SystemExit as stop:
        return int(stop.code or 0)
    run = importlib.import_module(f"fsr_desktop.cli.{options.command}").run
    try:
        return run(options)
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone
        sys.stderr.close()
        return SOME_FAILED


def _with_boxes(given: Sequence[str]) -> list[str]:
    """The same with each box that begins with a minus joined to its option: argparse takes it for another option."""
    found: list[str] = []
    for one in given:
        if found and found[-1] == "--box" and one[:1] == "-" and "," in one:
            found[-1] = f"--box={one}"
        else:
            found.append(one)
    return found


def _names_photos(given: Sequence[str], commands: Collection[str]) -> bool:
    """Whether the window is meant: by nothing at all, or by photos, as a file browser passes them on; one that is not
    there is known by its suffix or folder. A command is one whatever files there are."""
    if not given:
        return True
    first = given[0]
    looks_like_a_path = bool(os.path.splitext(first)[1] or os.path.dirname(first)) and not first.startswith("-")
    return first not in commands and (os.path.exists(first) or looks_like_a_path)


def _parser_and_commands() -> tuple[argparse.ArgumentParser, Collection[str]]:
    parser = argparse.ArgumentParser(
        prog="fsr-desktop", description="Restore faces in photographs, offline, on this machine."
    )
    parser.add_argument("--version", action="version", version=f"fsr-desktop {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_window(commands.add_parser("window", help="open the window (also without any command)"))
    _add_restore(commands.add_parser("restore", help="restore the faces of photos"))
    _add_animate(
        commands.add_parser("animate", help="make an exported animation again, or one of a photo before and after")
    )
    _add_models(commands.add_parser("models", help="list, show, import and run models"))
    _add_degrade(commands.add_parser("degrade", help="show what a training recipe does to a face"))
    _add_evaluate(commands.add_parser("evaluate", help="score models on photos whose good version is known"))
    _add_train(commands.add_parser("train", help="train a network by a recipe", description=_TRAIN_WORDS))
    _add_finetune(commands.add_parser("finetune", help="fit a model to your own photos", description=_FINETUNE_WORDS))
    _add_doctor(commands.add_parser("doctor", help="check this installation"))
    return parser, commands.choices


def _add_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photos", nargs="*", metavar="PHOTO", help="photos and folders to open")


def _add_restore(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("photos", nargs="+", metavar="PHOTO",
        help="JPEG, PNG, TIFF, WebP, AVIF, HEIC or BMP; a camera's raw file with the extra formats; a folder of them, "
        "or a pattern such as 'scans/**/*.tif'")  # fmt: skip
    add("-o", "--output", required=True, metavar="DIR", help="folder for the results; made if it is missing")
    add("--model", default="auto", metavar="ID", help="a model's id, or auto: by what each face holds")
    add("--faces", default="all", metavar="WHICH", help="all, largest, or numbers such as 1,3 (largest is 1)")
    add("--box", action="append", type=_box, default=[], metavar="X,Y,W,H",
        help="a face given by hand, in px of the photo, instead of looking for faces; may be repeated")  # fmt: skip
    add("--use-regions", action="store_true",
        help="also the faces that another program has marked in the file, where none was found")  # fmt: skip
    add("--strength", type=_share, default=1.0, metavar="S", help="0 leaves a face as it is, 1 restores it fully")
    add("--scale", choices=("auto", "1", "2", "4"), default="auto",
        help="enlarge the whole photo; auto: as far as its restored faces need, 1 keeps its size")  # fmt: skip
    add("--format", choices=("auto", "png", "tiff", "jpeg", "webp", "bmp"), default="auto",
        help="of the result; auto: the photo's own where that loses nothing, PNG for JPEG photos")  # fmt: skip
    add("--save-crops", action="store_true", help="also save each face before and after, at the model's size")
    add("--match-grain", action="store_true", help="give restored faces the grain of their surroundings")
    add(
        "--outside-range",
        action="store_true",
        help="also restore faces that hold less or more than the model is meant for; they are marked",
    )
    add("--large-faces", action="store_true", help="the same for faces that hold more alone")
    add("--detector", default="auto", metavar="NAME", help="face detector; auto: the best that is installed")
    _add_min_score(parser)
    add("--pages", choices=("first", "all"), default="first", help="of a TIFF file: all gives a result for each")
    add("--no-record", action="store_true", help="do not write into the result what was restored in it (XMP)")
    add("--keep-date", action="store_true", help="give each result the date of its photo's file")
    add("--max-megapixels", type=_megapixels, default=200.0, metavar="MP", help="refuse larger photos (default: 200)")
    add("--json", action="store_true", help="print one JSON object for each photo and nothing else")
    add("--fast", action="store_true",
        help="let models round to bfloat16: half the time, with the extra fast and a processor that can")  # fmt: skip
    _add_many_photos(parser)
    _add_device(parser)


def _add_many_photos(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--skip-existing", action="store_true", help="leave photos whose results are in the folder already")
    add("--report", metavar="FILE", help="also write what became of each photo, as .csv or .json")
    add("--overwrite", action="store_true", help="replace the report of an earlier run; results never replace a file")
    add("--quiet", action="store_true", help="say only what failed")


def _add_animate(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar="FILE.json|PHOTO", help="the file that was written beside an animation; or a photo, which is "
        "shown before and after")  # fmt: skip
    add("-o", "--output", metavar="OUT", help="a .gif, .mp4 or .webp file, or a folder (default: beside the file)")
    add("--model", default="auto", metavar="ID", help="of a photo: a model's id, or auto")
    add("--transition", choices=("wipe", "fade"), default="wipe", help="of a photo: how before becomes after")
    add(
        "--seconds", type=float, default=4.0, metavar="S", help="of a photo: from before to after and back (default: 4)"
    )
    add("--photo", metavar="PHOTO", help="with FILE.json: the photo, if it is not where it was")
    _add_min_score(parser, of="of a photo: ")
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
    face = actions.add_parser("import-face-model", help="install a morphable face model that you downloaded")
    face.add_argument("path", metavar="PATH", help="the folder of ICT FaceKit, or the file of a Basel Face Model")
    run = actions.add_parser("run", help="run a model on crops and save every named output")
    run.add_argument("model", metavar="ID")
    run.add_argument("--input", required=True, metavar="X.npy", help="(B, 3, h, w) float32 RGB in [0, 1]")
    run.add_argument("--output", required=True, metavar="Y.npz")
    run.add_argument("--overwrite", action="store_true", help="replace the output if it is there")
    run.add_argument("--raw", action="store_true", help="the crops have the network's input size already")
    _add_device(run)


def _add_degrade(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("photo", metavar="PHOTO", help="a photo with a face")
    add("--recipe", required=True, metavar="R", help="a recipe's TOML file, or the name of a shipped recipe")
    add("-o", "--output", metavar="FILE", help="the sheet (default: <photo>_degraded.png beside the photo)")
    add("--damage", metavar="DIR", help="a folder of masks of film damage, to show that as well")
    add("--seed", type=_seed, default=0, metavar="N", help="of the random draws (default: 0)")
    add("--faces", default="largest", metavar="WHICH", help="all, largest, or numbers such as 1,3 (largest is 1)")
    add("--detector", default="auto", metavar="NAME", help="face detector; auto: the best that is installed")
    _add_min_score(parser)


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--data", required=True, metavar="DIR", help="a folder of good photos, or a portrait folder (its split val)")
    add("--models", required=True, type=_names, metavar="A,B", help="ids of models, and bicubic for the input itself")
    made = parser.add_mutually_exclusive_group()
    made.add_argument("--scale", type=int, default=8, metavar="S", help="reduce faces S times by bicubic (default: 8)")
    made.add_argument("--blind", action="store_true", help="blur, reduce, add noise and compress at random instead")
    add("--seed", type=int, default=2020, metavar="N", help="of everything drawn at random (default: 2020)")
    add("--limit", type=int, metavar="N", help="at most N faces, evenly chosen")
    add("--score-size", type=int, metavar="PX",
        help="side of the truth; by default the model's own, and 256 for aligned faces")  # fmt: skip
    add("--sheet", metavar="PNG", help="also write a figure: input, each method, truth")
    add("--overwrite", action="store_true", help="replace the figure if it is there")
    add("--json", action="store_true", help="print one JSON document and nothing else")
    _add_device(parser)


def _add_train(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("recipe", metavar="RECIPE", help="the name of a shipped recipe, or a TOML file")
    add("--data", required=True, metavar="DIR", help="a folder of photos, or a portrait folder with faces.csv")
    add("--out", required=True, metavar="DIR", help="folder for checkpoint, recipe, curve, log and figures")
    add("--resume", action="store_true", help="go on from the last checkpoint in --out, to the same numbers")
    add("--start", metavar="FILE", help="the checkpoint that the recipe starts from, if it names one")
    add("--damage", metavar="DIR", help="a folder of masks of film damage, if the recipe lays it over the faces")
    add(
        "--steps", type=_count, metavar="N", help="the run's end, if another than the recipe's; may change on a plateau"
    )
    add("--stop-at", type=_count, metavar="STEP", help="end after this step, with a checkpoint")
    add("--devices", type=_count, default=1, metavar="N", help="how many GPUs, or CPU processes, to use (default: 1)")
    add("--accelerator", choices=("auto", "cpu", "cuda"), default="auto", help="the kind of device (default: auto)")
    add("--strategy", choices=("auto", "ddp"), default="auto", help="how several devices share the work")


def _add_finetune(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("model", metavar="MODEL", help="the id of the model to begin with")
    add(
        "--photos", required=True, metavar="DIR", help="a folder of your own photos, with faces that are large and good"
    )
    add("--name", metavar="NAME", help="the new model's name (default: the folder's)")
    add(
        "--layers",
        choices=("last", "all"),
        default="last",
        help="what is trained: the last layers, or all at a lower rate",
    )
    add(
        "--minutes",
        type=_minutes,
        default=15.0,
        metavar="M",
        help="how long to train; 5 to 30 is sensible (default: 15)",
    )
    add("--seed", type=int, default=0, metavar="N", help="of all that is drawn at random (default: 0)")
    add("--keep-anyway", action="store_true", help="keep the new model even where it is not better than MODEL")
    add("--json", action="store_true", help="print one JSON object and nothing else on standard output")


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--privacy", action="store_true", help="list what is kept on this machine, and who may read it")
    parser.add_argument("--json", action="store_true", help="as a JSON object")
    _add_device(parser)


def _add_min_score(parser: argparse.ArgumentParser, *, of: str = "") -> None:
    words = f"{of}lowest score of a face, 0 to 1 (default: 0.5); a lower one finds more, also what is none"
    parser.add_argument("--min-score", type=_share, default=0.5, metavar="S", help=words)


def _add_device(parser: argparse.ArgumentParser) -> None:
    choices = ("auto", "cpu", "cuda", "coreml")
    parser.add_argument("--device", choices=choices, default="auto", help="where models run (default: auto)")


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"expected 1 or more, got {text}")
    return value


def _megapixels(text: str) -> float:
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError(f"expected more than 0, got {text}")
    return value


def _minutes(text: str) -> float:
    value = float(text)
    if not 0 < value <= 240:
        raise argparse.ArgumentTypeError(f"expected minutes, more than 0 and at most 240, got {text}")
    return value


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        left, top, width, height = (float(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"expected four numbers X,Y,W,H, got {text}") from error
    return left, top, width, height


def _seed(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"expected a whole number from 0 on, got {text}")
    return value


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, got {text}")
    return value
