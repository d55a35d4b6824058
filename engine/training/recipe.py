"""Everything that defines a training run, read from a commented TOML file."""

from __future__ import annotations

import dataclasses
import difflib
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from engine.datasets.unaligned import Unaligned
from engine.degradation.recipe import DegradationRecipe
from engine.errors import EngineError, ModelError, RecipeError
from engine.files import limited_text, refused
from engine.messages import message
from engine.models.base import CropKind, FamilyLosses
from engine.models.registry import FAMILIES, load_family

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


# "l1": mean absolute error (SPARNet eq. 6); "l2": mean squared error (eq. 1); "l1_rmse": half the absolute error, half
# each picture's root mean squared error, which is what the mean PSNR measures.
PixelLoss = Literal["l1", "l2", "l1_rmse"]
# "hinge": SPARNet eqs. 8 and 9; "log": the logarithms of DIC eqs. 9 and 10.
AdversarialLoss = Literal["hinge", "log"]
# "patches": three discriminators at three scales, each of patches; "dcgan": one of the whole picture, as DCGAN's.
DiscriminatorKind = Literal["patches", "dcgan"]
Schedule = Literal["cosine", "step", "constant", "plateau", "exponential"]
Algorithm = Literal["adam", "rmsprop"]
Precision = Literal["float32", "bfloat16", "float16"]
NO_TERMS = FamilyLosses()
_MOST_BYTES = 1 << 20
_MOVED = ("alignment_weight",)  # stood in [loss], whatever the family, before families had a table of their own


@dataclass(frozen=True, kw_only=True)
class DataRecipe:
    """Which faces are trained on, and how crops are cut from them.

    `crop` is how the model's faces are cut: "tight", the square around the face, or "ffhq", the aligned quad.
    """

    crop: CropKind = "tight"
    min_detail: int = 180  # px, `native_quad`: portraits with less real detail are left out
    min_inside: float = 0.0  # share of the portrait that is photo and not mirrored border
    source_weights: dict[str, float] = field(default_factory=dict[str, float])  # 1 where a source is not named
    turned_weight: float = 1.0  # portraits whose head is turned by 40 degrees or more are drawn so much more often
    half_size_steps: int = 0  # so many steps at first see whole faces at half the size, which costs a quarter
    patch: int = 0  # px, side of the part of the crop that is trained on; 0: all of it
    scale_range: tuple[float, float] = (0.85, 1.2)  # side of the crop over the tight square or the aligned quad
    resolution_range: tuple[float, float] = (0.75, 1.1)  # patches: side of the quad in px over the portrait's own
    shift: float = 0.06  # largest shift of the crop, in its sides
    rotation_rad: float = 0.12  # largest turn
    flip: float = 0.5  # probability
    tone: float = 0.0  # probability of another gamma, saturation and contrast
    light: float = 0.0  # probability of another exposure, white balance and contrast, or of light from one side
    unaligned: Unaligned = field(default_factory=Unaligned)  # the low-resolution face lies elsewhere than its truth


@dataclass(frozen=True, kw_only=True)
class LossRecipe:
    """Terms of the loss and their weights (SPARNet eq. 12, DIC eq. 12); a term of weight 0 is not computed.

    Those that any family may have; a family's own are in its `FamilyLosses`. Pixels are in [-1, 1] for the pixel loss
    and the discriminators, as in the published code. Where a network gives several pictures in turn, pixel loss and
    structure are the mean over all of them, and the others look at the last.
    """

    pixel: PixelLoss = "l1"
    pixel_weight: float = 1.0
    structure_weight: float = 0.0  # 1 - SSIM; not in the paper
    perceptual_weight: float = 0.0
    perceptual_network: str = "efficientnet-lite0"  # or "vgg19", if its weights are at hand
    perceptual_crop: int = 0  # px, side of a random part that it is computed on, the same of all pictures; 0: all
    perceptual_blocks: tuple[int, ...] = ()  # of an EfficientNet-Lite, counted from 0; none: the usual ones
    feature_reduction: int = 1  # pictures are reduced so many times for features and discriminators
    adversarial_weight: float = 0.0  # of the discriminators
    discriminator: DiscriminatorKind = "patches"
    adversarial: AdversarialLoss = "hinge"
    feature_matching_weight: float = 0.0
    discriminator_width: int = 32  # channels of the first layer; the published one has 64
    discriminator_learning_rate: float = 4e-4

    def __post_init__(self) -> None:
        if self.feature_matching_weight and not self.adversarial_weight:
            raise RecipeError(
                "Feature matching needs the discriminators.", hint="Give adversarial_weight as well, or neither."
            )

    @property
    def has_discriminator(self) -> bool:
        """Whether the run trains discriminators."""
        return self.adversarial_weight > 0


