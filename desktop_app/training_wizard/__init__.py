"""The wizard that leads from a folder of images to a trained model."""
