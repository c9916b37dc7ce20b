"""What a catalog holds is text on the page, whatever it contains."""

from pathlib import Path

from bs4 import BeautifulSoup

from mkdocs_model_compare.catalog.loading import load_catalog
from tests.rendering.golden import TODAY, page_of

EVIL = '<script>alert(1)</script> | {{ 7 * 7 }} {% x %} << fact("a", "b") >> **bold** [x](javascript:y) &amp; "q"'
FILES = {
    "models/evil.yml": f"""
name: '{EVIL}'
developer: '{EVIL}'
architecture: '{EVIL}'
license: odd
capabilities: {{vision: {{value: yes, note: '{EVIL}'}}}}
best_for: ['{EVIL}']
routes: [{{provider: odd, label: '{EVIL}', price: {{input: 1, output: 2}}}}]
sources: {{card: {{url: 'https://example.org/?a=b&c=d', title: '{EVIL}'}}}}
provenance: {{default: card}}
""",
    "models/plain.yml": "name: Plain\ndeveloper: Acme\n",
    "providers.yml": f"odd: {{name: '{EVIL}', kind: vendor}}",
    "licenses.yml": f"odd: {{name: '{EVIL}', openness: open-weights, commercial_use: permitted}}",
    "comparisons/both.yml": f"models: [evil, plain]\nnote: '{EVIL}'\nfaq: [{{question: '{EVIL}', answer: '{EVIL}'}}]\n",
}


def write(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_markup_scripts_and_templates_from_the_catalog_are_shown_as_text(tmp_path: Path) -> None:
    catalog = load_catalog(write(tmp_path), TODAY)
    html = page_of('<< compare("evil", "plain") >>\n\n<< model("evil") >>\n\n<< models() >>\n', catalog)
    soup = BeautifulSoup(html, "html.parser")
    assert soup.find("script") is None
    assert not [link for link in soup.select("[href]") if str(link["href"]).startswith("javascript")]
    assert "49" not in html
    # The model's name is in a column's head, told word for word.
    assert EVIL in [head.get_text() for head in soup.select("thead th")]


def test_a_curators_note_is_markdown_whose_raw_html_is_text(tmp_path: Path) -> None:
    soup = BeautifulSoup(page_of('<< verdict("evil", "plain") >>', load_catalog(write(tmp_path), TODAY)), "html.parser")
    note = soup.select_one(".mc-note")
    assert note is not None
    assert note.find("strong", string="bold") is not None
    assert "<script>alert(1)</script>" in note.get_text()
