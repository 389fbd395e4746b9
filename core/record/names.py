"""What a person reads for the names and the codes in an entry, which are English in the record itself."""

from core.language import mark, tr

_NAMES = {
    "input_sha256": mark("input sha256"),
    "model": mark("model"),
    "model_version": mark("model version"),
    "weights_sha256": mark("weights sha256"),
    "lung_weights_sha256": mark("lung weights sha256"),
    "data_sha256": mark("data sha256"),
    "device": mark("device"),
    "decision": mark("decision"),
    "reasons": mark("reasons"),
    "positive_class": mark("positive class"),
    "probability": mark("probability"),
    "threshold": mark("threshold"),
    "error_level": mark("error level"),
    "gate": mark("gate"),
    "gate_kinds": mark("gate kinds"),
    "opacity_extent": mark("opacity extent"),
    "lung_fraction": mark("lung fraction"),
    "activation_in_lungs": mark("activation in lungs"),
    "commissioned": mark("commissioned"),
    "measurements": mark("measurements"),
    "before": mark("before"),
    "after": mark("after"),
    "rolled_back": mark("rolled back"),
    "cases": mark("cases"),
    "figures": mark("figures"),
    "promised": mark("promised"),
    "place": mark("place"),
    "impression": mark("impression"),
    "origin": mark("origin"),
    "setting": mark("setting"),
    "file": mark("file"),
    "patient": mark("patient"),
}

_CODES = {
    "positive": mark("positive"),
    "negative": mark("negative"),
    "undetermined": mark("undetermined"),
    "refused": mark("refused"),
    "pass": mark("pass"),
    "warn": mark("warn"),
    "refuse": mark("refuse"),
    "picture": mark("picture"),
    "radiograph": mark("radiograph"),
    "chest": mark("chest"),
    "view": mark("view", "projection of a radiograph"),
    "polarity": mark("polarity"),
    "orientation": mark("orientation"),
    "lungs": mark("lungs"),
    "processing": mark("processing"),
    "age": mark("age"),
    "likeness": mark("likeness"),
    "refused_by_gate": mark("refused by gate"),
    "both_possible": mark("both possible"),
    "neither_possible": mark("neither possible"),
    "set_disagrees_with_threshold": mark("set disagrees with threshold"),
    "positive_without_opacity": mark("positive without opacity"),
    "negative_with_opacity": mark("negative with opacity"),
    "evidence_outside_lungs": mark("evidence outside lungs"),
    "sensitivity": mark("sensitivity"),
    "specificity": mark("specificity"),
    "auc": mark("AUC"),
}

_VIEW = "projection of a radiograph"  # untranslated: tells this word from another


def name_words(name: str) -> str:
    """What a field of an entry is called."""
    return tr(_NAMES[name]) if name in _NAMES else name.replace("_", " ")


def code_words(code: str) -> str:
    """What a code in an entry means; any other text stays as it is, but for its underscores."""
    if code == "view":
        return tr(_CODES[code], _VIEW)
    return tr(_CODES[code]) if code in _CODES else code.replace("_", " ")
