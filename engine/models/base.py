"""What the engine knows of a family and of a model, without torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.datasets.labels import LabelSource

CropKind = Literal["tight", "ffhq"]
ModelSource = Literal["shipped", "user"]
ATTENTION_WEIGHTS = "attention_weights"  # a graph's optional input: (B or 1, maps), a factor for each attention output
WITH_SIDE_OUTPUTS = "with_side_outputs"  # a graph's optional input: false saves what the picture does not need


@dataclass(frozen=True, kw_only=True)
class PublishedModel:
    """A checkpoint that a paper's authors published, which a user may download and import.

    `config` is the family's configuration; a file is recognised by the names and shapes of its tensors.
    """

    id: str
    title: str
    config: Any
    input_size: int  # px
    output_size: int  # px
    crop: CropKind
    useful_range: tuple[int, int]  # px
    licence: str
    licence_note: str
    where: str


@dataclass(frozen=True, kw_only=True)
class FamilyLosses:
    """A family's own table of a recipe, `[family_loss]`, and the loss terms that it stands for; this one has none.

    A family with terms of its own has a frozen dataclass below this one, whose fields all have defaults.
    """

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of labels that the terms need (`engine.datasets.labels`)."""
        return ()

    def pictures(self, output: Any) -> tuple[Tensor, ...]:
        """All pictures `(B, 3, H, W)` of the network's output in order, the result last.

        Pixel loss and structure are the mean over them; validation scores each.
        """
        return (output.image,)

    def truth(self, output: Any, labels: Mapping[str, Tensor], truth: Tensor) -> Tensor:
        """What pixel loss, structure, perceptual loss and discriminators compare the pictures with: the truth."""
        return truth

    def terms(self, output: Any, labels: Mapping[str, Tensor], truth: Tensor) -> Mapping[str, tuple[float, Tensor]]:
        """Weight and value of each term, by the name that curves show.

        Args: labels: `(B, ...)` by their kind, places in px of the truth. truth: `(B, 3, H, W)` in [-1, 1].
        """
        return {}

    def finetuned(self) -> FamilyLosses:
        """The terms that are kept when a model learns from a user's photos, which may come without labels."""
        return self


@dataclass(frozen=True, kw_only=True)
class CropPriors:
    """What is known of crops before the network sees them: `inputs` of its graph by their names, `(B, ...)`; `outputs`
    as `Restoration` has them, by the names of `engine.runtime.outputs`; and for each crop why it has none, or ""."""

    inputs: Mapping[str, NDArray[np.float32]]
    outputs: Mapping[str, NDArray[np.float32]]
    refusals: tuple[str, ...]


PriorsOf = Callable[["NDArray[np.float32]"], CropPriors]  # of crops (B, 3, H, W) RGB in [0, 1]
Names = Mapping[str, tuple[str, ...]]
LabelSources = Mapping[str, Callable[[], "LabelSource"]]
ExtraScores = Callable[[Any, Mapping[str, "Tensor"]], Mapping[str, "NDArray[np.floating[Any]]"]]


def _no_scores(_output: Any, _labels: Mapping[str, Tensor]) -> Mapping[str, NDArray[np.floating[Any]]]:
    return {}


def _no_low_side(_config: Any) -> int:
    return 0


def _no_names(_config: Any) -> Names:
    return {}


def _no_priors(_config: Any) -> PriorsOf | None:
    return None


def _as_it_is(config: Any) -> Any:
    return config


