"""Reads `content/statistics.yml`."""

from collections.abc import Collection
from pathlib import Path

import yaml
from pydantic import ValidationError

from actions.content.explaining import explain
from actions.content.models import Source
from actions.content.problems import ContentError, problem
from actions.content.yaml_files import read_yaml
from actions.statistics.models import Statistics


def read_statistics(content: Path, sources: Collection[Source]) -> Statistics:
    """The figures. Raises ContentError when numbers do not add up or a source is unknown."""
    path = content / "statistics.yml"
    try:
        found = Statistics.model_validate(read_yaml(path))
    except (ValidationError, yaml.YAMLError) as error:
        raise ContentError([*explain(path.name, error)]) from error
    known = {source.id for source in sources}
    missing = [problem(path.name, "no_source", target=key) for key in found.sources if key not in known]
    if missing:
        raise ContentError(missing)
    return found
