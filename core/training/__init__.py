"""Retraining on local images: data check, folds, training, cross-validated figures."""