@dataclass(frozen=True, kw_only=True)
class FamilySpec:
    """One paper's method: what it is, what it gives, how its network is built, trained and exported.

    `outputs` names the fields of `Restoration` that it fills. `build` makes the network of a configuration, which the
    network keeps as `config` and which has a `size`, the side of its pictures in px (imports torch).

    `exportable` wraps it so that it maps pictures in [0, 1] to a tuple of tensors, and names
    them as `Restoration` does (`attention_<name>`, `steps_<n>`, ...). Where the wrapper has `options`, tensors by name,
    they become optional inputs with these defaults (`ATTENTION_WEIGHTS`); outputs that it names in `side_outputs` are
    computed only with `WITH_SIDE_OUTPUTS`. `names` are what a user reads for the parts of an output, by its name: one
    for a map, one for each channel or number of `heatmaps`, `action_units` and `morphable_<name>`; what is left out is
    called as the output is, or numbered. `exported_config` is the configuration that the exported weights fit.
    `low_side` is the one resolution in px that a network knows faces of, 0 if it knows several. `priors` gives what
    computes a network's further inputs from the crops, for what no graph computes, such as a rendered face; the graph
    has them as `options` whose default means that there is no prior (an axis of length 1 may be longer in use), the
    network computes them itself in training, and what they are is told with the restoration. None: it has none.

    `losses` are its own terms; `label_sources` give the kinds of labels that only this family needs. `extra_scores`
    gives scores `(B,)` by name of the network's output and the labels, for validation. `last_layers` are beginnings of
    the names of the parameters that turn features into the picture, which fine-tuning may train alone.
    """

    id: str
    title: str
    paper: str
    outputs: tuple[str, ...]
    config_type: type
    build: Callable[[Any], nn.Module]
    exportable: Callable[[nn.Module], tuple[nn.Module, tuple[str, ...]]]
    names: Callable[[Any], Names] = _no_names
    exported_config: Callable[[Any], Any] = _as_it_is
    low_side: Callable[[Any], int] = _no_low_side
    priors: Callable[[Any], PriorsOf | None] = _no_priors
    losses: type[FamilyLosses] = FamilyLosses
    label_sources: LabelSources = field(default_factory=dict[str, "Callable[[], LabelSource]"])
    extra_scores: ExtraScores = _no_scores
    last_layers: tuple[str, ...] = ()
    published: tuple[PublishedModel, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Score:
    """Mean scores of a model and of its input, the bicubic enlargement, on validation faces.

    `input_px` is the side of the low-resolution face crop; 0 means blind degradation (blur, size, noise and JPEG drawn
    with a fixed seed). `perceptual` is the distance of EfficientNet-Lite1's features, `sharpness` the median ratio to
    the truth's; None where they were not measured.
    """

    input_px: int
    faces: int
    psnr_db: float
    ssim: float
    bicubic_psnr_db: float
    bicubic_ssim: float
    perceptual: float | None = None
    bicubic_perceptual: float | None = None
    sharpness: float | None = None


Damage = Literal["clean", "noise", "jpeg", "screen", "comb"]


@dataclass(frozen=True, kw_only=True)
class DamageScore:
    """Mean scores of a model and of its input on validation faces with one kind of damage (`engine.quality`).

    `detail_px` is what the faces hold: px of the tight square. Scored is what a user sees: the photo enlarged until the
    square has 256 px, with and without the restored face. `perceptual` as in `Score`.
    """

    damage: Damage
    detail_px: int
    faces: int
    psnr_db: float
    input_psnr_db: float
    perceptual: float
    input_perceptual: float

    @property
    def perceptual_gain(self) -> float:
        """How much nearer to the truth it looks, as a share of the input's distance; below 0 it looks worse."""
        return 1 - self.perceptual / self.input_perceptual if self.input_perceptual > 0 else 0.0

    @property
    def psnr_gain_db(self) -> float:
        """dB over the input's."""
        return self.psnr_db - self.input_psnr_db


@dataclass(frozen=True, kw_only=True)
class Parent:
    """The model that another one was fine-tuned from, and what it scores on the faces that the other is scored on."""

    id: str
    sha256: str  # of its weights
    scores: tuple[Score, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ModelCard:
    """What a user must know of a model; `card.toml` beside its weights.

    `useful_range` is the side in photo px of the faces the model is meant for. `low_side`: a model that works on faces
    of one low resolution is given no more px than that, see `engine.runtime.low_side`; 0 for others. `network` rebuilds
    the family's configuration. `outputs` are the names of the graph's outputs, `names` what a user reads for their
    parts (`FamilySpec.names`). `parent` is set for a fine-tuned model. `look` is the plain name by which a user chooses
    it, `said` a few words of what it does; `for_study`: it is there to be studied, not for everyday photos.
    """

    id: str
    family: str
    title: str
    look: str = ""
    said: str = ""
    for_study: bool = False
    paper: str
    file: str
    sha256: str
    licence: str
    licence_note: str = ""
    crop: CropKind = "tight"
    input_size: int
    output_size: int
    useful_range: tuple[int, int]
    parameters: int
    outputs: tuple[str, ...]
    names: Names = field(default_factory=dict[str, "tuple[str, ...]"])
    low_side: int = 0
    training_data: str = ""
    bias: str = ""
    limits: str = ""
    recipe: str = ""
    commit: str = ""
    origin: str = ""  # imported models: the file it came from and its SHA-256
    network: Mapping[str, Any] = field(default_factory=dict[str, Any])
    scores: tuple[Score, ...] = ()
    damage_scores: tuple[DamageScore, ...] = ()
    parent: Parent | None = None

    @property
    def sets_upright(self) -> bool:
        """Whether the model finds by itself how a face is turned, and gives it upright."""
        return "transform" in self.outputs
