"""The card of a model says all that a user must know."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from engine.models.base import Parent
from engine.models.registry import InstalledModel, find_model
from fsr_desktop.models.card_view import COPY_LINK, ModelCardView

pytestmark = pytest.mark.window


@pytest.fixture
def view(qtbot: QtBot) -> ModelCardView:
    view = ModelCardView()
    qtbot.addWidget(view)
    return view


def lines(view: ModelCardView) -> list[str]:
    return view.toPlainText().splitlines()


def test_a_shipped_card_shows_its_facts_and_scores(view: ModelCardView) -> None:
    model = find_model("sparnet-x8")
    card, score = model.card, model.card.scores[0]
    view.show_model(model, 3_500_000)
    text = view.toPlainText()
    for words in (
        card.look,
        card.title,
        card.paper,
        card.licence,
        card.bias,
        card.limits,
        card.training_data,
        card.recipe,
    ):
        assert words in text
    assert "Comes with the program" in text and "3.5 MB on disk" in text
    assert f"faces of {card.useful_range[0]} to {card.useful_range[1]} px" in text
    for number in (f"{score.psnr_db:.2f}", f"{score.bicubic_psnr_db:.2f}", f"{score.bicubic_ssim:.3f}"):
        assert number in lines(view)
    assert "attention maps" in text


def test_blind_scores_are_named_and_the_perceptual_distance_is_shown(view: ModelCardView) -> None:
    view.show_model(find_model("sparnet-hd"), 1)
    assert "blind" in lines(view) and "Perceptual distance" in lines(view)
    small = find_model("sparnet-x8")
    scores = tuple(replace(score, perceptual=None, bicubic_perceptual=None) for score in small.card.scores)
    view.show_model(replace(small, card=replace(small.card, scores=scores)), 1)
    assert "Perceptual distance" not in lines(view)


def test_only_the_better_number_is_bold(view: ModelCardView) -> None:
    model = find_model("sparnet-x8")
    worse = replace(model.card.scores[0], psnr_db=20.0, bicubic_psnr_db=25.0)
    view.show_model(InstalledModel(replace(model.card, scores=(worse,)), model.folder, "shipped"), 1)
    document = view.document()
    assert document.find("25.00").charFormat().fontWeight() > document.find("20.00").charFormat().fontWeight()


def test_a_licence_without_commerce_stands_out(view: ModelCardView) -> None:
    model = find_model("sparnet-x8")
    view.show_model(model, 1)
    assert "Not for commercial use" not in view.toPlainText()
    card = replace(model.card, licence="CC-BY-NC-SA-4.0", origin="SPARNet.pth, SHA-256 12")
    view.show_model(InstalledModel(card, model.folder, "user"), 1)
    assert "Not for commercial use" in view.toPlainText()
    assert "Imported by you" in view.toPlainText() and "SPARNet.pth" in view.toPlainText()


def test_a_finetuned_model_is_shown_beside_the_one_it_was_made_from(view: ModelCardView) -> None:
    model = find_model("sparnet-x8")
    before = replace(model.card.scores[0], psnr_db=11.11)
    parent = Parent(id="sparnet-x8", sha256="ab" * 32, scores=(before,))
    view.show_model(InstalledModel(replace(model.card, id="mine", parent=parent), model.folder, "user"), 1)
    assert "Your own, taught from sparnet-x8" in view.toPlainText()
    assert "11.11" in lines(view)


def test_words_of_a_card_are_no_markup(view: ModelCardView) -> None:
    model = find_model("sparnet-x8")
    view.show_model(InstalledModel(replace(model.card, bias="<b>a < b</b>"), model.folder, "user"), 1)
    assert "<b>a < b</b>" in view.toPlainText()


def test_the_link_copies_the_whole_sha256(view: ModelCardView, qtbot: QtBot) -> None:
    model = find_model("sparnet-x8")
    view.show_model(model, 1)
    assert model.card.sha256 not in view.toPlainText() and model.card.sha256[:12] in view.toPlainText()
    with qtbot.waitSignal(view.copied):
        view.anchorClicked.emit(QUrl(COPY_LINK))
    assert QGuiApplication.clipboard().text() == model.card.sha256


def test_maps_that_are_regions_of_action_units_are_called_so(view: ModelCardView) -> None:
    view.show_model(find_model("mpenet-x8"), 1)
    text = view.toPlainText()
    assert "10 regions of action units" in text and "attention maps" not in text
