"""Whatever is wrong in a catalog is reported at its place, once, with what was expected and what to do."""

from pathlib import Path

import pytest
import yaml

from mkdocs_model_compare.catalog import composing
from tests.catalog.folders import report

CASES = [
    pytest.param(case["files"], case["report"], id=f"{path.stem}: {case['title']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("files", "expected"), CASES)
def test_a_bad_catalog_gets_this_report(tmp_path, files, expected):
    assert report(tmp_path, files) + "\n" == expected


@pytest.mark.parametrize(("files", "expected"), CASES)
def test_the_report_is_the_same_without_libyaml(tmp_path, monkeypatch, files, expected):
    monkeypatch.setattr(composing, "COMPOSER", composing.PureComposer)
    assert report(tmp_path, files) + "\n" == expected


def test_all_problems_of_all_files_come_in_one_report_in_the_order_of_their_places(tmp_path):
    files = {
        "providers.yml": "acme: {name: Acme, kind: clod}\n",
        "models/b.yml": "name: B\ndeveloper: Lab\nstatus: old\nreleased: 2025-13\n",
        "models/a.yml": "name: [\n",
        "comparisons/x.yml": "models: [b]\n",
    }
    places = [line.split(" ")[0] for line in report(tmp_path, files).splitlines()]
    assert places == [
        "data/comparisons/x.yml:1:9:",
        "data/models/a.yml:2:1:",
        "data/models/b.yml:3:9:",
        "data/models/b.yml:4:11:",
        "data/providers.yml:1:26:",
    ]
