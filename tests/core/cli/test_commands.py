"""Every command that can be parsed can be carried out, as `hilum` and as `python -m core.cli`."""

import importlib

from core.cli import COMMANDS, SUBCOMMANDS
from core.cli.arguments import build_parser


def test_what_is_parsed_is_carried_out() -> None:
    (commands,) = (action for action in build_parser()._actions if action.dest == "command")

    assert set(commands.choices or ()) == set(COMMANDS) == SUBCOMMANDS


def test_every_command_has_its_function() -> None:
    for target in COMMANDS.values():
        module, _, function = target.partition(":")
        assert callable(getattr(importlib.import_module(module), function)), target
