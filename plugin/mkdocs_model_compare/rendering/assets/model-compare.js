/* What a page gains by a script, being whole without it: cost at the reader's own traffic, below the cost table, by the
   same rule and the same whole numbers as the build (comparison/pricing.py, comparison/figures.py); and the source of a
   value beside its numeral. */

const SCALE = 12n; // decimals of a price, as a whole number
const SHARE = 6n; // decimals of the cached share
const FIELDS = [
  ["requests", "Requests a month", 1, 1e12],
  ["input_tokens", "Input tokens each", 0, 1e9],
  ["output_tokens", "Output tokens each", 0, 1e9],
  ["cached", "Cached input, %", 0, 100],
];

/** A decimal in text as a whole number of 10^-digits; digits beyond are cut. */
const whole = (text, digits) => {
  const [head, tail = ""] = String(text).split(".");
  return BigInt(head + tail.slice(0, Number(digits)).padEnd(Number(digits), "0"));
};

const applies = (variant, route, place, traffic) => {
  if (variant.batch && !traffic.batch) return false;
  if (variant.over !== null && traffic.input_tokens <= variant.over) return false;
  const regions = variant.regions;
  if (!regions.length || (!place.length && regions.includes(route.region))) return true;
  return place.length > 0 && place.every((region) => regions.includes(region));
};

/** What the route charges in one place, and 10^24 times what the month costs there; undefined where it has no price. */
const charge = (route, place, traffic) => {
  let { price, currency } = route;
  let from = {};
  const applying = route.variants.filter((variant) => applies(variant, route, place, traffic));
  for (const variant of applying) {
    // Amounts of two currencies make no price: such a variant inherits nothing.
    if (variant.currency !== currency) [price, from, currency] = [{}, {}, variant.currency];
    price = { ...price, ...variant.price };
    for (const key in variant.price) from[key] = variant;
  }
  if (price.input == null || price.output == null) return undefined;
  const [input, output] = [whole(price.input, SCALE), whole(price.output, SCALE)];
  const cached = price.cached_input == null ? input : whole(price.cached_input, SCALE);
  const [share, all] = [whole(traffic.cached, SHARE), 10n ** SHARE];
  const read = (input * (all - share) + cached * share) * BigInt(traffic.input_tokens);
  const amount = (read + output * all * BigInt(traffic.output_tokens)) * BigInt(traffic.requests);
  const over = Math.max(0, ...applying.map((variant) => variant.over ?? 0));
  const batch = Boolean(from.input?.batch || from.output?.batch);
  return { route, place, currency, amount, price, over, batch, free: !input && !output };
};

const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The cheapest single route of a model at this traffic: of the catalog's currency where there is one. */
const cheapest = (model, traffic, currency) => {
  const found = [];
  for (const route of model.routes) {
    if (route.size !== null && traffic.input_tokens + traffic.output_tokens > route.size) continue;
    const places = new Map([["", []], ...route.variants.map((one) => [one.regions.join(), one.regions])]);
    for (const place of places.values()) found.push(charge(route, place, traffic));
  }
  const priced = found.filter(Boolean);
  priced.sort((a, b) => before(a.amount, b.amount) || before(a.route.order, b.route.order) || before(a.place, b.place));
  return priced.find((one) => one.currency === currency) ?? priced[0];
};

const halfUp = (amount, unit) => (amount + unit / 2n) / unit;

/** Cents as they are printed: whole units from 100 on. */
const cents = (amount) => {
  const unit = 10n ** (SCALE + SHARE + 6n);
  const found = halfUp(amount, unit / 100n);
  return found >= 10000n ? halfUp(amount, unit) * 100n : found;
};

