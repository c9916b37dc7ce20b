"""What axe-core finds wrong on a page. Its script comes with a Python package: nothing is loaded at test time."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
_COLOURS = ("color-contrast", "link-in-text-block")
# Only what is wrong is wanted, which is a lot faster on a long page. Colours are most of the work: what looks the same,
# and stands in what looks the same, has the same contrast, so the first, the middle and the last of it are asked, and
# at another width of the page only what looks as nothing before did.
_RUN = """async ([within, without, colours, structure]) => {
    const options = {resultTypes: ['violations'], elementRef: false, preload: false};
    const rules = Object.fromEntries(colours.map((rule) => [rule, {enabled: false}]));
    const found = [];
    if (structure) {
        const context = {include: [[within]], exclude: without.map((selector) => [selector])};
        found.push(...(await axe.run(context, {...options, rules})).violations);
    }
    const {ids, done} = (window.looks ??= {ids: new Map(), done: new Set()}), looks = new Map();
    const look = (one) => {
        if (one === null) return -1;
        if (looks.has(one)) return looks.get(one);
        const s = getComputedStyle(one);
        const own = [s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.fontSize, s.fontWeight, s.textShadow,
            s.textDecorationLine, s.visibility, s.position, one.tagName].join();
        const whole = `${look(one.parentElement)} ${own}`;
        if (!ids.has(whole)) ids.set(whole, ids.size);
        looks.set(one, ids.get(whole));
        return ids.get(whole);
    };
    const alike = new Map();
    for (const one of document.querySelectorAll(`:is(${within}), :is(${within}) *`)) {
        const text = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!text || !one.checkVisibility() || without.some((selector) => one.closest(selector))) continue;
        if (!done.has(look(one))) alike.set(look(one), [...(alike.get(look(one)) ?? []), one]);
    }
    for (const one of alike.keys()) done.add(one);
    const asked = new Set([...alike.values()].flatMap((all) => [all[0], all[all.length >> 1], all[all.length - 1]]));
    if (asked.size > 0)
        found.push(...(await axe.run({include: [...asked]}, {...options, runOnly: colours})).violations);
    return found;
}"""


def violations(page: Page, *, within: str = "html", without: tuple[str, ...] = (), structure: bool = True) -> list[str]:
    """What any rule of axe-core, best practices too, finds wrong inside `within`, one line each.

    Without `structure` only the rules about colours are asked.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(_RUN, [within, list(without), list(_COLOURS), structure])
    return [
        f"{rule['id']}: {node['target'][-1]}: {node['failureSummary'].splitlines()[1].strip()}"
        for rule in found
        for node in rule["nodes"]
    ]
