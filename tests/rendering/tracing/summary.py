"""What the summary says, traced to the tables."""

from __future__ import annotations

import re

from tests.rendering.tracing.grammar import Rule, every, ids, items
from tests.rendering.tracing.page import Block, Page
from tests.rendering.tracing.standing import leaders
from tests.rendering.tracing.wording import NUMBERS, every_one, term, term_verb, traffic, when


def _one_maker(page: Page, found: re.Match[str], _: Block) -> None:
    _released(page, [(one["m"], found["maker"], one["w"]) for one in every(page, r"<m:model> <w:when>", found["list"])])


def _made(page: Page, found: re.Match[str], _: Block) -> None:
    told = every(page, r"<m:model> \((?:released <w:when>|release date <s:state>)\)", found["list"])
    _released(page, [(one["m"], found["maker"], one["w"] or one["s"]) for one in told])


def _makers(page: Page, found: re.Match[str], _: Block) -> None:
    told = every(
        page,
        r"<m:model> (?:is by <d:developer> \(release date <s:state>\)|(?:came )?from <e:developer> <w:when>)",
        found[0],
    )
    _released(page, [(one["m"], one["d"] or one["e"], one["s"] or one["w"]) for one in told])


def _undated(page: Page, found: re.Match[str], _: Block) -> None:
    told = every(page, r"<m:model> (?:is )?by <d:developer>", found["list"] or "")
    makers = [(one["m"], one["d"]) for one in told]
    makers += [(page.name(one), found["maker"]) for one in ids(page, found["all"])]
    page.holds(found["n"], "neither" if len(page.models) == 2 else "no", "how many")
    _released(page, [(name, developer, "unknown") for name, developer in makers])


def _released(page: Page, told: list[tuple[str, str, str]]) -> None:
    page.holds([page.id_of(name) for name, _, _ in told], list(page.models), "the models, in order")
    for name, developer, said in told:
        model = page.id_of(name)
        cell = page.cell("released", model)
        page.holds(developer, page.catalog.models[model]["developer"], f"who made {name}")
        page.holds(said, when(str(cell.value)) if cell.known else cell.text, f"when {name} came")


def _larger(page: Page, found: re.Match[str], _: Block) -> None:
    (model,) = ids(page, found["m"])
    page.holds([model], leaders(page, "context_window"), "the larger window")
    (other,) = (one for one in page.models if one != model)
    page.holds(found["a"], page.said("context_window", model), "its window")
    page.holds(found["b"], page.said("context_window", other), "the other's window")


def _same_window(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["all"], every_one(page), "how many")
    for model in page.models:
        page.holds(found["a"], page.said("context_window", model), "the same window")
    page.holds(len({page.cell("context_window", model).value for model in page.models}), 1, "level")


def _windows(page: Page, found: re.Match[str], _: Block) -> None:
    told = every(page, r"<m:model> (?:is )?(?:<a:size> tokens|<s:state>)", found[0])
    page.holds([page.id_of(one["m"]) for one in told], list(page.models), "the models, in order")
    for one in told:
        page.holds(one["a"] or one["s"], page.said("context_window", page.id_of(one["m"])), "its window")


def _licences(page: Page, found: re.Match[str], _: Block) -> None:
    told: list[str] = []
    for one in every(page, r"(?:<all:all>|<who:models>) (?P<verb>is|are|has|have) <term:term>", found[0]):
        models = list(page.models) if one["all"] else ids(page, one["who"])
        told += models
        page.holds(one["verb"], term_verb(page, models), "the verb")
        for model in models:
            page.holds(one["term"], term(page, model), f"the licence of {model}")
    page.holds(sorted(told), sorted(page.models), "each model's licence, once")


def _no_cost(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["which"], "either" if len(page.models) == 2 else "any of them", "how many")
    for model in page.models:
        page.holds(page.cell("monthly_cost", model).known, expected=False, what=f"no price of {model}")


def _costs(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["t"], traffic(page), "the traffic")
    told = every(page, r"<m:model> (?:costs |is )?<s:sum>", found["costs"])
    priced = [model for model in page.models if page.cell("monthly_cost", model).known]
    page.holds([page.id_of(one["m"]) for one in told], priced, "those with a price")
    for one in told:
        page.holds(one["s"], page.said("monthly_cost", page.id_of(one["m"])), f"the month of {one['m']}")
    page.holds(ids(page, found["none"]), [one for one in page.models if one not in priced], "those without a price")


def _alone(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["n"], NUMBERS[len(page.models)], "how many")
    told = {
        (page.id_of(one["m"]), phrase)
        for one in every(page, r"only <m:model> has <c:skills>", found[0])
        for phrase in items(page, one["c"], "skill")
    }
    page.holds(told, set(only_ones(page)), "what one alone has, and all others are known to lack")


def only_ones(page: Page) -> list[tuple[str, str]]:
    """The models that alone have a capability, with its phrase: all the others are known to lack it."""
    found = []
    for key in page.catalog.capabilities:
        values = {model: page.cell(key, model).value for model in page.models}
        having = [model for model, value in values.items() if value == "yes"]
        if len(having) == 1 and list(values.values()).count("no") == len(values) - 1:
            found.append((having[0], page.catalog.phrase("capabilities", key)))
    return found


_SUMS = r"(?:(?:, | and )?<:model> (?:costs )?<:sum>)+ a month"
_FREE = r"(?:(?:, | and )?<:model> (?:is free|costs <:sum> a month))+"
_COSTS = rf"(?P<costs>{_SUMS}|{_FREE})"
RULES = (
    Rule(r"<maker:developer> released (?P<list>(?:(?:, | and )?<:model> <:when>)+)\.", _one_maker),
    Rule(
        r"<maker:developer> made "
        r"(?P<list>(?:(?:, | and )?<:model> \((?:released <:when>|release date <:state>)\))+)\.",
        _made,
    ),
    Rule(
        r"(?:(?:, | and )?<:model> "
        r"(?:is by <:developer> \(release date <:state>\)|(?:came )?from <:developer> <:when>))+\.",
        _makers,
    ),
    Rule(
        r"(?:<maker:developer> made <all:models>|(?P<list>(?:(?:, | and )?<:model> (?:is )?by <:developer>)+)); "
        r"(?P<n>neither|no) release date is known\.",
        _undated,
    ),
    Rule(r"<m:model> has the larger context window: <a:size> tokens against <b:size>\.", _larger),
    Rule(r"<all:all> take up to <a:size> tokens of context\.", _same_window),
    Rule(r"The context window of (?:(?:(?:, | and )of )?<:model> (?:is )?(?:<:size> tokens|<:state>))+\.", _windows),
    Rule(r"(?:(?:, | and )?(?:<:all>|<:models>) (?:is|are|has|have) <:term>)+\.", _licences),
    Rule(r"What (?P<which>either|any of them) would cost a month is not known\.", _no_cost),
    Rule(rf"At <t:traffic>, {_COSTS}(?:; what <none:models> would cost is not known)?\.", _costs),
    Rule(r"Of the <n:count>, only <:model> has <:skills>(?:; only <:model> has <:skills>)*\.", _alone),
)
