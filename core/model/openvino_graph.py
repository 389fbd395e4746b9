"""OpenVINO graphs built straight from a package's weights: no torch, no conversion, no file in between.

Importing this module imports OpenVINO; only `core.model.openvino_runtime` does, when a runtime is opened.
"""

# untranslated module: names of tensors

import numpy as np

from core.model.architecture import RESNET50_BLOCKS, UNET_WIDTHS
from core.model.card import Architecture, NetworkCard
from core.model.network_weights import fold_batch_norm
from core.model.openvino_offline import openvino
from core.model.package import Tensors

op = openvino.opset13

LOGITS = "logits"
FEATURES = "features"


def build_graph(card: NetworkCard, tensors: Tensors, batch_size: int) -> openvino.Model:
    """Build the network with two outputs, `logits` and `features`, shaped as `core.model.runtime.NetworkOutput` says.

    Args:
        card: Names the architecture and the input's shape.
        tensors: The weights.
        batch_size: Images per forward pass, -1 for any number.
    """
    match card.architecture:
        case Architecture.RESNET50:
            return _build_resnet50(card, tensors, batch_size)
        case Architecture.UNET:
            return _build_unet(card, tensors, batch_size)


def _build_resnet50(card: NetworkCard, tensors: Tensors, batch_size: int) -> openvino.Model:
    image = _image(card, batch_size)
    node = _convolution(image, tensors, "conv1", "bn1", stride=2, padding=3, relu=True)
    node = op.max_pool(node, [2, 2], [1, 1], [1, 1], [1, 1], [3, 3]).output(0)
    for layer, blocks in enumerate(RESNET50_BLOCKS, start=1):
        for block in range(blocks):
            node = _bottleneck(node, tensors, f"layer{layer}.{block}", stride=2 if layer > 1 and block == 0 else 1)
    pooled = op.squeeze(op.reduce_mean(node, np.array([2, 3]), keep_dims=True), np.array([2, 3]))
    scores = op.matmul(pooled, op.constant(tensors["fc.weight"]), transpose_a=False, transpose_b=True)
    logits = op.add(scores, op.constant(tensors["fc.bias"][np.newaxis]))
    return _model(logits.output(0), node, image, card)


def _build_unet(card: NetworkCard, tensors: Tensors, batch_size: int) -> openvino.Model:
    """An encoder and a decoder with skips between them; the features are the lowest, widest ones."""
    image = _image(card, batch_size)
    node, skips = image.output(0), []
    for level in range(len(UNET_WIDTHS)):
        if level:
            node = op.max_pool(node, [2, 2], [1, 1], [0, 0], [0, 0], [2, 2]).output(0)
        node = _unet_stage(node, tensors, f"encoder.{level}")
        skips.append(node)
    features = skips.pop()
    scales, axes = op.constant(np.array([2, 2], np.float32)), op.constant(np.array([2, 3], np.int64))
    for level, skip in enumerate(reversed(skips)):
        larger = op.interpolate(
            node, scales, "linear_onnx", "scales", coordinate_transformation_mode="half_pixel", axes=axes
        )
        node = _unet_stage(op.concat([larger, skip], 1).output(0), tensors, f"decoder.{level}")
    scores = op.convolution(node, op.constant(tensors["head.weight"]), [1, 1], [0, 0], [0, 0], [1, 1])
    logits = op.add(scores, op.constant(tensors["head.bias"][np.newaxis, :, np.newaxis, np.newaxis]))
    return _model(logits.output(0), features, image, card)


def _unet_stage(node: openvino.Output, tensors: Tensors, name: str) -> openvino.Output:
    node = _convolution(node, tensors, f"{name}.0", f"{name}.1", 1, 1, relu=True)
    return _convolution(node, tensors, f"{name}.3", f"{name}.4", 1, 1, relu=True)


def _image(card: NetworkCard, batch_size: int) -> openvino.Node:
    shape = openvino.PartialShape([batch_size, card.input.channels, card.input.size, card.input.size])
    return op.parameter(shape, openvino.Type.f32, name="image")


def _model(
    logits: openvino.Output, features: openvino.Output, image: openvino.Node, card: NetworkCard
) -> openvino.Model:
    model = openvino.Model([logits, features], [image], card.name)
    model.output(0).set_names({LOGITS})
    model.output(1).set_names({FEATURES})
    return model


def _bottleneck(node: openvino.Output, tensors: Tensors, name: str, stride: int) -> openvino.Output:
    """One residual block with its stride on the 3x3 convolution, as torchvision has it."""
    shortcut = node
    if f"{name}.downsample.0.weight" in tensors:
        shortcut = _convolution(node, tensors, f"{name}.downsample.0", f"{name}.downsample.1", stride, 0, relu=False)
    inner = _convolution(node, tensors, f"{name}.conv1", f"{name}.bn1", 1, 0, relu=True)
    inner = _convolution(inner, tensors, f"{name}.conv2", f"{name}.bn2", stride, 1, relu=True)
    inner = _convolution(inner, tensors, f"{name}.conv3", f"{name}.bn3", 1, 0, relu=False)
    return op.relu(op.add(inner, shortcut)).output(0)


def _convolution(
    node: openvino.Output, tensors: Tensors, convolution: str, batch_norm: str, stride: int, padding: int, *, relu: bool
) -> openvino.Output:
    folded = fold_batch_norm(tensors, convolution, batch_norm)
    strides, pads = [stride, stride], [padding, padding]
    result = op.convolution(node, op.constant(folded.kernel), strides, pads, pads, [1, 1])
    result = op.add(result, op.constant(folded.bias[np.newaxis, :, np.newaxis, np.newaxis]))
    return (op.relu(result) if relu else result).output(0)
