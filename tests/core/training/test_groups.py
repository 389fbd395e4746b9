from pathlib import Path

import numpy as np

from core.training.dataset import LabelledDataset, LabelledImage
from core.training.groups import group_images


def dataset(*identities: tuple[str | None, str | None]) -> LabelledDataset:
    """Images with patient and source."""
    images = tuple(
        LabelledImage(Path(f"/data/{number}.png"), "A", patient, source)
        for number, (patient, source) in enumerate(identities)
    )
    return LabelledDataset(Path("/data"), ("A",), images)


def test_images_of_one_patient_and_copies_belong_together_through_others() -> None:
    data = dataset(("anna", None), (None, None), ("berta", None), ("anna", None), (None, None), ("berta", None))
    assert group_images(data, [(1, 3), (4, 5)]).tolist() == [0, 0, 1, 0, 1, 1]
    assert group_images(data, []).dtype == np.int64


def test_images_of_unknown_patients_are_independent() -> None:
    assert group_images(dataset((None, "x"), (None, "x"), (None, None)), []).tolist() == [0, 1, 2]


def test_running_numbers_mean_other_patients_in_other_sources_but_long_ids_do_not() -> None:
    data = dataset(("17", "East"), ("17", "West"), ("17", "East"), ("nih-00001629", "East"), ("nih-00001629", "West"))
    assert group_images(data, []).tolist() == [0, 1, 0, 2, 2]
