"""Which tensors a network of each architecture has, and their shapes."""

# untranslated module: names of tensors

from collections.abc import Iterator

from core.model.card import Architecture

Shape = tuple[int, ...]

RESNET50_STEM_WIDTH = 64
RESNET50_BLOCKS = (3, 4, 6, 3)
"""Bottleneck blocks per layer. Source: He et al. 2016, table 1."""
RESNET50_EXPANSION = 4
RESNET50_FEATURES = 2048

UNET_WIDTHS = (24, 48, 96, 144, 192)
"""Channels of the encoder's stages, from the whole picture down."""

BATCH_NORM_TENSORS = ("weight", "bias", "running_mean", "running_var")
BATCH_NORM_EPSILON = 1e-5
"""torch.nn.BatchNorm2d's default, which torchvision's ResNet keeps."""


def expected_tensors(architecture: Architecture, output_count: int) -> dict[str, Shape]:
    """Names and shapes of the tensors that a weights file must hold; batch counters are not needed.

    Args:
        architecture: The network.
        output_count: How many outputs it has.
    """
    match architecture:
        case Architecture.RESNET50:
            return dict(_resnet50_tensors(output_count))
        case Architecture.UNET:
            return dict(_unet_tensors(output_count))


def last_layer_tensors(architecture: Architecture) -> tuple[str, str]:
    """Names of the tensors of the last layer: weight and bias."""
    match architecture:
        case Architecture.RESNET50:
            return "fc.weight", "fc.bias"
        case Architecture.UNET:
            return "head.weight", "head.bias"


def _resnet50_tensors(class_count: int) -> Iterator[tuple[str, Shape]]:
    """Torchvision's `resnet50`: keys `layerL.B.convN.weight`, `layerL.B.bnN.*`, `layerL.0.downsample.*`."""
    yield "conv1.weight", (RESNET50_STEM_WIDTH, 3, 7, 7)
    yield from _batch_norm("bn1", RESNET50_STEM_WIDTH)
    width_in = RESNET50_STEM_WIDTH
    for layer, blocks in enumerate(RESNET50_BLOCKS, start=1):
        width = RESNET50_STEM_WIDTH * 2 ** (layer - 1)
        width_out = width * RESNET50_EXPANSION
        for block in range(blocks):
            name = f"layer{layer}.{block}"
            yield f"{name}.conv1.weight", (width, width_in, 1, 1)
            yield from _batch_norm(f"{name}.bn1", width)
            yield f"{name}.conv2.weight", (width, width, 3, 3)
            yield from _batch_norm(f"{name}.bn2", width)
            yield f"{name}.conv3.weight", (width_out, width, 1, 1)
            yield from _batch_norm(f"{name}.bn3", width_out)
            if block == 0:
                yield f"{name}.downsample.0.weight", (width_out, width_in, 1, 1)
                yield from _batch_norm(f"{name}.downsample.1", width_out)
            width_in = width_out
    yield "fc.weight", (class_count, RESNET50_FEATURES)
    yield "fc.bias", (class_count,)


def _unet_tensors(output_count: int) -> Iterator[tuple[str, Shape]]:
    """Keys `encoder.K.0`, `.1`, `.3`, `.4` (convolution, normalisation, twice), `decoder.K` likewise, `head`."""
    width_in = 1
    for level, width in enumerate(UNET_WIDTHS):
        yield from _unet_stage(f"encoder.{level}", width_in, width)
        width_in = width
    for level, width in enumerate(reversed(UNET_WIDTHS[:-1])):
        yield from _unet_stage(f"decoder.{level}", width_in + width, width)
        width_in = width
    yield "head.weight", (output_count, width_in, 1, 1)
    yield "head.bias", (output_count,)


def _unet_stage(name: str, width_in: int, width: int) -> Iterator[tuple[str, Shape]]:
    for convolution, batch_norm, width_before in ((0, 1, width_in), (3, 4, width)):
        yield f"{name}.{convolution}.weight", (width, width_before, 3, 3)
        yield from _batch_norm(f"{name}.{batch_norm}", width)


def _batch_norm(name: str, width: int) -> Iterator[tuple[str, Shape]]:
    for tensor in BATCH_NORM_TENSORS:
        yield f"{name}.{tensor}", (width,)
