"""The engines against an independent torchvision network, and against the card's known answers."""

import re
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from core.errors import DeviceOutOfMemoryError, DeviceUnavailableError
from core.imaging.greyscale import render
from core.imaging.reading import read_radiograph
from core.model.batching import run_in_parts
from core.model.classifier import Classifier, load_classifier, softmax
from core.model.compiled_cache import CompiledCache
from core.model.input import ModelInput, prepare_input
from core.model.openvino_runtime import OpenVinoRuntime, open_openvino_runtime
from core.model.package import ModelPackage
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, NetworkOutput, Runtime, available_devices, open_runtime


@pytest.fixture(scope="session")
def torch() -> ModuleType:
    return pytest.importorskip("torch", reason="torch is not installed")


@pytest.fixture(scope="session")
def reference(torch: ModuleType, package: ModelPackage, batch: ModelInput) -> NetworkOutput:
    """torchvision's own network and own forward pass, with nothing of Hilum's but the file."""
    from safetensors.torch import load_file
    from torchvision.models import resnet50

    network = resnet50(num_classes=2)
    network.load_state_dict(
        {
            name: tensor.float() if tensor.is_floating_point() else tensor
            for name, tensor in load_file(package.weights_path).items()
        }
    )
    network.eval()
    seen = []
    network.layer4.register_forward_hook(lambda *call: seen.append(call[2].numpy()))
    with torch.inference_mode():
        logits = network(torch.from_numpy(batch)).numpy()
    return NetworkOutput(logits, seen[0])


def test_openvino_equals_torchvision(runtime: OpenVinoRuntime, reference: NetworkOutput, batch: ModelInput) -> None:
    output = runtime.run(batch)
    assert output.logits.dtype == output.features.dtype == np.float32
    assert output.features.shape == (4, 2048, 7, 7)
    np.testing.assert_allclose(output.logits, reference.logits, atol=1e-3)
    np.testing.assert_allclose(output.features, reference.features, atol=1e-2, rtol=1e-3)


def test_the_torch_runtime_equals_torchvision(
    package: ModelPackage, reference: NetworkOutput, batch: ModelInput
) -> None:
    from core.model.torch_runtime import open_torch_runtime

    opened = open_torch_runtime(package, "cpu")
    output = opened.run(batch)
    assert opened.info.engine == "torch"
    np.testing.assert_allclose(output.logits, reference.logits, atol=1e-4)
    np.testing.assert_allclose(output.features, reference.features, atol=1e-3, rtol=1e-4)


def test_bfloat16_stays_within_the_cards_tolerance(
    package: ModelPackage, cache: CompiledCache, reference: NetworkOutput, batch: ModelInput
) -> None:
    try:
        opened = open_openvino_runtime(package, DeviceChoice.CPU, Precision.BFLOAT16, cache)
    except DeviceUnavailableError as error:
        pytest.skip(f"no bfloat16 in hardware: {error.detail}")
    assert opened.info.precision is Precision.BFLOAT16
    difference = np.abs(softmax(opened.run(batch).logits) - softmax(reference.logits)).max()
    assert difference <= package.card.golden.tolerances[Precision.BFLOAT16]


def test_a_batch_gives_what_single_images_give(runtime: OpenVinoRuntime, batch: ModelInput) -> None:
    together = runtime.run(batch)
    for index in range(len(batch)):
        alone = runtime.run(batch[index : index + 1])
        np.testing.assert_allclose(together.logits[index], alone.logits[0], atol=1e-3)


def test_results_do_not_change_when_the_runtime_is_used_again(runtime: OpenVinoRuntime, batch: ModelInput) -> None:
    first = runtime.run(batch[:1])
    kept = first.features.copy()
    runtime.run(batch[3:])
    np.testing.assert_array_equal(first.features, kept)


