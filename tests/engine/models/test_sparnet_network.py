"""SPARNet against the paper and against the published checkpoints' names and shapes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.errors import ModelError
from engine.models.sparnet.config import (
    PAPER_SPARNET,
    PAPER_SPARNET_HD,
    PAPER_SPARNET_HD_3D,
    PAPER_SPARNET_LIGHT_3D,
    SparnetConfig,
)
from engine.models.sparnet.detail_filters import (
    LUMA,
    QuietColour,
    Sharpening,
    WithoutChequers,
    WithoutLines,
    WithoutWeave,
)
from engine.models.sparnet.network import ROUNDS, Enlargement, FaceAttentionUnit, SPARNet

PEERS = Path(__file__).parents[4] / "shared" / "peers"
PUBLISHED = {
    "sparnet": (PAPER_SPARNET, 10_518_867),
    "sparnet_light_attn3d": (PAPER_SPARNET_LIGHT_3D, 5_242_211),
    "sparnethd_attn2d": (PAPER_SPARNET_HD, 85_793_412),
    "sparnethd_attn3d": (PAPER_SPARNET_HD_3D, 90_093_793),
}
SMALL = SparnetConfig(
    size=32, base_channels=4, max_channels=8, smallest_feature=8, body_units=2, attention_width=4,
    attention_bottleneck=16,
)  # fmt: skip


def on_meta(config: SparnetConfig) -> SPARNet:
    with torch.device("meta"):
        return SPARNet(config)


@pytest.mark.parametrize("name", PUBLISHED)
def test_paper_size_networks_have_the_published_parameter_counts(name: str) -> None:
    config, count = PUBLISHED[name]
    assert sum(p.numel() for p in on_meta(config).parameters()) == count


@pytest.mark.parametrize("name", PUBLISHED)
def test_paper_size_networks_have_exactly_the_published_tensor_names_and_shapes(name: str) -> None:
    path = PEERS / f"{name}.keys.json"
    if not path.exists():
        pytest.skip("the facts of the published checkpoints are not on this machine")
    expected = {k["name"]: tuple(k["shape"]) for k in json.loads(path.read_text())["keys"]}
    found = {n: tuple(v.shape) for n, v in on_meta(PUBLISHED[name][0]).state_dict().items()}
    assert found == expected


def test_sparnet_v16_has_sixteen_attention_maps_of_the_sizes_of_the_paper() -> None:
    output = on_meta(PAPER_SPARNET)(torch.zeros(1, 3, 128, 128, device="meta"))
    sides = [m.shape[-1] for m in output.attention]
    assert output.image.shape == (1, 3, 128, 128)
    assert sides == [64, 32, 16, *[16] * 10, 32, 64, 128]
    assert len(PAPER_SPARNET.attention_names) == 16


def test_sparnet_hd_gives_512_px_and_works_at_32_px_inside() -> None:
    output = on_meta(PAPER_SPARNET_HD)(torch.zeros(1, 3, 512, 512, device="meta"))
    assert output.image.shape == (1, 3, 512, 512)
    assert [m.shape[-1] for m in output.attention[4:13]] == [32] * 9


@pytest.mark.parametrize("count", [0, 1, 2, 4, 8, 16])
def test_sparnet_v_n_keeps_the_last_n_attention_branches(count: int) -> None:
    config = SparnetConfig(attention_units=count)
    network = on_meta(config)
    with_branch = [unit.att_func is not None for unit in network.modules() if isinstance(unit, FaceAttentionUnit)]
    assert with_branch == [False] * (16 - count) + [True] * count


@pytest.mark.parametrize(("bottleneck", "depth"), [(2, 5), (4, 4), (8, 3), (16, 2)])
def test_sparnet_s_m_sets_the_depth_of_the_first_hourglass(bottleneck: int, depth: int) -> None:
    unit = on_meta(SparnetConfig(attention_bottleneck=bottleneck)).encoder[1]
    assert isinstance(unit, FaceAttentionUnit)
    assert unit.att_func is not None
    assert unit.att_func.depth == depth


def test_a_unit_adds_the_attended_features_to_its_input() -> None:
    torch.manual_seed(0)
    unit = FaceAttentionUnit(SMALL, 8, 8, scale="none", depth=1, with_attention=True).eval()
    x = torch.randn(2, 8, 8, 8)
    y, alpha = unit(x)
    features = unit.conv2(unit.conv1(unit.preact_func(x)))
    assert alpha is not None
    assert alpha.shape == (2, 1, 8, 8)
    assert torch.all((alpha > 0) & (alpha < 1))
    torch.testing.assert_close(y, x + alpha * features)


def test_attention_in_three_dimensions_has_one_map_for_each_channel() -> None:
    config = replace(SMALL, attention="3d")
    unit = FaceAttentionUnit(config, 8, 8, scale="none", depth=1, with_attention=True).eval()
    _, alpha = unit(torch.randn(1, 8, 8, 8))
    assert alpha is not None
    assert alpha.shape == (1, 8, 8, 8)
    assert [m.shape[1] for m in SPARNet(config).eval()(torch.randn(1, 3, 32, 32)).attention] == [1] * 6


def test_a_network_keeps_nothing_between_calls() -> None:
    torch.manual_seed(0)
    network = SPARNet(SMALL).eval()
    first, other = torch.randn(1, 3, 32, 32), torch.randn(1, 3, 32, 32)
    before = network(first).image
    network(other)
    assert torch.equal(before, network(first).image)


def test_a_network_with_global_skip_starts_as_the_identity() -> None:
    config = replace(SMALL, global_skip=True, shuffle=2)
    x = torch.randn(1, 3, 32, 32)
    assert torch.equal(SPARNet(config).eval()(x).image, x)


def test_spectral_norm_bounds_every_convolution_of_the_hd_network() -> None:
    torch.manual_seed(0)
    config = replace(SMALL, spectral_norm=True, norm="instance")
    network = SPARNet(config).train()
    for _ in range(30):  # power iterations
        network(torch.randn(1, 3, 32, 32))
    layers = [m for m in network.modules() if isinstance(m, torch.nn.Conv2d) and hasattr(m, "weight_orig")]
    assert len(layers) == sum(isinstance(m, torch.nn.Conv2d) for m in network.modules())
    largest = max(torch.linalg.matrix_norm(m.weight.flatten(1), ord=2).item() for m in layers)
    assert largest < 1.1


def test_sizes_that_do_not_halve_evenly_are_refused() -> None:
    with pytest.raises(ModelError, match="power of two"):
        SparnetConfig(size=100)


def test_side_units_work_at_the_largest_maps_before_and_after_and_are_named_in_order() -> None:
    config = replace(SMALL, side_units=2)
    network = SPARNet(config).eval()
    names = ("in_1", "in_2", "down_1", "down_2", "body_1", "body_2", "up_1", "up_2", "out_1", "out_2")
    assert config.attention_names == names
    maps = network(torch.randn(1, 3, 32, 32)).attention
    assert [m.shape[-1] for m in maps] == [32, 32, 16, 8, 8, 8, 16, 32, 32, 32]
    plain = {name for name in SPARNet(SMALL).state_dict()}
    assert {name.split(".")[0] for name in network.state_dict().keys() - plain} == {"side_in", "side_out"}


def test_a_reduced_network_adds_what_the_small_one_adds_and_passes_the_finest_detail_by() -> None:
    torch.manual_seed(0)
    small = SPARNet(SMALL).eval()
    large = SPARNet(replace(SMALL, size=64, reduction=2)).eval()
    large.load_state_dict(small.state_dict())
    smooth = torch.nn.functional.interpolate(torch.randn(1, 3, 8, 8), size=(64, 64), mode="bicubic")
    checks = torch.tensor([[1.0, -1.0], [-1.0, 1.0]]).repeat(32, 32)  # gone when 2 x 2 px are averaged
    with torch.no_grad():
        plain, detailed = large(smooth).image, large(smooth + checks).image
        reduced = torch.nn.functional.avg_pool2d(smooth, 2)
        added = small(reduced).image - reduced
    torch.testing.assert_close(detailed - plain, checks.expand(1, 3, 64, 64), atol=1e-5, rtol=0)
    seen = halved(plain - smooth)
    middle = (..., slice(4, -4), slice(4, -4))
    assert torch.nn.functional.l1_loss(seen[middle], added[middle]) < 0.15 * added.abs().mean()


def halved(picture: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.interpolate(picture, scale_factor=0.5, mode="bicubic", antialias=True)


def waves(*, along: float, across: float) -> torch.Tensor:
    """A picture (1, 3, 64, 64) of cosine waves; frequencies in cycles per px, 0.5 is the finest there is."""
    at = torch.arange(64.0)
    columns, rows = torch.cos(2 * torch.pi * along * at), torch.cos(2 * torch.pi * across * at)
    return (rows[:, None] * columns[None, :]).expand(1, 3, -1, -1)


@pytest.mark.parametrize(
    ("along", "across", "kept"), [(0, 0, 1), (0.125, 0, 1), (0.25, 0.25, 0.9375), (0.5, 0, 0.995), (0.5, 0.5, 0)]
)
def test_what_is_enlarged_comes_back_when_it_is_reduced_but_for_chequers(
    along: float, across: float, kept: float
) -> None:
    picture = waves(along=along, across=across)
    back = halved(Enlargement(2)(WithoutChequers()(picture)))
    middle = (..., slice(12, -12), slice(12, -12))
    share = (back * picture)[middle].sum() / picture[middle].square().sum()
    assert share == pytest.approx(kept, abs=0.006)


@pytest.mark.parametrize("times", [2, 4])
def test_enlarging_in_one_convolution_is_enlarging_and_correcting_in_turn(times: int) -> None:
    picture = torch.rand(1, 3, 48, 48, generator=torch.Generator().manual_seed(0)) * 2 - 1
    expected = torch.nn.functional.interpolate(picture, scale_factor=times, mode="bicubic")
    for _ in range(ROUNDS):
        reduced = torch.nn.functional.interpolate(expected, scale_factor=1 / times, mode="bicubic", antialias=True)
        expected += torch.nn.functional.interpolate(picture - reduced, scale_factor=times, mode="bicubic")
    middle = (..., slice(12 * times, -12 * times), slice(12 * times, -12 * times))
    torch.testing.assert_close(Enlargement(times)(picture)[middle], expected[middle], atol=1e-3, rtol=0)


def test_chequers_are_taken_out_and_the_finest_lines_are_not() -> None:
    alternating = torch.tensor([1.0, -1.0]).repeat(20)
    middle = (..., slice(4, -4), slice(4, -4))
    chequers = (alternating[:, None] * alternating).expand(1, 3, 40, 40)
    without = WithoutChequers()
    assert without(chequers)[middle].abs().max() < 1e-6
    lines = alternating[:, None].expand(1, 3, 40, 40)
    torch.testing.assert_close(without(lines)[middle], lines[middle])


def test_a_network_with_the_filter_adds_no_chequers() -> None:
    config = replace(SMALL, global_skip=True, chequer_filter=True)
    torch.manual_seed(1)
    network, plain = SPARNet(config).eval(), SPARNet(replace(config, chequer_filter=False)).eval()
    network.out_conv.get_parameter("conv2d.weight").data.normal_(std=0.1)
    plain.load_state_dict(network.state_dict())
    picture = torch.rand(1, 3, SMALL.size, SMALL.size)
    added, otherwise = network(picture).image - picture, plain(picture).image - picture
    torch.testing.assert_close(added, WithoutChequers()(otherwise), atol=1e-5, rtol=0)
    assert (added - otherwise).abs().max() > 1e-3


@pytest.mark.parametrize(
    ("along", "across", "kept"),
    [
        (0, 0, 1),
        (0.0625, 0, 1),
        (0.375, 0, 1),
        (0.125, 0.125, 1),
        (0.3125, 0.0625, 1),
        (0.25, 0, 0),
        (0, 0.5, 0),
        (0.25, 0.25, 0),
        (0.5, 0.25, 0),
        (0.5, 0.5, 0),
    ],
)
def test_what_repeats_every_four_px_is_taken_out_and_else_next_to_nothing(
    along: float, across: float, kept: float
) -> None:
    picture = waves(along=along, across=across)
    middle = (..., slice(20, -20), slice(20, -20))
    share = (WithoutWeave()(picture) * picture)[middle].sum() / picture[middle].square().sum()
    assert share == pytest.approx(kept, abs=0.03)


def test_no_filter_changes_an_even_picture_or_learns() -> None:
    even = torch.tensor([0.1, -0.4, 0.9])[None, :, None, None].expand(2, 3, 40, 44)
    for module in (WithoutChequers(), WithoutWeave(), WithoutLines(0.7), Sharpening(0.5), QuietColour()):
        torch.testing.assert_close(module(even), even, atol=1e-5, rtol=0)
        assert not module.state_dict() and not list(module.parameters())


@pytest.mark.parametrize(("frequency", "kept"), [(0.0, 1.0), (0.05, 1.024), (0.25, 1.355), (0.5, 1.5)])
def test_sharpening_adds_to_what_is_fine_and_leaves_what_is_even(frequency: float, kept: float) -> None:
    picture = waves(along=frequency, across=0)
    share = (Sharpening(0.5)(picture) * picture)[..., 8:-8, 8:-8].sum() / picture[..., 8:-8, 8:-8].square().sum()
    assert share == pytest.approx(kept, abs=0.01)


@pytest.mark.parametrize(
    ("along", "across", "kept"),
    [(0.5, 0, 0.3), (0, 0.5, 0.3), (0.5, 0.5, 0.09), (0.25, 0, 0.825), (0.125, 0, 0.985), (0.25, 0.5, 0.825 * 0.3)],
)
def test_a_share_of_lines_is_taken_out(along: float, across: float, kept: float) -> None:
    picture, middle = waves(along=along, across=across), (..., slice(8, -8), slice(8, -8))
    share = (WithoutLines(0.7)(picture) * picture)[middle].sum() / picture[middle].square().sum()
    assert share == pytest.approx(kept, abs=0.01)


def test_fine_colour_is_taken_out_and_luma_stays() -> None:
    torch.manual_seed(1)
    quiet, middle = QuietColour(), (..., slice(8, -8), slice(8, -8))
    noise = torch.randn(1, 3, 40, 40)
    weights = LUMA[None, :, None, None]
    torch.testing.assert_close((quiet(noise) * weights).sum(1), (noise * weights).sum(1), atol=1e-5, rtol=0)
    red = torch.tensor([1.0, -LUMA[0] / LUMA[1], 0.0])[None, :, None, None]  # of no luma
    for along, across, kept in ((0.5, 0, 0), (0.25, 0, 0), (0.25, 0.25, 0), (0.02, 0, 0.98)):
        colour = waves(along=along, across=across) * red
        share = (quiet(colour) * colour)[middle].sum() / colour[middle].square().sum()
        assert share == pytest.approx(kept, abs=0.02)


def test_filters_of_lines_and_colour_act_on_what_the_network_adds_alone() -> None:
    config = replace(SMALL, global_skip=True)
    torch.manual_seed(1)
    plain, network = SPARNet(config).eval(), SPARNet(replace(config, line_filter=0.6, colour_filter=True)).eval()
    plain.out_conv.get_parameter("conv2d.weight").data.normal_(std=0.1)
    network.load_state_dict(plain.state_dict())
    picture = torch.rand(1, 3, SMALL.size, SMALL.size)
    added, otherwise = network(picture).image - picture, plain(picture).image - picture
    torch.testing.assert_close(added, QuietColour()(WithoutLines(0.6)(otherwise)), atol=1e-5, rtol=0)
    assert (added - otherwise).abs().max() > 1e-3


def test_a_gain_sharpens_what_the_network_adds_alone() -> None:
    config = replace(SMALL, global_skip=True)
    torch.manual_seed(1)
    plain, network = SPARNet(config).eval(), SPARNet(replace(config, detail_gain=0.4)).eval()
    plain.out_conv.get_parameter("conv2d.weight").data.normal_(std=0.1)
    network.load_state_dict(plain.state_dict())
    picture = torch.rand(1, 3, SMALL.size, SMALL.size)
    added, otherwise = network(picture).image - picture, plain(picture).image - picture
    torch.testing.assert_close(added, Sharpening(0.4)(otherwise), atol=1e-5, rtol=0)
    assert (added - otherwise).abs().max() > 1e-3


def test_filters_need_a_skip_and_a_sensible_gain() -> None:
    with pytest.raises(ModelError, match="global_skip"):
        SparnetConfig(chequer_filter=True)
    with pytest.raises(ModelError, match="global_skip"):
        SparnetConfig(weave_filter=True)
    with pytest.raises(ModelError, match="global_skip"):
        SparnetConfig(detail_gain=0.5)
    with pytest.raises(ModelError, match="global_skip"):
        SparnetConfig(line_filter=0.5)
    with pytest.raises(ModelError, match="global_skip"):
        SparnetConfig(colour_filter=True)
    with pytest.raises(ModelError, match="0 to 1"):
        SparnetConfig(global_skip=True, line_filter=1.1)
    with pytest.raises(ModelError, match="0 to 2"):
        SparnetConfig(global_skip=True, detail_gain=-0.1)


def test_enlarging_leaves_an_even_picture_even_up_to_its_edge_and_has_nothing_to_learn() -> None:
    enlargement = Enlargement(2)
    even = torch.tensor([0.1, -0.4, 0.9])[None, :, None, None].expand(2, 3, 20, 28)
    torch.testing.assert_close(enlargement(even), even[..., :1, :1].expand(2, 3, 40, 56), atol=1e-5, rtol=0)
    assert not enlargement.state_dict() and not list(enlargement.parameters())
