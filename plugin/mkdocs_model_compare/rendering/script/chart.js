/* Who is the cheapest along a field of the traffic: in a sentence, and as lines. */

import { cheapest, many, printed } from "./counting.js";
import { safe } from "./page.js";

const STEPS = 30;

/** A sentence for what `turns` found. */
export const alongField = (data, found, [key, label, low, , far], word) => {
  const told = found.map(([places, from], at) => {
    const to = found[at + 1]?.[1] - 1;
    const who = places.map((place) => data.models[place].name).join(" and ");
    const how = places.length > 1 ? " share the lowest cost" : ` ${found.length > 1 ? "is" : "stays"} ${word}`;
    const stretch = to >= 0 ? `${from > low ? `from ${many(from)} ` : ""}up to ${many(to)}` : `from ${many(from)} on`;
    const where = to === from ? `at ${many(to)}` : stretch;
    const range = found.length > 1 ? where : key.endsWith("tokens") ? `up to ${many(far)}` : "at every number";
    return `${who ? who + how : "no comparison"} ${range}`;
  });
  return `<b>${label}:</b> ${safe(told.join("; "))}.`;
};

/** The costs along a field, up to twice the present value or just beyond the first crossing, which is named. */
export const plot = (data, traffic, [key, label, , , far], found) => {
  const now = Number(traffic[key]);
  const turning = found.filter(([places], at) => at && places.length);
  const top = key === "cached" ? far : Math.max(10, now * 2, Math.ceil((turning[0]?.[1] ?? 0) * 1.25));
  const crossings = turning.filter(([, from]) => from <= top);
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => Math.round((top * step) / STEPS));
  steps.push(...crossings.flatMap(([, from]) => [from - 1, from]));
  steps.sort((a, b) => a - b);
  const costs = steps.map((step) => cheapest(data, traffic, key, step));
  const most = costs.flat().reduce((high, one) => (one?.amount > high ? one.amount : high), 1n);
  const across = (value) => (value / top) * 100;
  const up = (one) => 100 - Number((one.amount * 10000n) / most) / 100;
  const lines = data.models.map((_, place) => {
    const points = costs.flatMap((each, at) => (each[place] ? [`${across(steps[at])} ${up(each[place])}`] : []));
    return `<path d="M${points.join("L") || "0 0"}"/>`;
  });
  const dots = crossings.map(([places, from]) => {
    const one = costs[steps.indexOf(from)][places[0]];
    const side = from > top / 2 ? "right" : "left";
    return `<i style="left:${across(from)}%;top:${up(one)}%"><span class="mc-${side}">${many(from)}</span></i>`;
  });
  // A model without a price has no line.
  const keys = data.models.map(({ name }, place) =>
    lines[place].includes("L") ? `<span><svg viewBox="0 0 30 4">${"<path/>".repeat(place)}<path d="M0 2h30"/></svg> ${safe(name)}</span>` : "",
  );
  return `<p class="mc-axis"><span>${printed(data, { amount: most, currency: data.currency })} a month</span></p>
<div class="mc-plane" dir="ltr"><svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${lines.join("")}</svg><u style="left:${across(now)}%"></u>${dots.join("")}</div>
<p class="mc-axis" dir="ltr"><span>0</span><span>${many(top)} ${label.toLowerCase()}</span></p>
<p class="mc-keys">${keys.join("")}</p>`;
};
