/* What tables over the catalog gain by a script, being whole without it: order, search and must-haves; and in a picker
   models to choose, which lead to their comparison or stand side by side. The build has worked everything out: orders and
   must-haves stand in the page (rendering/picking.py), the facts of all models and the addresses of their comparisons
   in one file beside this one (rendering/side_by_side.py, site/picker_file.py), read when two are chosen. Where the script
   stands in the page itself there is no such file, and so nothing to choose for. */

const CATALOG = new URL("model-compare-catalog.json", import.meta.url);
const SITE = new URL("../", import.meta.url);
const IS_FILE = import.meta.url.includes("model-compare-picker.js");
const VERSION = 1;
const [FEWEST, MOST] = [2, 6];
const AT_ONCE = 24; // rows of a long table that answer a key, a screen full; the others follow when these are seen

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** Text as it is searched: accents, width and case make no difference. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

let reading;
const readCatalog = () => {
  reading ??= fetch(CATALOG, { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((data) => (data.version === VERSION ? data : Promise.reject(new Error("another version"))));
  reading.catch(() => (reading = undefined)); // to be tried again
  return reading;
};

/** The address of the page about just these models; undefined where there is none. */
const pageOf = ({ models, pages }, ids) => {
  const all = Object.keys(models);
  const places = ids.map((id) => all.indexOf(id)).sort((a, b) => a - b);
  const key = places.join(" ");
  const regular = pages.regular.split(",").includes(key);
  const found = regular ? pages.prefix + places.map((place) => all[place]).join("-vs-") + pages.suffix : pages.other[key];
  return found === undefined ? undefined : new URL(found, SITE).href;
};

/** The sizes to show in full beside each other: what the build does (comparison/figures.py, colliding). */
const inFull = (values) => {
  const sizes = [...new Map(values.filter((value) => value[4]).map((value) => [Number(value[2]), value[1]]))];
  sizes.sort(([a], [b]) => a - b);
  const read = sizes.map(([, text]) => parseFloat(text.replace("≈", "")) * ({ k: 1e3, M: 1e6 }[text.at(-1)] ?? 1));
  const unclear = sizes.filter(
    (_, at) => read.slice(0, at).some((one) => one >= read[at]) || read.slice(at + 1).some((one) => one <= read[at]),
  );
  const units = new Set(unclear.map(([, text]) => text.at(-1)));
  return (value) => value[4] !== undefined && units.has(value[1].at(-1));
};

/** The facts of these models as their comparison would show them, in tables that bear the same marks. */
const sideBySide = (data, ids, prefix) => {
  const names = ids.map((id) => data.models[id][0]);
  const cells = ids.map((id) => data.models[id][1].map(([value, ...cited]) => [data.values[value], cited]));
  const full = inFull(cells.flat().map(([value]) => value));
  const sources = new Map();
  const numeral = (source) => {
    const [title, , sign] = data.sources[source];
    if (sign) return element("span", { title }, sign);
    if (!sources.has(source)) sources.set(source, sources.size + 1);
    return element("a", { href: `#${prefix}${sources.get(source)}`, title }, sources.get(source));
  };
  const text = (value) => (full(value) ? value[4] : value[1]);
  const cell = ([value, cited], id) => {
    const [state, , machine, exact, , url, currency] = value;
    const made = element("td", { "data-mc-model": id, "data-mc-state": state });
    if (machine != null) made.dataset.mcValue = machine;
    if (currency) made.dataset.mcCurrency = currency;
    let shown = text(value);
    if (state !== "known") shown = element("span", { class: `mc-${state}` }, shown);
    else if (url) shown = element("a", { href: url }, shown);
    else if (exact) shown = element("span", { title: exact }, shown);
    const sign = { yes: "✓", no: "✕" }[machine];
    const signed = sign ? [element("span", { "aria-hidden": "true" }, sign), " "] : [];
    made.append(element("span", { class: "mc-value" }, ...signed, shown));
    const numerals = cited.flatMap((source) => [" ", numeral(source)]).slice(1);
    if (numerals.length) made.append(element("sup", { class: "mc-cite" }, ...numerals));
    return made;
  };
  let next = 0;
  const row = ([key, label]) => {
    const [at, own] = [next, cells.map((of) => of[next])];
    next += 1;
    const settled = own.filter(([value]) => value[0] === "known" || value[0] === "no");
    const differs = new Set(settled.map(([value]) => text(value))).size > 1;
    const head = element("th", { scope: "row" }, label);
    const marks = { "data-mc-row": key, ...(differs ? { class: "mc-differs" } : {}) };
    return element("tr", marks, head, ...ids.map((id, place) => cell(cells[place][at], id)));
  };
  const section = ([name, heading, caption, first, rows]) => {
    const heads = [first, ...names].map((told) => element("th", { scope: "col" }, told));
    const body = element("tbody", {}, ...rows.map(row));
    const table = element("table", { class: "mc-table" }, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...heads)), body);
    const marks = { class: `mc mc-${name}`, "data-mc-section": name, "data-mc-models": ids.join(" ") };
    if (ids.length === FEWEST) marks.class += " mc-two";
    const whole = ids.length === FEWEST ? table : element("div", { class: "mc-scroll", role: "region", "aria-label": caption, tabindex: 0 }, table);
    return element("div", marks, element("h3", {}, heading), ...(caption.startsWith(`${heading} `) ? [element("p", {}, `${caption}.`)] : []), whole);
  };
  const tables = data.sections.map(section);
  const list = [...sources].map(([source, number]) => {
    const [title, url] = data.sources[source];
    return element("li", { id: prefix + number, value: number }, url ? element("a", { href: url }, title) : title);
  });
  const listed = element("section", { class: "mc mc-sources", "aria-label": "Sources of these facts" }, element("ol", {}, ...list));
  return [element("h2", { tabindex: -1 }, names.join(" vs ")), ...tables, listed];
};

