"""`hilum models`: which models are kept here, which one answers, and how they compare."""

import argparse
import json
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from core.cli.commands import DONE
from core.cli.console import say, shows_progress, write_line
from core.cli.outputs import OutputFile, refuse_image
from core.errors import HilumError, UnknownModelError
from core.jobs import JobContext, Progress
from core.model.runtime import DeviceChoice
from core.registry.choosing import choose_package
from core.registry.registry import ModelRegistry, user_registry
from core.registry.version import DamagedVersion, ModelVersion


def models(options: argparse.Namespace) -> int:
    """List, activate, roll back, carry, remove or compare models.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status 0.

    Raises:
        HilumError: It could not be done; the kind says why.
    """
    registry = user_registry(getattr(options, "person", ""))
    match options.action:
        case "activate":
            _activate(registry, options.name)
        case "rollback":
            say(f"{registry.roll_back().label} is active again.")
        case "export":
            _export(registry, options.name, options.file, with_dossier=options.with_dossier)
        case "import":
            version = registry.import_file(options.file)
            say(f"{version.label} is kept here now. To let it answer: hilum models activate {version.address}")
        case "remove":
            _remove(registry, options.name)
        case "compare":
            _compare(registry, options)
        case _:
            _list(registry, as_json=getattr(options, "json", False))
    return DONE


def _list(registry: ModelRegistry, *, as_json: bool) -> None:
    active = _active_address(registry)
    versions = registry.versions()
    if as_json:
        values = [_as_json(version, is_active=version.address == active) for version in versions]
        write_line(json.dumps({"models": values}, ensure_ascii=False, indent=1))
        return
    from core.registry.describing import auc_text, measured_on, sensitivity_text, specificity_text, trained_on

    for version in versions:
        mark = "*" if version.address == active else " "
        name = "" if not version.is_bundled else f" ({version.label})"
        write_line(f"{mark} {version.address}{name}  {version.date}".rstrip())
        write_line(f"    trained on {trained_on(version)}")
        write_line(
            f"    AUC {auc_text(version)}, sensitivity {sensitivity_text(version)},"
            f" specificity {specificity_text(version)}: {measured_on(version)}"
        )
    for damaged in registry.damaged():
        write_line(f"! {damaged.address}  damaged: {damaged.reason}")
    if active is None:
        say("The active model cannot be used; activate another one.")


def _active_address(registry: ModelRegistry) -> str | None:
    """The active model's address, None where it cannot be used."""
    try:
        return registry.active_version().address
    except HilumError:
        return None


def _as_json(version: ModelVersion, *, is_active: bool) -> Mapping[str, object]:
    card = version.card
    return {
        "address": version.address,
        "name": card.name,
        "version": card.version,
        "active": is_active,
        "bundled": version.is_bundled,
        "date": card.training.date,
        "folder": str(version.directory),
        "weights_sha256": card.weights_sha256,
        "classes": card.classes,
        "positive_class": card.positive_class,
        "threshold": card.threshold,
        "trained_on": card.training.summary,
        "measured": [
            {"data_set": measured.data_set, "images": measured.images, "metrics": dict(measured.metrics)}
            for measured in card.measured
        ],
        "limits": card.limits.sentence,
    }


def _activate(registry: ModelRegistry, name: str) -> None:
    version = registry.find(name)
    registry.activate(version)
    say(f"{version.label} answers from now on. {version.card.origin}")


def _export(registry: ModelRegistry, name: str, file: Path, *, with_dossier: bool) -> None:
    from core.registry.exchange import MODEL_SUFFIX

    version = registry.find(name)
    target = file if file.suffix else file.with_suffix(MODEL_SUFFIX)
    refuse_image(target)
    registry.export(version, target, with_dossier=with_dossier)
    say(f"{version.label} is in {target.name}.")


def _remove(registry: ModelRegistry, name: str) -> None:
    version = _named_version(registry, name)
    registry.remove(version)
    say(f"{version.address} was removed.")


def _named_version(registry: ModelRegistry, name: str) -> ModelVersion | DamagedVersion:
    """A version by its full address only: nothing is removed by a name that could mean another version tomorrow."""
    versions: tuple[ModelVersion | DamagedVersion, ...] = (*registry.versions(), *registry.damaged())
    for version in versions:
        if version.address.casefold() == name.casefold():
            return version
    raise UnknownModelError(name, tuple(version.address for version in versions))


def _compare(registry: ModelRegistry, options: argparse.Namespace) -> None:
    from core.registry.comparing import compare_on_folder, compare_out_of_fold
    from core.registry.describing import describe_comparison

    first, second = (choose_package(name, registry) for name in (options.first, options.second))
    if options.folder is None:
        comparison = compare_out_of_fold(first, second)
        if comparison is None:
            from core.errors import IncomparableModelsError

            raise IncomparableModelsError("they keep no answers about the same images, and no folder was named")
    else:
        with ExitStack() as stack:
            context = JobContext[Progress]()
            if shows_progress():
                from core.cli.progress import ProgressDisplay

                context = JobContext(report=stack.enter_context(ProgressDisplay(None, "Comparing")).show)
            comparison = compare_on_folder(first, second, options.folder, context, DeviceChoice(options.device))
    for line in describe_comparison(comparison):
        write_line(line)
    if options.json is not None:
        from dataclasses import asdict

        output = OutputFile(options.json)
        # NaN is no number of JSON: what is not defined is null.
        output.write(json.dumps(_without_nan(asdict(comparison)), ensure_ascii=False, indent=1) + "\n")
        output.close()


def _without_nan(value: object) -> object:
    match value:
        case dict():
            return {key: _without_nan(item) for key, item in value.items()}
        case list() | tuple():
            return [_without_nan(item) for item in value]
        case float() if value != value:
            return None
        case _:
            return value
