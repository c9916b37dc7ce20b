"""The index of very many comparisons: short where the models have pages, and without a script the way to every one."""

import posixpath
from urllib.parse import urljoin, urlsplit

import pytest

STRICTEST = """
    validation:
      nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
      links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
MANY = 11  # models, which make 55 pairs


@pytest.fixture
def site(site):
    for number in range(MANY):
        site.model(f"m{number:02}", f"{{name: M {number}, developer: Lab, context_window: {1000 * (number + 1)}}}\n")
    site.page("index.md", "# Home\n")
    return site


def build(site, pages, where="developer = Lab"):
    wishes = f'{{comparisons: {{where: "{where}"}}, floor: 0, index: true{pages}}}'
    site.configure(plugins=f"[{{model-compare: {{pages: {wishes}}}}}]", rest=STRICTEST)
    site.build()


def listed(site):
    return [link["href"] for link in site.soup("compare/index.html").select("h2#comparisons ~ ul a")]


def reached(site, start):
    """Every page that links lead to from there."""
    found, left = set(), [start]
    while left:
        page = left.pop()
        if page not in found and (site.root / "site" / page).is_file():
            found.add(page)
            links = (link["href"] for link in site.soup(page).select("a[href]"))
            targets = (urlsplit(urljoin(f"/{page}", link)).path.lstrip("/") for link in links)
            left += [posixpath.join(target, "index.html") for target in targets]
    return found


def test_few_comparisons_are_listed_by_title(site):
    build(site, ", models: true", "developer = Lab and context_window <= 10000")
    assert (len(listed(site)), listed(site)[0]) == (45, "m00-vs-m01/")


def test_of_many_the_index_says_where_they_are_listed(site):
    build(site, ", models: true")
    assert listed(site) == []
    assert site.one("compare/index.html", "h2#comparisons + p").get_text() == (
        "55 pages of this site compare models. Each is listed on the pages about its models, to which the names in the "
        "table lead."
    )


def test_without_pages_of_the_models_each_has_a_line_with_its_comparisons(site):
    site.page("three.md", '# Three of them\n\n<< compare("m00", "m01", "m02") >>\n')
    build(site, "")
    lines = site.soup("compare/index.html").select("h2#comparisons + ul li")
    assert [line.get_text().partition(":")[0] for line in lines] == sorted(f"M {number}" for number in range(MANY))
    assert lines[0].get_text().startswith("M 0: Three of them, vs M 1, vs M 10, vs M 2, vs M 3")
    assert len(listed(site)) == 55 * 2 + 3


@pytest.mark.parametrize("pages", ["", ", models: true", ', models: {where: "context_window > 5000"}'])
def test_links_lead_from_the_index_to_every_made_page(site, pages):
    build(site, pages)
    made = {page.relative_to(site.root / "site").as_posix() for page in site.root.glob("site/compare/**/*.html")}
    assert len(made) > 55
    assert reached(site, "compare/index.html") >= made
