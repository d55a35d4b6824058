"""What every back end offers: one network file in memory, run by names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from engine.types import Floats


class Network(Protocol):
    """One network in memory."""

    @property
    def provider(self) -> str:
        """What really runs it: ONNX Runtime's name of its provider, or one of `OPENVINO_PROVIDERS`."""
        ...

    @property
    def input(self) -> str:
        """Name of the input `(B, 3, H, W)`."""
        ...

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names of all outputs."""
        ...

    @property
    def options(self) -> tuple[str, ...]:
        """Names of inputs that may be left out; none where the back end has fixed them to what they usually are."""
        ...

    def run(self, names: Sequence[str], inputs: Mapping[str, Any]) -> list[Floats]:
        """The outputs of these names, in their order. Raises: one of `runtime_errors`."""
        ...