/** What is asked of one table: kept in the address beside whatever else stands there. */
const addressOf = (prefix) => ({
  read: () => {
    const asked = new URLSearchParams(location.search);
    return (key) => asked.get(prefix + key) ?? "";
  },
  write: (held) => {
    const address = new URL(location.href);
    for (const [key, value] of Object.entries(held)) {
      if (value) address.searchParams.set(prefix + key, value);
      else address.searchParams.delete(prefix + key);
    }
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers allow so many changes in so many seconds; the next one will do.
    }
  },
});

/** Shows `kept` rows in the order of `sorted`: those of the first screens at once, the others a few in each picture. */
const shownIn = (table, rows) => {
  const body = table.tBodies[0];
  let [order, shown, moved, rest] = [rows, new Set(rows), false];
  const show = (row, wanted) => {
    if (row.hidden === wanted) row.hidden = !wanted;
  };
  return ({ sorted, kept }) => {
    cancelAnimationFrame(rest);
    if (sorted) [order, moved] = [sorted, true];
    if (kept) shown = kept;
    const wanted = order.filter((row) => shown.has(row));
    const first = wanted.slice(0, AT_ONCE);
    // A table is laid out as a whole: where a row leaves, all but the first go with it for a moment.
    const stay = new Set(rows.some((row) => !row.hidden && !shown.has(row)) ? first : wanted);
    for (const row of rows) if (!stay.has(row)) show(row, false);
    if (moved) body.replaceChildren();
    const put = (few) => {
      if (moved) body.append(...few);
      for (const row of few) show(row, true);
      const late = wanted.filter((row) => row.hidden || !row.parentNode);
      // Not in the very next picture, which is the answer to the key.
      if (late.length) rest = requestAnimationFrame(() => (rest = requestAnimationFrame(() => put(late.slice(0, AT_ONCE)))));
      else if (moved) {
        moved = false;
        order.forEach((row, at) => {
          if (!row.parentNode) body.insertBefore(row, at ? order[at - 1].nextSibling : body.firstChild);
        });
      }
    };
    put(first);
  };
};

/** Buttons in the heads of columns; `changed` is told of the order asked for, as `key` or `-key`. */
const sortable = (table, rows, orders, display, changed) => {
  const heads = [...table.tHead.rows[0].cells];
  const built = heads.map((head) => head.getAttribute("aria-sort"));
  heads.forEach((head, at) => {
    const button = element("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => {
      const turned = head.getAttribute("aria-sort") === "ascending";
      changed(`${turned ? "-" : ""}${orders[at][0]}`);
    });
    head.append(button);
  });
  return (asked) => {
    const down = asked.startsWith("-");
    const sorted = orders.findIndex(([key]) => key === asked.slice(down ? 1 : 0));
    const ranks = orders[sorted]?.[1];
    const rank = (at) => (ranks[at] === null ? Infinity : down ? -ranks[at] : ranks[at]);
    const places = [...rows.keys()];
    // Equal ones stay in the order of the page, and so do those of which nothing is known, which come last.
    if (ranks) places.sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
    display({ sorted: places.map((place) => rows[place]) });
    heads.forEach((head, at) => {
      const order = ranks ? at === sorted && (down ? "descending" : "ascending") : built[at];
      if (order) head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    });
    return ranks ? asked : "";
  };
};

