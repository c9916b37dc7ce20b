"""The file of a new model has every key of the schema, explained, and what it shows is right."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.defaults import make_settings, merged
from mkdocs_model_compare.catalog.json_schema import editor_line, fields
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.reading import read_document
from mkdocs_model_compare.catalog.template import filled_up, new_model
from mkdocs_model_compare.catalog.validating import validate
from tests.catalog.folders import TODAY, write

CAPABILITIES = make_settings(merged(None)).capabilities
HELD = ("name", "developer", "routes")
TOP = [row.path for row in fields("model") if "." not in row.path]


def uncommented(text):
    """As an editor takes one # off every line."""
    return re.sub("^# ?", "", text.partition("\n")[2], flags=re.MULTILINE)


def test_it_is_a_model_as_it_stands(tmp_path):
    folder = write(tmp_path, {"models/new.yml": new_model("New", "Lab", CAPABILITIES)})
    model = CatalogReader(folder).read(TODAY).models["new"]
    assert (model.name, model.developer, model.context_window.state) == ("New", "Lab", "unknown")


def test_every_key_stands_in_it_with_what_it_means():
    lines = new_model("New", "Lab", CAPABILITIES).splitlines()
    assert lines[0] == editor_line("model")
    for row in fields("model"):
        if row.path in TOP:
            (place,) = (at for at, line in enumerate(lines) if re.match(rf"(# )?{row.path}:", line))
            assert " ".join(row.description.split()) in lines[place - 1]


def test_every_capability_of_the_catalog_stands_in_it():
    text = new_model("New", "Lab", CAPABILITIES)
    assert [one for one in CAPABILITIES if f"\n#   {one}: unknown\n" not in text] == []


def test_the_examples_are_right_where_the_sign_before_them_is_taken_off():
    document = read_document(uncommented(new_model("New", "Lab", CAPABILITIES)).encode())
    assert document.faults == ()
    assert list(document.data or {}) == TOP
    assert validate("model", document.data or {}).findings == []


def test_without_a_developer_the_check_says_where_to_write_it(tmp_path):
    path = tmp_path / "data" / "models" / "new.yml"
    write(tmp_path / "data", {"models/new.yml": new_model("New", None, CAPABILITIES)})
    reader = CatalogReader(tmp_path / "data", "data")
    line = path.read_text().splitlines().index("developer:") + 1
    with pytest.raises(Exception, match=rf"^data/models/new.yml:{line}:\d+: developer: nothing stands here; "):
        reader.read(TODAY)


def test_what_a_file_has_is_not_told_again():
    text = filled_up("name: A\ndeveloper: Lab\nroutes: []\n", HELD, CAPABILITIES)
    assert text.startswith("name: A\ndeveloper: Lab\nroutes: []\n\n## ")
    assert re.findall("^# ([a-z_]+):", text, re.MULTILINE) == [key for key in TOP if key not in HELD]


NAMES = st.text(alphabet=st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip)


@given(name=NAMES, developer=st.sampled_from(["no", "Lab: 1", "'x'", "1.5", "# a", "深度求索"]))
def test_any_name_is_read_back_as_it_was_given(name, developer):
    data = read_document(new_model(name, developer, CAPABILITIES).encode()).data
    assert data is not None
    assert (data["name"], data["developer"]) == (" ".join(name.split()), developer)
