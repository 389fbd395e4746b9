"""Facts that hold for every run of this program, for `tr`."""

from collections.abc import Mapping

from core.language import mark

FIXED_FACTS: Mapping[str, str] = {
    "technology": mark("Deep learning: a convolutional network classifies chest radiographs."),
    "goal": mark("Development of a diagnostic prediction model with internal validation by cross-validation."),
    "selection": mark("Every readable image that was given was used, whole."),
    "identities": mark(
        "This dossier names images by their files and patients by numbers; it holds no patient identifiers."
    ),
    "labels": mark("The class of an image is its folder's name or its label in the index, taken as given."),
    "same_labels": mark("Held-out images carry the same labels as those learnt from; none was read again."),
    "output": mark(
        "The network's outputs (logits) are divided by the temperature and turned into probabilities by softmax."
    ),
    "ensemble": mark("None: one network per fold, and one final network."),
    "measures": mark(
        "Discrimination: ROC curve and its area, precision-recall curve, sensitivity, specificity, predictive values,"
        " accuracy, F1, confusion matrix. Calibration: calibration curve, expected calibration error, Brier score."
        " Usefulness: consequences of a threshold per 1,000 people at a chosen prevalence."
    ),
    "uncertainty": mark(
        "95% intervals: Wilson's for shares, at the effective number of images where patients or copies form groups"
        " (Rao & Scott 1992); DeLong's on the logit scale for areas, with groups a bootstrap of whole groups (2,000"
        " resamples), which is also taken for F1; Newcombe's (2006) where an area is 1."
    ),
    "explanation": mark("Class activation maps (Zhou et al. 2016) of the decision can be shown over each image."),
    "external": mark("None: every image is of the collection that the networks learnt from."),
    "protocol": mark("The settings of the run in this dossier are its complete technical protocol."),
    "availability": mark(
        "The program is free software (Apache-2.0); the model can be exported to one file with its card."
    ),
    "code": mark("Hilum, free software under the Apache licence 2.0; the version is named in this dossier."),
    "pixels_only": mark("The grey values of one chest radiograph; no other data of the patient enter."),
    "no_judgement": mark("Not applicable: no predictor takes a person's judgement."),
    "no_fairness": mark("None: age, sex and origin are not known to the program."),
    "same_data": mark("None: both are parts of the same collection, drawn at random within classes."),
    "poor_input": mark(
        "Files that cannot be read are refused; scans unlike what the model knows get a notice beside the result."
    ),
    "users": mark("A person opens a scan and reads the result with its limits; no input is prepared by hand."),
}
