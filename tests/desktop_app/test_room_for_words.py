"""Long sentences are read whole, in English and in other languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QTabBar, QVBoxLayout
from pytestqt.qtbot import QtBot

from core.error_wording import ErrorMessage, describe_error
from core.errors import MissingDecoderError
from core.language import use_language
from desktop_app.density_plot import DensityPlot
from desktop_app.error_messages import MessageBar
from desktop_app.page_parts import RoomyTabBar
from desktop_app.screening.answer_view import AnswerView
from desktop_app.screening.panel_state import Answered
from desktop_app.start_language import speak
from desktop_app.viewer.prior_pane import PriorPane
from desktop_app.viewer.problem_page import ProblemPage
from tests.core.worklist.worklist_examples import scan_result

LONG_NAME = "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1])"


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("size", [(900, 600), (520, 300)])
def test_a_long_headline_of_a_problem_is_shown_whole(qtbot: QtBot, language: str, size: tuple[int, int]) -> None:
    use_language(language)
    page = ProblemPage()
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_message(describe_error(MissingDecoderError(Path("JPEG-LL.dcm"), LONG_NAME)))
    QApplication.processEvents()
    labels = [label for label in page.findChildren(QLabel) if label.text()]
    assert len(labels) == 2
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
    page.show_message(ErrorMessage("Short.", ""))
    assert page._summary.height() < 2 * page.fontMetrics().height()


def test_a_dialog_grows_by_a_message_and_by_its_details(qtbot: QtBot) -> None:
    dialog, bar, below = QDialog(), MessageBar(), QLabel("What was there before. " * 8)
    below.setWordWrap(True)
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    layout.addWidget(bar)
    layout.addWidget(below)
    dialog.resize(400, 90)
    dialog.show()
    bar.show_error(ErrorMessage("Something failed in a way that takes many words to say. " * 4, "", "Traceback"))
    QApplication.processEvents()
    with_message = dialog.height()
    for label in (bar._sentence, below):
        assert label.height() >= label.heightForWidth(label.width())
    bar._details_button.click()
    QApplication.processEvents()
    assert dialog.height() > with_message
    assert below.height() >= below.heightForWidth(below.width())


def test_the_tip_about_the_model_is_no_wider_than_a_page(qtbot: QtBot) -> None:
    view = AnswerView()
    qtbot.addWidget(view)
    origin = "Trained on many images of several hospitals, which are named here one after the other. " * 6
    view.show_answer(Answered(scan_result(origin=origin)))
    lines = view._model.toolTip().splitlines()
    assert max(len(line) for line in lines) <= 80
    assert " ".join(lines) == origin.strip()


def test_the_chooser_of_another_examination_shows_date_modality_and_view(qtbot: QtBot) -> None:
    pane = PriorPane()
    qtbot.addWidget(pane)
    pane.offer([(1, "14.03.2024  CR  PA")])
    pane.resize(320, 300)
    pane.show()
    field = pane.chooser.width() - pane.chooser.height()  # Its arrow is about as wide as it is high.
    assert field >= pane.fontMetrics().horizontalAdvance("14.03.2024  CR  PA")


@pytest.mark.parametrize("height", [170, 260, 600])
def test_curves_of_the_density_stay_below_the_legend_as_far_as_there_is_room(qtbot: QtBot, height: int) -> None:
    from core.model.package import bundled_package

    plot = DensityPlot()
    qtbot.addWidget(plot)
    plot.set_densities(bundled_package().card.reference_densities, positive_class="COVID-19")
    plot.resize(320, height)
    plot.show()
    QApplication.processEvents()
    box = plot.plot.getViewBox()
    _, (bottom, top) = box.viewRange()
    share = plot._highest / (top - bottom)
    free = 1 - plot._legend.boundingRect().height() / box.height()
    assert share == pytest.approx(min(max(free, 0.25), 0.92), abs=0.02)


def test_words_of_qt_that_its_translation_lacks_are_said_in_turkish(qtbot: QtBot, qapp: QApplication) -> None:
    before = QLocale()
    words = speak(qapp, "tr")
    try:
        for context, text in (
            ("QFileDialog", "&Look in:"),
            ("QFileDialog", "Files of &type:"),
            ("QDockWidget", "Closes the dock widget"),
        ):
            assert qapp.translate(context, text) != text
        # What Qt has words for stays Qt's.
        assert qapp.translate("QFileDialog", "File &name:") == "Dosya a&d\N{LATIN SMALL LETTER DOTLESS I}:"
    finally:
        for translator in words:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
        use_language("en")


def test_tails_of_letters_have_room_in_tabs(qtbot: QtBot) -> None:
    usual, roomy = QTabBar(), RoomyTabBar()
    for bar in (usual, roomy):
        qtbot.addWidget(bar)
        bar.addTab("Against training images")
    assert roomy.tabRect(0).height() >= usual.tabRect(0).height() + 3
    assert roomy.tabRect(0).width() == usual.tabRect(0).width()
