"""What a person reads of the cards of the bundled models, as `card.json` has it, for `tr`."""

from core.language import mark

BUNDLED_TITLES = (
    mark("ResNet-50 for COVID-19 on frontal chest radiographs"),
    mark("U-Net for lung fields and opacities on frontal chest radiographs"),
)
BUNDLED_LIMITS = (
    mark(
        "In a hospital it had never seen, this model found 58% of COVID-19 cases and its AUC was 0.86 (44 images): it"
        " misses disease, most of all where little can be seen, and a negative answer excludes nothing."
    ),
    mark(
        "It draws where the lungs look opaque and does not say why: COVID-19, other pneumonias, effusion and poor"
        " inspiration can look alike."
    ),
)
BUNDLED_DATA_SETS = (
    mark("paper_protocol (never seen), no fine-tuning"),
    mark("held-out images of the training sources"),
    mark("one hospital never seen, COVID-19 against no finding"),
    mark("another collection"),
    mark("80/20 split of the 100 outlined images"),
    mark("lung bounding box, other radiographs"),
    mark("opacity extent as a score, COVID-19 against no finding in one hospital never seen"),
    mark("opacity extent as a score, another collection"),
)
BUNDLED_SOURCES = (mark("COVID-19 Radiography Database (224 px copies)"), mark("Kermany paediatric pneumonia"))
"""Collections whose name has words in it."""
BUNDLED_NAMES = ("COVID-CXNet", "ChestX-ray8")  # untranslated: names
"""Those whose name is the same in every language."""
