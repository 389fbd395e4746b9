"""Asks a fold's network about its held-out images with the lungs hidden, and about the lungs alone. Imports torch.

Every image is held out once, so all folds together cost two forward passes of each image, and a third of those whose
activation map is looked at. Nothing is drawn from the run's random numbers: what is trained stays the same.
"""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext
from core.model.activation import ActivationMap
from core.model.lung_regions import activation_within
from core.training.control import stand_by
from core.training.features import FeatureSource, MapSource, Pixels, TorchFeatures
from core.training.lung_maps import LungMaps
from core.training.lungs_probe import (
    FoldProbe,
    MapShare,
    images_to_map,
    read_fold_probe,
    write_fold_probe,
)
from core.training.lungs_probe_pictures import hide_lungs, mean_body, show_lungs_alone
from core.training.session import FitTask, Session
from core.training.time_left import Part
from core.user_folders import user_folders

if TYPE_CHECKING:
    from core.training.head import Head

Indices = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float32]

_IMAGES_PER_PASS = 32


@dataclass(frozen=True, eq=False)
class Judge:
    """A backbone and a last layer: what answers for a fold.

    Attributes:
        source: Computes features.
        weight: float32 (classes, features).
        bias: float32 (classes,).
    """

    source: FeatureSource
    weight: Numbers
    bias: Numbers

    def logits(self, pixels: Pixels) -> Numbers:
        """Logits float32 (n, classes) of pictures uint8 (n, size, size)."""
        return np.asarray(self.source.compute(pixels) @ self.weight.T + self.bias, dtype=np.float32)

    def maps(self, pixels: Pixels, class_index: int) -> Numbers | None:
        """What each place adds to a class's logit: float32 (n, rows, columns); None where features come pooled."""
        if not isinstance(self.source, MapSource):
            return None
        features = self.source.feature_maps(pixels)
        return np.asarray(np.einsum("c,ncij->nij", self.weight[class_index], features), dtype=np.float32)


def judge_of_network(network: Any, session: Session) -> Judge:
    """What answers where a whole network was trained; it is put into evaluation.

    Args:
        network: From `build_network`.
        session: The run under way.
    """
    source = TorchFeatures(network, session.spec, session.device, session.precision)
    weight, bias = (tensor.detach().float().cpu().numpy() for tensor in (network.fc.weight, network.fc.bias))
    return Judge(source, weight, bias)


def judge_of_head(head: "Head", source: FeatureSource) -> Judge:
    """What answers where a head was trained on features.

    Args:
        head: The head.
        source: What the features came from.
    """
    return Judge(source, head.weight, head.bias)


