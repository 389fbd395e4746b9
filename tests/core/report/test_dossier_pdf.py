"""The dossier of a training run: it says what it must, names no patient, and survives whatever a run may hold."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from core.errors import OutputNotWritableError
from core.report.blocks import Band, Document, Heading, Matrix, Paper, PlotFigure, Stacked, Statements, Table
from core.report.disease_rows import disease_rows
from core.report.document import compile_document, content_json
from core.report.dossier_content import dossier_document
from core.report.dossier_pdf import write_dossier_pdf
from core.training.disease_figures import NO_FIGURES, DiseaseFigures, lungs_probes
from core.training.dossier import Dossier, build_dossier
from core.training.dossier_json import write_dossier_json
from core.training.lungs_probe import FoldProbe

from ..training.disease_examples import (  # noqa: TID252 (the tests' folders have no absolute name)
    AUDIT,
    DOES_NOT_LOOK,
    LOOKS,
)

DATE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

WITHOUT_LUNGS = DiseaseFigures(probes=lungs_probes([FoldProbe((), (), (), (), 12)], {}, ("a", "b"), "a"))


class DossierMaker(Protocol):
    def __call__(self, **values: object) -> Dossier: ...


def document_of(dossier: Dossier) -> Document:
    return dossier_document(dossier, DATE, "dossier.json", "cd" * 32)


def table_with(document: Document, words: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and words in block.caption)


def roc_of(document: Document) -> PlotFigure:
    return next(block for block in document.blocks if isinstance(block, PlotFigure) and "ROC" in block.alt)


def cells_of(table: Table) -> list[str]:
    return [
        cell.value if isinstance(cell, Stacked) else cell
        for row in table.rows
        if isinstance(row, tuple)
        for cell in row
    ]


class TestDossierDocument:
    def test_statements_come_with_the_figures_before_anything_else(self, dossier_maker: DossierMaker) -> None:
        dossier = dossier_maker()

        document = document_of(dossier)

        first_section = document.blocks[: [isinstance(b, Heading) for b in document.blocks].index(True, 1)]
        statements = [block for block in first_section if isinstance(block, Statements)]
        assert statements[0].items == dossier.statements
        assert statements[0].framed

    def test_patients_and_folders_of_this_computer_are_not_named(self, dossier_maker: DossierMaker) -> None:
        text = content_json(document_of(dossier_maker(separation=0.5, sources=("A", "B"))))

        assert "SECRET" not in text
        assert "private" not in text

    def test_every_wrong_decision_is_listed_the_surest_first(self, dossier_maker: DossierMaker) -> None:
        dossier = dossier_maker(separation=1.0)

        table = table_with(document_of(dossier), "decided wrongly")

        pooled = dossier.summary.pooled
        assert len(table.rows) == pooled.false_positive + pooled.false_negative
        rows = [row for row in table.rows if isinstance(row, tuple)]
        certainty = [float(str(row[4]).rstrip("%")) for row in rows]
        assert certainty == sorted(certainty, reverse=True)
        assert all(str(row[1]).startswith(f"{row[2]}/scan_") for row in rows)

    def test_long_lists_of_wrong_decisions_say_what_is_left_out(self, dossier_maker: DossierMaker) -> None:
        dossier = dossier_maker(images=1200, separation=0.0)

        table = table_with(document_of(dossier), "decided wrongly")

        wrong = dossier.summary.pooled.false_positive + dossier.summary.pooled.false_negative
        assert len(table.rows) == 400
        assert f"{wrong - 400} more are in the JSON file." in table.note

    def test_few_folds_are_told_apart_and_many_are_a_bundle(self, dossier_maker: DossierMaker) -> None:
        few, many = (
            next(
                b
                for b in document_of(dossier_maker(folds=folds)).blocks
                if isinstance(b, PlotFigure) and "ROC" in b.alt
            )
            for folds in (5, 12)
        )

        labels_of_few = [series.label for series in few.plots[0].series]
        labels_of_many = [series.label for series in many.plots[0].series if series.label]
        assert len(set(labels_of_few)) == len(labels_of_few) == 7
        assert len(labels_of_many) == 3
        assert any("12 folds" in label for label in labels_of_many)

    def test_figures_that_are_not_defined_read_as_a_dash(self, dossier_maker: DossierMaker) -> None:
        """Given folds of a single image, sensitivity or specificity of each has nothing to count."""
        table = table_with(document_of(dossier_maker(images=4, folds=4)), "Figures per fold")

        assert "\u2013" in cells_of(table)
        assert not any("nan" in cell for cell in cells_of(table))

    def test_confusion_matrix_counts_every_prediction(self, dossier_maker: DossierMaker) -> None:
        document = document_of(dossier_maker(classes=("a", "b", "c"), images=90, separation=1.0))

        matrix = next(block for block in document.blocks if isinstance(block, Matrix))

        assert sum(int(count) for row in matrix.counts for count in row) == 90

    def test_every_checklist_item_has_a_row(self, dossier_maker: DossierMaker) -> None:
        dossier = dossier_maker()
        document = document_of(dossier)

        rows = [
            row for words in ("CLAIM", "TRIPOD") for row in table_with(document, words).rows if isinstance(row, tuple)
        ]

        assert [row[0] for row in rows] == [item.number for item in dossier.checklist]


class TestDisease:
    def document(self, dossier_maker: DossierMaker, disease: DiseaseFigures) -> Document:
        plain = dossier_maker()
        return document_of(build_dossier(plain.summary, plain.provenance, disease))

    def test_what_speaks_against_the_model_is_framed_and_told_with_the_figures(
        self, dossier_maker: DossierMaker
    ) -> None:
        document = self.document(dossier_maker, DOES_NOT_LOOK)

        framed = [block for block in document.blocks if isinstance(block, Statements) and block.framed]
        assert "With the lungs hidden it still tells COVID-19" in " ".join(framed[0].items)
        assert framed[1].items == (AUDIT.sentence, *AUDIT.findings)
        assert "0.930" in cells_of(table_with(document, "held-out images in 5 folds"))
        assert "North" in cells_of(table_with(document, "each source that holds both classes"))

    def test_the_promise_stands_beside_what_became_of_it(self, dossier_maker: DossierMaker) -> None:
        table = table_with(self.document(dossier_maker, DOES_NOT_LOOK), "True answers that stayed possible")

        assert [row.text for row in table.rows if isinstance(row, Band)] == ["Error level 5%", "Error level 10%"]
        cells = cells_of(table)
        assert cells[:5] == ["COVID-19", "100", "95%", "95.0%", "12.0%"]
        assert cells[5:10] == ["Non-COVID-19", "100", "95%", "85.0%", "10.0%"]

    def test_a_run_of_an_older_version_says_that_nobody_looked(self, dossier_maker: DossierMaker) -> None:
        text = content_json(document_of(dossier_maker()))

        assert "not audited" in text
        assert "Nobody looked at what it does with the lungs hidden" in text

    @pytest.mark.parametrize("disease", [DOES_NOT_LOOK, LOOKS, NO_FIGURES, WITHOUT_LUNGS])
    def test_all_of_it_can_be_laid_out(self, dossier_maker: DossierMaker, disease: DiseaseFigures) -> None:
        document = self.document(dossier_maker, disease)

        assert compile_document(document, DATE) == compile_document(document, DATE)

    def test_the_lines_for_the_window_mark_what_speaks_against_it(self, dossier_maker: DossierMaker) -> None:
        summary = dossier_maker().summary

        bad = [row.name for row in disease_rows(DOES_NOT_LOOK, summary) if row.is_bad]
        assert bad == [
            "Audit of the images",
            "Lungs hidden",
            "Evidence in the lungs",
            "Without “North”",
            "Error level 5%, Non-COVID-19",
        ]
        assert not any(row.is_bad for row in disease_rows(LOOKS, summary))
        assert not any(row.figure for row in disease_rows(NO_FIGURES, summary))
        assert [row.name for row in disease_rows(WITHOUT_LUNGS, summary)][1:3] == ["Picture as it is", "Lungs hidden"]


class TestWriteDossierPdf:
    def test_same_dossier_and_date_give_same_bytes(self, dossier_maker: DossierMaker, tmp_path: Path) -> None:
        dossier = dossier_maker()
        targets = [tmp_path / folder / "dossier.pdf" for folder in ("one", "two")]
        for target in targets:
            target.parent.mkdir()

            write_dossier_pdf(dossier, target, DATE)

        assert targets[0].read_bytes() == targets[1].read_bytes()
        assert targets[0].read_bytes().startswith(b"%PDF-1.7")

    def test_names_the_json_file_by_its_hash(
        self, dossier_maker: DossierMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dossier = dossier_maker()
        written: list[Document] = []
        monkeypatch.setattr("core.report.dossier_pdf.write_document", lambda document, *_: written.append(document))

        write_dossier_pdf(dossier, tmp_path / "dossier.pdf", DATE)
        write_dossier_json(dossier, tmp_path / "dossier.json")

        digest = hashlib.sha256((tmp_path / "dossier.json").read_bytes()).hexdigest()
        appendix = json.loads(content_json(written[0]))["blocks"][-1]["text"]
        assert "dossier.json" in appendix
        assert digest in appendix

    def test_missing_folder_is_an_error(self, dossier_maker: DossierMaker, tmp_path: Path) -> None:
        with pytest.raises(OutputNotWritableError):
            write_dossier_pdf(dossier_maker(), tmp_path / "nowhere" / "dossier.pdf", DATE)

    @pytest.mark.parametrize(
        "values",
        [
            {"classes": tuple(f"A long name of class number_{n}" for n in range(10)), "images": 100, "folds": 20},
            {"classes": ("#*_$@<x>", "`\\\"'", "İıŞ Ωμ Жъ Việt 中文"), "images": 60, "name": "a-b_c"},
            {"images": 4, "folds": 2, "patients": False, "separation": 9.0},
            {"images": 300, "separation": 0.0, "sources": tuple(f"Hospital_{n}" for n in range(50))},
        ],
        ids=["ten classes", "hostile names", "tiny", "chance"],
    )
    def test_any_run_can_be_laid_out(self, dossier_maker: DossierMaker, values: dict[str, object]) -> None:
        document = dossier_document(dossier_maker(**values), DATE, "dossier.json", "cd" * 32, Paper.LETTER)

        assert compile_document(document, DATE).startswith(b"%PDF")