const control = (filter, id) => {
  const { key, label, has, options } = filter;
  if (has) {
    const input = element("input", { type: "checkbox", id: `${id}-${key}` });
    const made = element("label", { for: input.id, class: "mc-check" }, input, label);
    return { filter, input, made, option: () => input.checked && options[0] };
  }
  const choices = [["", "any"], ...options].map(([value, told]) => element("option", { value }, told));
  const input = element("select", { id: `${id}-${key}` }, ...choices);
  const made = element("label", { for: input.id }, label, input);
  return { filter, input, made, option: () => options.find(([value]) => value === input.value) };
};

/** Search and must-haves above a table; `changed` is told when something was asked. */
const filterable = (section, rows, filters, id, display, changed) => {
  const texts = rows.map((row) => {
    const told = [...row.cells].map((cell) => (cell.querySelector(".mc-value") ?? cell).textContent);
    return folded([row.dataset.mcModel, ...told].join(" "));
  });
  const search = element("input", { type: "search", id: `${id}-search`, autocomplete: "off" });
  const controls = filters.map((filter) => control(filter, id));
  const made = (has) => controls.filter(({ filter }) => filter.has === has).map((one) => one.made);
  const groups = [element("p", { class: "mc-fields" }, ...made(false))];
  if (made(true).length) groups.push(element("fieldset", { class: "mc-fields" }, element("legend", {}, "Capabilities"), ...made(true)));
  const musts = element("div", { id: `${id}-musts` }, ...groups);
  const opener = element("button", { type: "button", "aria-controls": musts.id });
  const open = (wanted) => {
    musts.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
  };
  opener.addEventListener("click", () => open(musts.hidden));
  const reset = element("button", { type: "button", class: "mc-reset" }, "Reset");
  const count = element("p", { role: "status" });
  const bar = element("p", { class: "mc-fields" }, element("label", { for: search.id }, "Search", search), ...(filters.length ? [opener] : []), reset);
  const form = element("form", { class: "mc-form mc-asking", "aria-label": "What to list" }, bar, musts, count);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => changed());
  reset.addEventListener("click", () => {
    fill(() => "");
    changed("");
    search.focus();
  });
  section.prepend(form);
  const fill = (asked) => {
    search.value = asked("q");
    const has = asked("has").split(" ");
    for (const { filter, input } of controls) {
      if (filter.has) input.checked = has.includes(filter.key);
      else input.value = filter.options.some(([value]) => value === asked(filter.key)) ? asked(filter.key) : "";
    }
    open(controls.some((one) => one.option()));
  };
  const apply = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const asked = controls.map((one) => [one.filter.places, one.option()]).filter(([, option]) => option);
    let unknown = 0;
    const kept = rows.filter((_, at) => {
      const found = words.every((word) => texts[at].includes(word));
      const misses = asked.some(([places, [, , low, high]]) => places[at] !== null && (places[at] < low || places[at] > high));
      const open = found && !misses && asked.some(([places]) => places[at] === null);
      if (open) unknown += 1;
      return found && !misses && !open;
    });
    display({ kept: new Set(kept) });
    opener.textContent = asked.length ? `Must-haves: ${asked.length}` : "Must-haves";
    const others = unknown === 1 ? "1 other is left out because a fact" : `${unknown} others are left out because a fact`;
    const told = `${kept.length || "None"} of ${rows.length} ${rows.length === 1 ? "model" : "models"}${unknown ? `. ${others} asked for is unknown.` : "."}`;
    if (count.textContent !== told) count.textContent = told;
  };
  const held = () => ({
    q: search.value.trim(),
    has: controls.filter(({ input }) => input.checked).map(({ filter }) => filter.key).join(" "),
    ...Object.fromEntries(controls.filter(({ filter }) => !filter.has).map(({ filter, input }) => [filter.key, input.value])),
  });
  return { fill, apply, held, reset };
};

