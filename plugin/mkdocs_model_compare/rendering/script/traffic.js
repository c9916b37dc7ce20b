/* Controls below the cost table: the reader's own traffic, kept in the address. */

import { alongField, plot } from "./chart.js";
import { FIELDS, counted, superlative, trafficText, turns } from "./counting.js";
import { markDifferences } from "./differences.js";
import { all, asked, keep, made, safe, say } from "./page.js";
import { routeTable, sentence, showInTable } from "./results.js";

const QUIET = 600; // milliseconds without a key press before a result is spoken
const DRAWN = 100; // and before the lines are drawn anew
const FEW = 12; // routes that are shown without being asked for

// A share is text where the build gives it, and a number where a reader does.
const same = (one, other) => Object.keys(one).every((key) => one[key] == other[key]);

/** The traffic that the address holds, over the page's own; what cannot be read is left out. */
const fromAddress = (own, prefix) => {
  const traffic = { ...own };
  for (const [key, , low, high] of FIELDS) {
    const text = asked(prefix + key);
    const number = Number(text);
    const reads = /^\d+(\.\d{1,4})?$/.test(text) && (key === "cached" || Number.isInteger(number));
    if (reads && number >= low && number <= high) traffic[key] = number;
  }
  const batch = asked(`${prefix}batch`);
  return batch === null ? traffic : { ...traffic, batch: batch === "1" };
};

const toAddress = (own, traffic, prefix) =>
  keep(Object.keys(own).map((key) => [prefix + key, traffic[key] == own[key] ? undefined : Number(traffic[key])]));

const formFor = (data, id) => {
  const presets = data.presets.map(({ name }) => `<button type="button">${safe(name)}</button>`);
  const fields = FIELDS.map(
    ([key, label, low, high]) =>
      `<label>${label}<input type="number" name="${key}" min="${low}" max="${high}" step="${key === "cached" ? 0.0001 : 1}" required aria-describedby="${id}"></label>`,
  );
  const axes = FIELDS.map(([key, label]) => `<option value="${key}">${label.toLowerCase()}</option>`);
  return made(`<form class="mc-tool mc-form">
<p class="mc-presets">${presets.join("")}<button type="button" class="mc-reset">Reset</button></p>
<p class="mc-fields">${fields.join("")}<label class="mc-check"><input type="checkbox" name="batch">Batch</label></p>
<p class="mc-problem" role="alert" id="${id}"></p>
<p class="mc-sum"></p>
<p class="mc-hint">The verdict stays at the site's traffic.</p>
<details><summary></summary><div class="mc-scroll" role="group" aria-label="Every route at this traffic" tabindex="0"></div></details>
<figure class="mc-plot"><label>Cost over <select name="over">${axes.join("")}</select></label><div></div><figcaption></figcaption></figure></form>`);
};

export const addTraffic = (section, place) => {
  const holder = section.querySelector("[data-mc-traffic]");
  if (!holder || section.querySelector(".mc-form")) return;
  const data = JSON.parse(holder.dataset.mcTraffic);
  // Each table of a page has a traffic of its own, the first under the plain name.
  const prefix = place ? `mc${place + 1}-` : "mc-";
  const form = formFor(data, `mc-problem-${place + 1}`);
  const part = (name) => form.querySelector(name);
  const inputs = FIELDS.map(([key]) => form.elements[key]);
  const { batch, over } = form.elements;
  const presets = [...data.presets.map((preset) => preset.traffic), data.workload]; // the last of Reset
  const buttons = all("button", form);
  let traffic = fromAddress(data.workload, prefix);
  let touched = false;
  let chosen; // of presets with the same numbers one alone is pressed: that which the reader chose, or the first
  let drawing;

  const draw = () => {
    const priced = data.models.filter((model) => model.offers.some((one) => one.currency === data.currency)).length;
    if ((part("figure").hidden = priced < 2)) return;
    const word = (data.models.length > 2 ? "the " : "") + superlative(data, priced);
    const found = FIELDS.map((field) => turns(data, traffic, field));
    part("figure div").innerHTML = plot(data, traffic, FIELDS[over.selectedIndex], found[over.selectedIndex]);
    part("figcaption").innerHTML = FIELDS.map((field, at) => alongField(data, found[at], field, word)).join("<br>");
  };
  const refresh = () => {
    const results = counted(data, traffic);
    const changed = !same(traffic, data.workload);
    touched ||= changed;
    if (touched) showInTable(section, data, results);
    for (const told of all(".mc-traffic", section)) told.textContent = trafficText(traffic);
    for (const remark of all(".mc-remark", section)) remark.hidden = changed;
    const rows = results.flatMap(({ routes, out }) => [...routes, ...out]).length;
    if (!part("table")) part("details").open = rows <= FEW;
    // Of the site's own traffic the page itself tells what does not fit.
    const over = data.limits.filter(([input, size]) => changed && input * traffic.input_tokens + traffic.output_tokens > size);
    part(".mc-sum").textContent = [sentence(results), ...over.map((limit) => limit[2])].join(" ");
    part("summary").textContent = `Every route at this traffic (${rows})`;
    part(".mc-scroll").innerHTML = routeTable(results);
    chosen = [chosen, ...data.presets.keys()].find((at) => data.presets[at] && same(data.presets[at].traffic, traffic));
    data.presets.forEach((_, at) => (buttons[at].ariaPressed = at === chosen));
  };
  const change = (next) => {
    traffic = next;
    part(".mc-problem").textContent = "";
    refresh();
    clearTimeout(drawing);
    drawing = setTimeout(draw, DRAWN);
    markDifferences();
    say(part(".mc-sum").textContent, QUIET);
    toAddress(data.workload, traffic, prefix);
  };
  const fill = () => {
    for (const input of inputs) {
      input.value = traffic[input.name];
      input.ariaInvalid = false;
    }
    batch.checked = traffic.batch;
  };

  form.addEventListener("click", ({ target }) => {
    const at = buttons.indexOf(target);
    if (at < 0) return;
    chosen = at;
    change(presets[at]);
    fill();
  });
  form.addEventListener("input", ({ target }) => {
    if (target === over) return draw();
    const [wrong] = inputs.filter((input) => (input.ariaInvalid = !input.checkValidity()));
    part(".mc-problem").textContent = wrong ? `${wrong.parentNode.textContent}: ${wrong.validationMessage}` : "";
    if (wrong) return;
    change({ ...Object.fromEntries(inputs.map(({ name, value }) => [name, Number(value)])), batch: batch.checked });
  });
  section.append(form);
  fill();
  refresh();
  // At once, as what comes later would move what is below.
  draw();
};
