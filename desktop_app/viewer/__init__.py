"""The image and its histogram, with the tools to look and measure."""