@dataclass(frozen=True, kw_only=True)
class OptimiserRecipe:
    """Adam, or RMSprop, with linear warm-up and a schedule: half a cosine down to zero, or steps, or constant.

    "exponential" multiplies the rate by 0.99 every `epoch_steps` (MTUN, section 3.3). "plateau" is constant up to the
    last `decay_steps`, then falls to zero in a straight line (Hu et al. 2024, MiniCPM, "warmup-stable-decay"): such a
    run may be lengthened for as long as there is time.
    """

    steps: int
    batch: int = 16  # of each process
    learning_rate: float = 1e-3
    algorithm: Algorithm = "adam"  # of the network; discriminators have Adam
    betas: tuple[float, float] = (0.9, 0.99)  # RMSprop smooths by the second alone
    warmup_steps: int = 100
    schedule: Schedule = "cosine"
    drop_at: tuple[int, ...] = ()  # "step": the learning rate is halved at these steps
    decay_steps: int = 0  # "plateau": so many at the end
    epoch_steps: int = 200  # "exponential"
    clip_norm: float = 1.0
    ema_decay: float = 0.999
    precision: Precision = "float32"  # bfloat16, float16: autocast
    seed: int = 0
    checkpoint_every: int = 250  # steps
    validate_every: int = 1000  # steps


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One training run of one family.

    `starts_from` names the recipe whose averaged weights the run begins with; empty: fresh weights. `network` is the
    family's own configuration (`FamilySpec.config_type`), `family_loss` its own loss terms (`FamilySpec.losses`).
    """

    name: str
    family: str
    starts_from: str = ""
    network: Any
    data: DataRecipe = field(default_factory=DataRecipe)
    degradation: DegradationRecipe = field(default_factory=DegradationRecipe)
    loss: LossRecipe = field(default_factory=LossRecipe)
    family_loss: FamilyLosses = NO_TERMS
    optimiser: OptimiserRecipe

    def __post_init__(self) -> None:
        if self.family_loss is NO_TERMS:  # not given: the family's own, as they are by default
            object.__setattr__(self, "family_loss", load_family(self.family).losses())


_T = TypeVar("_T")


def read_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file.

    Raises: RecipeError for a missing file, wrong TOML, an unknown key (naming the nearest) or a wrong type.
    """
    try:
        table = tomllib.loads(limited_text(path, _MOST_BYTES))
    except OSError as error:
        raise RecipeError(refused(message("The recipe {path}", path=path), error)) from error
    except (ValueError, RecursionError) as error:  # of TOML, of its numbers, of UTF-8
        raise RecipeError("{path} is not valid TOML: {error}.", path=path, error=str(error)) from error
    return recipe_from_table(table)


def recipe_from_table(table: dict[str, Any]) -> Recipe:
    """The recipe that a parsed TOML table describes; `dataclasses.asdict` of a recipe gives the table back."""
    family = table.get("family")
    if not isinstance(family, str):
        raise RecipeError("The recipe lacks 'family'.", hint="Known: {names}.", names=tuple(FAMILIES))
    try:
        spec = load_family(family)
    except ModelError as error:
        raise RecipeError("In recipe.family: {message}", hint=error.hint, message=error.message) from error
    return _build(Recipe, _with_moved(table), "recipe", network=spec.config_type, family_loss=spec.losses)


def _with_moved(table: dict[str, Any]) -> dict[str, Any]:
    """An old recipe's or checkpoint's table in today's form; weights of 0, which meant nothing, are dropped."""
    loss = table.get("loss")
    if not isinstance(loss, dict) or not any(key in loss for key in _MOVED):
        return table
    if not isinstance(table.get("family_loss", {}), dict):
        return table
    kept = {key: value for key, value in loss.items() if key not in _MOVED}
    own = {key: loss[key] for key in _MOVED if loss.get(key)}
    return {**table, "loss": kept, "family_loss": {**own, **table.get("family_loss", {})}}


def _build(kind: type[_T], table: dict[str, Any], where: str, **narrower: type) -> _T:
    hints = get_type_hints(kind) | narrower
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in hints:
            near = difflib.get_close_matches(key, hints, n=1)
            meant = (
                message("Did you mean '{name}'?", name=near[0])
                if near
                else message("Known: {names}.", names=tuple(hints) or message("none"))
            )
            raise RecipeError("Unknown key '{key}' in {where}.", hint=meant, key=key, where=where)
        values[key] = _convert(hints[key], value, f"{where}.{key}")
    missing = [
        f.name
        for f in dataclasses.fields(kind)  # type: ignore[arg-type]
        if f.name not in values and f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    ]
    if missing:
        raise RecipeError("{where} lacks '{missing}'.", where=where, missing=missing[0])
    try:
        return kind(**values)
    except RecipeError:
        raise
    except (TypeError, ValueError, ArithmeticError) as error:  # a value of another kind than its rules compare
        raise RecipeError("In {where}: {message}", where=where, message=str(error)) from error
    except EngineError as error:
        raise RecipeError("In {where}: {message}", hint=error.hint, where=where, message=error.message) from error


def _convert(hint: Any, value: Any, where: str) -> Any:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, dict):
            raise RecipeError("Expected a table for {where}, got {value}.", where=where, value=repr(value))
        return _build(hint, value, where)
    if isinstance(value, list):
        value = tuple(value)
    if get_origin(hint) is Literal and value not in get_args(hint):
        choices = ", ".join(map(str, get_args(hint)))
        raise RecipeError(
            "Expected one of {choices} for {where}, got {value}.", choices=choices, where=where, value=repr(value)
        )
    name = getattr(hint, "__name__", str(hint))
    accepted = {"int": (int,), "float": (int, float), "str": (str,), "bool": (bool,)}.get(name)
    if accepted and (not isinstance(value, accepted) or (isinstance(value, bool) and name != "bool")):
        raise RecipeError("Expected {name} for {where}, got {value}.", name=name, where=where, value=repr(value))
    return value