/** A box before each name, and below the table what is chosen and where that leads. */
const choosable = (section, rows, id, changed) => {
  const names = new Map(rows.map((row) => [row.dataset.mcModel, row.cells[0].textContent]));
  const boxes = new Map();
  const told = element("p", { role: "status" });
  const chips = element("ul");
  const way = element("p");
  const tray = element("div", { class: "mc-form mc-chosen", role: "group", "aria-label": "Chosen models", tabindex: -1 }, told, chips, way);
  const side = element("div", { class: "mc-side" });
  let chosen = [];
  const choose = (model, wanted) => {
    if (wanted && chosen.length === MOST) {
      boxes.get(model).checked = false;
      told.textContent = "Six models can be compared; leave one out first.";
      return;
    }
    chosen = wanted ? [...chosen, model] : chosen.filter((one) => one !== model);
    show();
    changed();
  };
  for (const row of rows) {
    const model = row.dataset.mcModel;
    const box = element("input", { type: "checkbox", id: `${id}-model-${model}`, "aria-label": `Compare ${names.get(model)}` });
    box.addEventListener("change", () => choose(model, box.checked));
    boxes.set(model, box);
    row.cells[0].prepend(element("label", { for: box.id, class: "mc-tick" }, box));
  }
  const chip = (model) => {
    const name = names.get(model);
    const button = element("button", { type: "button", "aria-label": `Leave out ${name}` }, `${name} ✕`);
    button.addEventListener("click", () => {
      choose(model, false);
      (chips.querySelector("button") ?? tray).focus();
    });
    return element("li", {}, button);
  };
  const show = async () => {
    const asked = chosen;
    for (const [model, box] of boxes) box.checked = asked.includes(model);
    chips.replaceChildren(...asked.map(chip));
    way.replaceChildren();
    told.textContent = asked.length ? `${asked.length} chosen.${asked.length < FEWEST ? " Tick another to compare." : ""}` : "Tick two to six models to compare them.";
    if (asked.length < FEWEST) return side.replaceChildren();
    let data;
    try {
      data = await readCatalog();
    } catch {
      if (asked === chosen) apologize();
      return undefined;
    }
    // Something else may have been chosen, or the page left, while the file was read.
    if (asked !== chosen) return undefined;
    const known = asked.every((model) => model in data.models);
    return known ? lead(data, asked) : apologize();
  };
  const lead = (data, asked) => {
    const page = pageOf(data, asked);
    if (page) {
      side.replaceChildren();
      way.replaceChildren(element("a", { href: page }, "Open their comparison"));
      return;
    }
    side.replaceChildren(...sideBySide(data, asked, `mc-source-${id}-`));
    const button = element("button", { type: "button" }, "See them side by side");
    button.addEventListener("click", () => {
      side.firstElementChild.scrollIntoView({ block: "start" });
      side.firstElementChild.focus({ preventScroll: true });
    });
    way.replaceChildren(button);
    // A model that was refused in the meantime is still to be told of.
    const count = `${asked.length} chosen.`;
    if (told.textContent === count) told.textContent = `${count} They stand side by side below the table.`;
  };
  const apologize = () => {
    side.replaceChildren();
    told.textContent = `${chosen.length} chosen, but their facts could not be loaded. ${location.protocol === "file:" ? "A page opened from a file cannot do so; open it from a web server." : "Try again in a moment."}`;
    const button = element("button", { type: "button" }, "Try again");
    button.addEventListener("click", show);
    way.replaceChildren(button);
  };
  section.append(tray);
  section.after(side);
  return {
    fill: (asked) => {
      const wanted = asked("models").split(" ").filter((model) => boxes.has(model));
      chosen = [...new Set(wanted)].slice(0, MOST);
      show();
    },
    held: () => ({ models: chosen.join(" ") }),
  };
};

const equip = (section, place) => {
  const table = section.querySelector("table");
  // A template of the author's may show other rows; and the script may have been here before.
  const rows = [...(table?.tBodies[0]?.rows ?? [])];
  const { orders, filters } = JSON.parse(section.dataset.mcTable);
  if (rows.length !== orders[0][1].length || table.tHead?.rows[0]?.cells.length !== orders.length) return;
  if (table.tHead.querySelector("button")) return;
  const id = `mc-pick${place ? place + 1 : ""}`;
  const address = addressOf(`${id.slice(3)}-`);
  const picking = section.classList.contains("mc-picker");
  let order = "";
  const changed = (asked = order) => {
    if (asked !== order) order = sort(asked);
    refresh();
    address.write({ sort: order, ...filter?.held(), ...pick?.held() });
  };
  const refresh = () => {
    if (!filter) return;
    filter.apply();
    filter.reset.hidden = !order && !Object.values(filter.held()).some(Boolean);
  };
  // A handful of rows needs no search.
  const display = shownIn(table, rows);
  const filter = picking || rows.length > MOST ? filterable(section, rows, filters, id, display, changed) : undefined;
  const sort = sortable(table, rows, orders, display, changed);
  const pick = picking && IS_FILE ? choosable(section, rows, id, changed) : undefined;
  const asked = address.read();
  if (asked("sort")) order = sort(asked("sort"));
  filter?.fill(asked);
  refresh();
  pick?.fill(asked);
};

const start = () => {
  const tables = document.querySelectorAll("[data-mc-table]");
  tables.forEach(equip);
  // What waits in the styles waits no longer.
  for (const ready of [...tables, document.body]) ready.classList.add("mc-on");
};

// Material's instant navigation changes the page without loading it anew, and announces each page here.
if (window.document$) window.document$.subscribe(start);
else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
