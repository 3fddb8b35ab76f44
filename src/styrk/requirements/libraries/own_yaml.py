"""Our own document as YAML."""

from styrk.requirements.libraries.own import document
from styrk.requirements.libraries.shape import Library
from styrk.requirements.libraries.yaml_out import write_yaml


def write_own_yaml(library: Library) -> bytes:
    """The library as our own YAML, UTF-8."""
    return write_yaml(document(library))
