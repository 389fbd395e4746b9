"""Training against shortcuts at the quick depth: features of composites instead of the images' own. Imports torch.

Composites cost a forward pass each, so they are made once for all folds; a fold learns from those that are made of its
training images only, about two thirds of them where there are five folds.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from core.training.composites import Composer, Partners, draw_partners
from core.training.data_order import Indices, derived_seed
from core.training.features import FeatureSource, Pixels, cached_features
from core.training.recipes import COMPOSITES_EACH
from core.training.session import Session


@dataclass(frozen=True, eq=False)
class Variants:
    """Composites of the images that are learnt from, and their features.

    Attributes:
        partners: What each is made of.
        features: float32 (variants, features).
    """

    partners: Partners
    features: npt.NDArray[np.float32]

    def made_of(self, numbers: Indices, images: int) -> Indices:
        """The variants that are made of some images only: int64 (k,).

        Args:
            numbers: int64 (n,), which images.
            images: How many there are in all.
        """
        is_allowed = np.zeros(images, dtype=np.bool_)
        is_allowed[numbers] = True
        return np.flatnonzero(self.partners.are_among(is_allowed))


class _Composed:
    """Composites as a list of pictures that are made when they are asked for."""

    def __init__(self, composer: Composer, partners: Partners) -> None:
        self._composer = composer
        self._partners = partners

    def __len__(self) -> int:
        return len(self._partners.samples)

    def __getitem__(self, which: slice) -> Pixels:
        composed: Pixels = self._composer.compose(self._partners.part(which)).cpu().numpy()
        return composed


def compute_variants(session: Session, source: FeatureSource, between: Callable[[], None]) -> Variants:
    """Make the composites of a run and their features, or find the features in its folder.

    Args:
        session: The run under way, with its lungs.
        source: The backbone.
        between: Called between passes; may raise or wait.

    Raises:
        JobCancelledError: Asked to stop.
        RunNotWritableError: The features cannot be kept.
    """
    lungs, pixels = session.lungs, session.images.pixels
    if lungs is None:
        raise ValueError("the lungs of the images are not known")
    seed = derived_seed(session.plan.seed, None, 0, "quick variants")  # untranslated: a key
    # Of what is learnt from in any fold: where only one is trained, what it holds out needs no composites.
    learnt_from = np.unique(np.concatenate([task.training for task in session.tasks]))
    partners = draw_partners(np.repeat(learnt_from, COMPOSITES_EACH), learnt_from, lungs, np.random.default_rng(seed))

    def pictures(numbers: Indices) -> torch.Tensor:
        return torch.from_numpy(np.ascontiguousarray(pixels[numbers])).to(session.device)

    made_of = f"{COMPOSITES_EACH} variants, seed {seed}, of"  # untranslated: a key
    features = cached_features(
        session.run.features_folder / "variants",
        source,
        _Composed(Composer(pictures, lungs, session.spec), partners),
        (*session.images.sha256, made_of, *map(str, learnt_from)),
        session.context,
        between,
    )
    return Variants(partners, features)
