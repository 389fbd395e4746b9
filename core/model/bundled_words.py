"""What the bundled classifier's card says where a person sees it, so that it can be translated.

A card is written once, in English, and belongs to its weights: it is never changed. What of it is shown is marked here,
word for word; `tr` of the card's own text then finds the translation. A test compares the two.
"""

from core.language import mark

SHOWN = frozenset(
    {
        mark("ResNet-50 for COVID-19 on frontal chest radiographs"),
        mark(
            "In a hospital it had never seen, this model found 58% of COVID-19 cases and its AUC was 0.86 (44 images):"
            " it misses disease, most of all where little can be seen, and a negative answer excludes nothing."
        ),
        mark("random"),
        mark("COVID-19 Radiography Database (224 px copies)"),
        mark("COVID-CXNet"),
        mark("Kermany paediatric pneumonia"),
        mark("ChestX-ray8"),
        mark("paper_protocol (never seen), no fine-tuning"),
        mark("held-out images of the training sources"),
        mark("one hospital never seen, COVID-19 against no finding"),
        mark("another collection"),
    }
)
"""Title, limits, where training started, its sources, and the sets of images that figures were measured on."""