/** The exact amount as a machine reads it. */
const plain = (amount) => {
  const places = Number(SCALE + SHARE + 6n);
  const text = String(amount).padStart(places + 1, "0");
  return `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/, "");
};

const money = (data, currency, digits) => {
  const [sign, code] = data.money[currency];
  return sign + digits + code;
};

const digits = (count) => {
  const text = (count / 100n).toLocaleString("en");
  return count % 100n ? `${text}.${String(count % 100n).padStart(2, "0")}` : text;
};

const printed = (data, found) => {
  if (found.free) return "free";
  const shown = cents(found.amount);
  if (!shown && found.amount) return `under ${money(data, found.currency, "0.01")}`;
  return money(data, found.currency, digits(shown));
};

const unitPrice = (data, currency, text) => {
  if (!/[1-9]/.test(text)) return "free";
  const [head, tail = ""] = text.split(".");
  const grouped = BigInt(head).toLocaleString("en");
  return money(data, currency, tail ? `${grouped}.${tail.padEnd(2, "0")}` : grouped);
};

const routeText = (data, { route, place, currency, price, over, batch }) => {
  const where = place.length ? data.places[place.join()] : route.region;
  const [input, output] = [price.input, price.output].map((text) => unitPrice(data, currency, text));
  const tier = over ? `, at the tier over ${data.tiers[over]} input tokens` : "";
  const name = where ? `${route.name} (${where})` : route.name;
  return `${name}: ${input} in and ${output} out per 1M tokens${tier}${batch ? ", in batch" : ""}`;
};

const trafficText = ({ requests, input_tokens, output_tokens, cached, batch }) => {
  const many = (count) => count.toLocaleString("en");
  const each = requests === 1 ? "" : " each";
  const asked = requests === 1 ? "1 request" : `${many(requests)} requests`;
  const share = Number(cached) ? `, ${percent(cached)}% of the input cached` : "";
  return `${asked} a month of ${many(input_tokens)} input and ${many(output_tokens)} output tokens${each}${share}${batch ? ", in batch" : ""}`;
};

/** A share as a percentage in text, by moving the point: no binary fraction can change a digit. */
const percent = (share) => {
  const found = String(whole(share, SHARE)).padStart(5, "0");
  return `${BigInt(found.slice(0, -4))}.${found.slice(-4)}`.replace(/\.?0+$/, "");
};
const shareOf = (percentage) => {
  const found = String(whole(percentage, 4n)).padStart(7, "0");
  return `${found.slice(0, -6)}.${found.slice(-6)}`.replace(/\.?0+$/, "");
};

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** What the cost table says at this traffic, a model each: cost, route and delta in words, and whether it leads. */
export const counted = (data, traffic) => {
  const found = data.models.map((model) => cheapest(model, traffic, data.currency));
  // "free" is less than "under $0.01", though both round to 0.
  const ranks = found.map((one) => (one?.currency === data.currency ? cents(one.amount) * 2n + (one.amount ? 1n : 0n) : undefined));
  const ranked = ranks.filter((rank) => rank !== undefined);
  const least = ranked.length > 1 ? ranked.reduce((a, b) => (b < a ? b : a)) : undefined;
  const level = ranked.every((rank) => rank === least);
  const lowest = found.reduce((low, one, at) => (ranks[at] === undefined || one.amount > low ? low : one.amount), Infinity);
  const word = data.models.length === 2 ? "cheaper" : ranked.length === ranks.length ? "cheapest" : "cheapest known";
  const delta = (one, rank) => {
    if (least === undefined || rank === undefined) return "unavailable";
    if (least === 0n) return rank ? `+${printed(data, one)}` : "lowest";
    const above = cents(one.amount) - least / 2n;
    return above ? `+${money(data, data.currency, digits(above))}` : "lowest";
  };
  return found.map((one, at) => ({
    known: Boolean(one),
    cost: one ? printed(data, one) : "unavailable",
    route: one ? routeText(data, one) : data.models[at].lack,
    ranked: least !== undefined && ranks[at] !== undefined,
    delta: delta(one, ranks[at]),
    currency: one?.currency,
    values: one && [plain(one.amount), one.route.provider, least !== undefined && ranks[at] !== undefined ? plain(one.amount - lowest) : undefined],
    lead: least !== undefined && ranks[at] === least && !level ? word : undefined,
  }));
};

const show = (section, data, traffic) => {
  const put = (row, model, known, text, value, lead) => {
    const cell = section.querySelector(`[data-mc-row="${row}"] [data-mc-model="${CSS.escape(model.id)}"]`);
    if (!cell) return undefined;
    cell.dataset.mcState = known ? "known" : "unknown";
    if (known) cell.dataset.mcValue = value;
    else cell.removeAttribute("data-mc-value");
    cell.classList.toggle("mc-better", Boolean(lead));
    cell.querySelector(".mc-lead")?.remove();
    cell.querySelector(".mc-value")?.replaceChildren(known ? text : element("span", { class: "mc-unknown" }, text));
    if (lead) cell.append(" ", element("span", { class: "mc-lead" }, `▲ ${lead}`));
    return cell;
  };
  counted(data, traffic).forEach((one, at) => {
    const [cost, route, delta] = one.values ?? [];
    const cell = put("monthly_cost", data.models[at], one.known, one.cost, cost, one.lead);
    cell?.removeAttribute("data-mc-currency");
    if (cell && one.known && one.currency !== "USD") cell.dataset.mcCurrency = one.currency;
    put("cheapest_route", data.models[at], one.known, one.route, route);
    put("cost_delta", data.models[at], one.ranked, one.delta, delta);
  });
  for (const told of section.querySelectorAll(".mc-traffic")) told.textContent = trafficText(traffic);
  for (const remark of section.querySelectorAll(".mc-remark")) remark.hidden = true;
};

/** The traffic that the address holds, over the page's own; what cannot be read is left out. */
const fromAddress = (own, prefix) => {
  const asked = new URLSearchParams(location.search);
  const traffic = { ...own };
  for (const [key, , low, high] of FIELDS) {
    const text = asked.get(`${prefix}${key}`);
    const fits = key === "cached" ? /^\d{1,3}(\.\d{1,4})?$/ : /^\d{1,13}$/;
    if (text === null || !fits.test(text) || Number(text) < low || Number(text) > high) continue;
    traffic[key] = key === "cached" ? shareOf(text) : Number(text);
  }
  if (asked.has(`${prefix}batch`)) traffic.batch = asked.get(`${prefix}batch`) === "1";
  return traffic;
};

const toAddress = (own, traffic, prefix) => {
  const address = new URL(location.href);
  for (const [key] of FIELDS) {
    const value = key === "cached" ? percent(traffic[key]) : String(traffic[key]);
    if (String(traffic[key]) === String(own[key])) address.searchParams.delete(prefix + key);
    else address.searchParams.set(prefix + key, value);
  }
  if (traffic.batch === own.batch) address.searchParams.delete(`${prefix}batch`);
  else address.searchParams.set(`${prefix}batch`, traffic.batch ? "1" : "0");
  history.replaceState(history.state, "", address);
};

const equip = (section, place) => {
  const holder = section.querySelector("[data-mc-traffic]");
  if (!holder || section.querySelector(".mc-form")) return;
  const data = JSON.parse(holder.dataset.mcTraffic);
  // Each table of a page has a traffic of its own, the first under the plain name.
  const prefix = place ? `mc${place + 1}-` : "mc-";
  const id = `mc-traffic-${place + 1}`;
  let traffic = fromAddress(data.workload, prefix);
  const inputs = FIELDS.map(([key, label, low, high]) => {
    const limits = key === "cached" ? { step: "0.0001" } : { step: "1" };
    const input = element("input", { type: "number", name: key, id: `${id}-${key}`, min: low, max: high, required: "", ...limits });
    return [key, input, element("label", { for: input.id }, label, input)];
  });
  const batch = element("input", { type: "checkbox", name: "batch", id: `${id}-batch` });
  const problem = element("p", { class: "mc-problem", role: "alert" });
  const presets = data.presets.map((preset) => {
    const button = element("button", { type: "button" }, preset.name);
    button.addEventListener("click", () => change(preset.traffic));
    return [button, preset];
  });
  const reset = element("button", { type: "button", class: "mc-reset" }, "Reset");
  reset.addEventListener("click", () => change(data.workload));
  const form = element(
    "form",
    { class: "mc-form", "aria-label": "Cost at your traffic" },
    element("p", { class: "mc-presets" }, ...presets.map(([button]) => button), reset),
    element("p", { class: "mc-fields" }, ...inputs.map(([, , label]) => label), element("label", { for: batch.id, class: "mc-check" }, batch, "Batch")),
    problem,
    element("p", { class: "mc-hint" }, "Changes this section; the verdict stays at the site's traffic."),
  );
  const fill = () => {
    for (const [key, input] of inputs) input.value = key === "cached" ? percent(traffic[key]) : traffic[key];
    batch.checked = traffic.batch;
  };
  const refresh = () => {
    show(section, data, traffic);
    for (const [button, preset] of presets) {
      const same = [...FIELDS.map(([key]) => key), "batch"].every((key) => String(preset.traffic[key]) === String(traffic[key]));
      button.setAttribute("aria-pressed", String(same));
    }
  };
  const change = (next) => {
    traffic = { ...next };
    problem.textContent = "";
    fill();
    refresh();
    toAddress(data.workload, traffic, prefix);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const wrong = inputs.find(([, input]) => !input.checkValidity());
    for (const [, input] of inputs) input.setAttribute("aria-invalid", String(!input.checkValidity()));
    problem.textContent = wrong ? `${wrong[2].firstChild.textContent}: ${wrong[1].validationMessage}` : "";
    if (wrong) return;
    const read = inputs.map(([key, input]) => [key, key === "cached" ? shareOf(input.value) : Number(input.value)]);
    traffic = { ...Object.fromEntries(read), batch: batch.checked };
    refresh();
    toAddress(data.workload, traffic, prefix);
  });
  section.append(form);
  fill();
  if (trafficText(traffic) !== trafficText(data.workload)) refresh();
};

/* The panel of a source: what the page's list says of it, beside the numeral that is pointed at, tapped or entered. */
const MARGIN = 8;
const LINGER = 250; // milliseconds in which the pointer can move from the numeral into the panel
const panel = element("div", { class: "mc-panel", role: "note", "aria-label": "Source", popover: "manual" });
let owner;
let leaving;

const close = () => {
  clearTimeout(leaving);
  if (panel.matches(":popover-open")) panel.hidePopover();
  owner?.setAttribute("aria-expanded", "false");
  owner = undefined;
};

const open = (numeral) => {
  clearTimeout(leaving);
  const entry = document.getElementById(numeral.hash.slice(1));
  if (!entry || owner === numeral || !panel.showPopover) return;
  close();
  owner = numeral;
  numeral.removeAttribute("title"); // the browser's own hint would lie over the panel
  numeral.setAttribute("aria-expanded", "true");
  const listed = element("a", { href: numeral.hash }, "All sources");
  panel.replaceChildren(...entry.cloneNode(true).childNodes, " ", listed);
  numeral.parentElement.after(panel);
  panel.showPopover();
  const [at, size] = [numeral.getBoundingClientRect(), panel.getBoundingClientRect()];
  const left = Math.min(Math.max(at.left, MARGIN), innerWidth - size.width - MARGIN);
  const below = at.bottom + size.height + MARGIN < innerHeight;
  panel.style.left = `${Math.max(left, MARGIN)}px`;
  panel.style.top = `${below ? at.bottom + 2 : Math.max(at.top - size.height - 2, MARGIN)}px`;
};

// By what the link leads to: Material's instant navigation writes the page's whole address into it.
const numeralOf = (target) => {
  const link = target.closest?.(".mc-cite a");
  return link?.hash.startsWith("#mc-source-") ? link : null;
};

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const numeral = numeralOf(event.target);
  if (numeral) open(numeral);
  else if (panel.contains(event.target)) clearTimeout(leaving);
  else if (owner) leaving = setTimeout(close, LINGER);
});
// While capturing, and no further: instant navigation would take the numeral for a link to another place of the page.
const onClick = (event) => {
  const numeral = numeralOf(event.target);
  if (!numeral) {
    if (!panel.contains(event.target) || event.target.closest("a")) close();
    return;
  }
  if (!panel.showPopover) return;
  event.preventDefault();
  event.stopPropagation();
  if (owner === numeral && !event.pointerType) close();
  else open(numeral);
};
document.addEventListener("click", onClick, { capture: true });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !owner) return;
  const back = owner;
  close();
  back.focus();
});
document.addEventListener("focusin", (event) => {
  if (owner && event.target !== owner && !panel.contains(event.target)) close();
});
addEventListener("scroll", close, { passive: true });

const start = () => document.querySelectorAll(".mc-monthly_cost").forEach(equip);

// Material's instant navigation changes the page without loading it anew, and announces each page here.
if (window.document$) window.document$.subscribe(start);
else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