def test_threads_get_their_own_answers(runtime: OpenVinoRuntime, batch: ModelInput) -> None:
    expected = [runtime.run(batch[index : index + 1]).logits for index in range(4)]
    wrong: list[int] = []

    def work(index: int) -> None:
        answers = [runtime.run(batch[index : index + 1]).logits for _ in range(5)]
        wrong.extend(index for answer in answers if not np.allclose(answer, expected[index], atol=1e-4))

    threads = [threading.Thread(target=work, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.parametrize("precision", [Precision.FLOAT32, Precision.BFLOAT16])
def test_the_cards_known_answers(
    package: ModelPackage, cache: CompiledCache, shared_data: Path, precision: Precision
) -> None:
    try:
        opened = open_openvino_runtime(package, DeviceChoice.CPU, precision, cache)
    except DeviceUnavailableError as error:
        pytest.skip(error.detail)
    card = package.card
    paths = [shared_data / name for name in card.golden.probabilities]
    inputs = np.stack([prepare_input(render(read_radiograph(path)), card.input) for path in paths])
    probabilities = softmax(opened.run(inputs).logits)[:, card.positive_index]
    difference = np.abs(probabilities - list(card.golden.probabilities.values())).max()
    assert difference <= card.golden.tolerances[precision]


def test_cuda_that_is_not_there_is_refused_with_a_reason(torch: ModuleType, package: ModelPackage) -> None:
    if torch.cuda.is_available():
        pytest.skip("this machine has CUDA")
    with pytest.raises(DeviceUnavailableError) as caught:
        open_runtime(package, DeviceChoice.CUDA)
    assert caught.value.device == "cuda"
    assert caught.value.detail


def test_cuda_without_torch_says_what_to_install(package: ModelPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.model.runtime._has_torch", lambda: False)
    with pytest.raises(DeviceUnavailableError, match="PyTorch is not installed"):
        open_runtime(package, DeviceChoice.CUDA)


def test_a_gpu_that_is_not_there_is_refused(package: ModelPackage) -> None:
    if any(device.device is DeviceChoice.GPU for device in available_devices()):
        pytest.skip("this machine has an Intel GPU")
    with pytest.raises(DeviceUnavailableError, match="finds no GPU"):
        open_runtime(package, DeviceChoice.GPU)


def test_auto_falls_back_to_the_processor(package: ModelPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(package: ModelPackage, device: str, precision: Precision | None) -> Runtime:
        raise DeviceUnavailableError(device, "driver too old")

    pytest.importorskip("torch", reason="torch is not installed")
    monkeypatch.setattr("core.model.runtime._cuda_is_likely", lambda: True)
    monkeypatch.setattr("core.model.torch_runtime.open_torch_runtime", refuse)
    assert open_runtime(package).info.device in (DeviceChoice.CPU, DeviceChoice.GPU)


def test_the_processor_is_always_listed() -> None:
    assert available_devices()[-1].device is DeviceChoice.CPU


def test_a_batch_that_does_not_fit_is_halved() -> None:
    sizes: list[int] = []

    def forward(inputs: np.ndarray) -> NetworkOutput:
        sizes.append(len(inputs))
        if len(inputs) > 3:
            raise DeviceOutOfMemoryError("small device", len(inputs))
        return NetworkOutput(inputs[:, 0, 0, :2], inputs)

    inputs = np.arange(10 * 4, dtype=np.float32).reshape(10, 1, 1, 4)
    output = run_in_parts(forward, inputs, most_images=8)
    np.testing.assert_array_equal(output.features, inputs)
    assert sizes == [8, 4, 2, 2, 2, 2, 2]


def test_one_image_that_does_not_fit_is_an_error() -> None:
    def forward(inputs: np.ndarray) -> NetworkOutput:
        raise DeviceOutOfMemoryError("tiny device", len(inputs))

    with pytest.raises(DeviceOutOfMemoryError) as caught:
        run_in_parts(forward, np.zeros((4, 1, 1, 1), np.float32), most_images=4)
    assert caught.value.batch_size == 1


def test_openvino_is_imported_without_its_telemetry() -> None:
    code = (
        "import sys; from core.model.openvino_offline import openvino; openvino.Core();"
        "sys.exit(any(m.startswith('openvino_telemetry.') or sys.modules[m] and m == 'openvino_telemetry'"
        " for m in list(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_release_is_named_without_its_build(runtime: OpenVinoRuntime) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", runtime.info.engine_version)


def test_classifier_predicts(package: ModelPackage, runtime: OpenVinoRuntime, batch: ModelInput) -> None:
    weights, biases = package.read_last_layer()
    classifier = Classifier(package, runtime, weights, biases)
    predictions = classifier.predict(batch)
    assert len(predictions) == 4
    assert classifier.predict(batch[:0]) == ()
    for prediction in predictions:
        assert prediction.probabilities.sum() == pytest.approx(1)
        for index, activation in enumerate(prediction.activations):
            assert activation.values.mean() + biases[index] == pytest.approx(prediction.logits[index], abs=1e-3)
    with pytest.raises(ValueError, match="expected inputs"):
        classifier.predict(batch[:, :1])


def test_load_classifier_takes_the_bundled_model() -> None:
    classifier = load_classifier(device=DeviceChoice.CPU)
    assert classifier.package.card.name == "resnet50_cxr_v1"
    assert classifier.class_weights.shape == (2, 2048)
