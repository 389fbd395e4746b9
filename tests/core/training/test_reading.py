import codecs
import shutil
from pathlib import Path

import pytest
from PIL import Image

from core.errors import InvalidDatasetError, JobCancelledError, MissingFileError, NothingToReadError
from core.jobs import CancellationToken, JobContext
from core.training.reading import default_positive_class, read_data, read_labelled_data


def picture(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (4, 4)).save(path, "PNG")
    return path


def index(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_subfolders_are_classes_and_hidden_files_are_none(tmp_path: Path) -> None:
    for name in ("sick/b.png", "sick/below/a.png", "healthy/1 without suffix", "healthy/.hidden.png", ".git/x.png"):
        picture(tmp_path / name)
    (tmp_path / "healthy" / "notes.txt").write_text("no image")
    (tmp_path / "nothing").mkdir()

    dataset = read_labelled_data(tmp_path)

    assert dataset.classes == ("healthy", "nothing", "sick")
    names = [(dataset.name_of(image), image.label) for image in dataset.images]
    assert names == [("healthy/1 without suffix", "healthy"), ("sick/b.png", "sick"), ("sick/below/a.png", "sick")]
    assert dataset.labels.tolist() == [0, 2, 2]
    assert dataset.index_path is None
    assert all(image.path.is_absolute() for image in dataset.images)


def test_images_beside_the_class_folders_are_named(tmp_path: Path) -> None:
    picture(tmp_path / "A" / "x.png")
    assert read_data(tmp_path).files_without_class == ()
    loose = picture(tmp_path / "loose.png")
    assert read_data(tmp_path).files_without_class == (loose,)


def test_dicom_headers_name_patient_and_institution(tmp_path: Path, chest_dicom: Path) -> None:
    from pydicom import dcmread

    (tmp_path / "A").mkdir()
    dataset = dcmread(chest_dicom)
    dataset.PatientID, dataset.InstitutionName = "P 17", "Ward"
    dataset.save_as(tmp_path / "A" / "named.dcm")
    dataset.PatientID = "ANONYMOUS"
    dataset.save_as(tmp_path / "A" / "unnamed.dcm")

    named, unnamed = read_labelled_data(tmp_path).images

    assert (named.patient_id, named.source) == ("P 17", "Ward")
    assert unnamed.patient_id is None


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_index_of_any_spreadsheet_is_read(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = ["Label|file|patient_id|source|split", '"größer"|"a, b; c.png"|7|East|train', "other|x/y.png|||"]
    text = "\r\n".join(row.replace("|", separator) for row in rows)
    path = index(tmp_path, text, encoding)
    assert path.read_bytes()[:3] == codecs.BOM_UTF8 or encoding != "utf-8-sig"

    dataset = read_labelled_data(path)

    first, second = dataset.images
    assert dataset.classes == ("größer", "other")
    assert (first.path, first.patient_id, first.source, first.split) == (tmp_path / "a, b; c.png", "7", "East", "train")
    assert (second.path, second.patient_id, second.source, second.split) == (tmp_path / "x/y.png", None, None, None)
    assert dataset.index_path == path


def test_files_are_found_below_set_and_label(tmp_path: Path) -> None:
    wanted = [picture(tmp_path / name) for name in ("pool/A/1.png", "B/2.png", "3.png", "sub/4.png")]
    rows = ["pool,A,1.png,S,", "other,B,2.png,,", ",B,3.png,,", ",A,sub\\4.png,,", "pool,A,no.png,,"]
    dataset = read_labelled_data(index(tmp_path, "\n".join(["set,label,file,source,patient_id", *rows])))
    by_name = {image.path.name: image for image in dataset.images}
    assert [by_name[path.name].path for path in wanted] == wanted
    assert by_name["1.png"].split == "pool"
    assert by_name["no.png"].path == tmp_path / "no.png"


def test_an_index_in_a_folder_is_used(tmp_path: Path) -> None:
    picture(tmp_path / "A" / "1.png")
    picture(tmp_path / "A" / "2.png")
    path = index(tmp_path, "file,label\nA/1.png,B\n")
    assert read_labelled_data(tmp_path).index_path == path
    assert read_labelled_data(tmp_path).classes == ("B",)


def test_gaps_and_repetitions_of_an_index_are_named(tmp_path: Path) -> None:
    text = "file,label\n1.png,A\n,A\n2.png,\n\n1.png,A\n1.png,B\n"
    reading = read_data(index(tmp_path, text))
    assert reading.incomplete_rows == (3, 4)
    assert reading.repeated_files == (tmp_path / "1.png",)
    assert [image.label for image in reading.dataset.images] == ["A", "B"]


@pytest.mark.parametrize("row", ["x" * 300 + ".png,A", "1.png,A\0B", "closed/1.png,A"], ids=["long", "NUL", "closed"])
def test_a_row_that_names_no_possible_file_stops_nothing(
    tmp_path: Path, row: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exists(path: Path) -> bool:
        if "closed" in path.parts:
            raise PermissionError(13, "Permission denied")  # As for anybody but root.
        path.stat()
        return True

    monkeypatch.setattr(Path, "exists", exists)
    reading = read_data(index(tmp_path, f"file,label\n{row}\n2.png,B\n"))
    assert len(reading.dataset.images) + len(reading.incomplete_rows) == 2


@pytest.mark.parametrize(
    "text", ["", "file,class\na.png,A\n", "file,label\n", "file,label\n,\n", 'file,label\n"' + "x" * 200_000 + '",A\n']
)
def test_what_is_no_index_is_refused_with_a_reason(tmp_path: Path, text: str) -> None:
    path = index(tmp_path, text or "\n")
    with pytest.raises(InvalidDatasetError) as caught:
        read_labelled_data(path)
    assert caught.value.detail


def test_what_is_no_labelled_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_labelled_data(tmp_path / "nowhere")
    with pytest.raises(NothingToReadError):
        read_labelled_data(tmp_path)
    (tmp_path / "A").mkdir()
    with pytest.raises(NothingToReadError):
        read_labelled_data(tmp_path)
    shutil.rmtree(tmp_path / "A")
    loose = picture(tmp_path / "loose.png")
    with pytest.raises(InvalidDatasetError):
        read_labelled_data(tmp_path)
    with pytest.raises(InvalidDatasetError):
        read_labelled_data(loose)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    picture(tmp_path / "A" / "1.png")
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        read_labelled_data(tmp_path, JobContext(token=token))


@pytest.mark.parametrize(
    ("classes", "positive"),
    [
        (("COVID-19", "Non-COVID-19"), "COVID-19"),
        (("NORMAL", "PNEUMONIA"), "PNEUMONIA"),
        (("NoFinding", "Nodule"), "Nodule"),
        (("NO FINDING", "NODULE"), "NODULE"),
        (("negative", "not ill"), "negative"),
    ],
)
def test_the_positive_class_is_the_one_that_is_something(classes: tuple[str, ...], positive: str) -> None:
    assert default_positive_class(classes) == positive
