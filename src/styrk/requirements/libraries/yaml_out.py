"""Plain values to YAML that our reader, and readers of YAML 1.1, understand the same way."""

from collections.abc import Mapping

import yaml

from styrk.requirements.libraries.yaml_in import scalar

DUMPER: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(DUMPER):  # type: ignore[valid-type,misc]  # which of the two is known at run time
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the library's own name
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Quoted where one of our readers would take it for something else; lines as a block."""
    style = "|" if "\n" in text else None if isinstance(scalar(text), str) else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _number(dumper: yaml.SafeDumper, number: float) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", repr(number))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)


def write_yaml(document: Mapping[str, object]) -> bytes:
    """The document as UTF-8, in the order it is given."""
    told: str = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return told.encode()