class LungsProbe:
    """Probes the folds of a run, one after the other."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sample = session.probed
        self._found: LungMaps | None = None
        self._body: Pixels | None = None

    def carry_out(self, task: FitTask, judge: Judge) -> None:
        """Probe a fold's held-out images and write down what comes out, unless that was done before.

        Args:
            task: The fold.
            judge: Its network.

        Raises:
            JobCancelledError: Asked to stop; nothing of this fold is written.
            RunNotWritableError: See `write_durably`.
            HilumError: The lung network cannot be had.
        """
        session = self._session
        if task.fold is None:
            raise ValueError("the refit holds no images out")
        if read_fold_probe(session.run, task.fold) is not None:
            return
        begin, lungs = time.monotonic(), self._lungs()
        at = np.flatnonzero(np.isin(self._sample, task.validation))
        with_lungs = at[lungs.is_plausible[at]]
        numbers = self._sample[with_lungs]
        hidden, alone = self._answers(judge, numbers, with_lungs)
        probe = FoldProbe(
            images=tuple(numbers.tolist()),
            hidden=tuple(map(tuple, hidden.astype(np.float64).tolist())),
            alone=tuple(map(tuple, alone.astype(np.float64).tolist())),
            maps=self._shares(judge, numbers, with_lungs),
            without_lungs=len(at) - len(with_lungs),
        )
        write_fold_probe(session.run, task.fold, probe)
        session.time_left.record(Part.PROBING, len(at), time.monotonic() - begin)

    def _answers(self, judge: Judge, numbers: Indices, at: Indices) -> tuple[Numbers, Numbers]:
        """Logits with the lungs hidden, and of the lungs alone."""
        lungs, body = self._lungs(), self._mean_body()
        nothing = np.empty((0, len(self._session.plan.classes)), dtype=np.float32)
        hidden, alone = [nothing], [nothing]
        for start in range(0, len(numbers), _IMAGES_PER_PASS):
            self._stand_by()
            pixels = self._pixels(numbers[start : start + _IMAGES_PER_PASS])
            masks = lungs.masks(at[start : start + _IMAGES_PER_PASS])
            hidden.append(judge.logits(hide_lungs(pixels, masks)))
            alone.append(judge.logits(show_lungs_alone(pixels, masks, body)))
        return np.concatenate(hidden), np.concatenate(alone)

    def _shares(self, judge: Judge, numbers: Indices, at: Indices) -> tuple[MapShare, ...]:
        """Where the evidence for the positive class lies in some of the images."""
        session, lungs = self._session, self._lungs()
        plan, images = session.plan, session.images.dataset.images
        # Drawn over all folds: each fold looks at its part of them.
        everywhere = self._sample[lungs.is_plausible]
        wanted = images_to_map(everywhere, [image.label for image in images], session.sources, plan.seed)
        mine = np.flatnonzero(np.isin(numbers, wanted))
        view = session.spec.field_of_view
        found = []
        for start in range(0, len(mine), _IMAGES_PER_PASS):
            self._stand_by()
            part = mine[start : start + _IMAGES_PER_PASS]
            maps = judge.maps(self._pixels(numbers[part]), plan.classes.index(plan.positive_class))
            if maps is None:
                return ()
            for number, mask, values in zip(numbers[part].tolist(), lungs.masks(at[part]), maps, strict=True):
                share = activation_within(ActivationMap(values, view), mask)
                seen = _seen(mask, view.top, view.bottom, view.left, view.right)
                found.append(MapShare(number, share if share is not None else float("nan"), float(seen.mean())))
        return tuple(found)

    def _lungs(self) -> LungMaps:
        """Of the images that are probed, in their order."""
        if self._found is None:
            self._found = lungs_of_images(self._session, self._sample)
        return self._found

    def _mean_body(self) -> Pixels:
        if self._body is None:
            with_lungs = self._sample[self._lungs().is_plausible]
            self._body = mean_body(self._session.images.pixels, with_lungs)
        return self._body

    def _pixels(self, numbers: Indices) -> Pixels:
        return np.ascontiguousarray(self._session.images.pixels[numbers])

    def _stand_by(self) -> None:
        stand_by(self._session.control, self._session.context)


def lungs_of_images(session: Session, numbers: Indices) -> LungMaps:
    """The lungs of some of a run's images: the run's own, those that the audit found, or found and kept now.

    Args:
        session: The run under way.
        numbers: int64 (n,), which images.

    Raises:
        JobCancelledError: Asked to stop.
        HilumError: The lung network cannot be had.
    """
    from core.training.audit_probes import lungs_of

    lungs = session.lungs
    if lungs is not None:
        return LungMaps(
            lungs.size, lungs.bits[numbers], lungs.boxes[numbers], lungs.is_plausible[numbers],
            lungs.opacity_extents[numbers],
        )  # fmt: skip
    folders = user_folders()
    cache = folders.cache / "training_images" if folders is not None else session.run.path
    hashes = [session.images.sha256[number] for number in numbers.tolist()]
    pixels = np.ascontiguousarray(session.images.pixels[numbers])
    return lungs_of(pixels, hashes, cache, JobContext[Any](token=session.context.token))


def _seen(mask: npt.NDArray[np.bool_], top: float, bottom: float, left: float, right: float) -> npt.NDArray[np.bool_]:
    """The part of a mask that the network sees."""
    rows, columns = mask.shape
    return mask[round(top * rows) : round(bottom * rows), round(left * columns) : round(right * columns)]
