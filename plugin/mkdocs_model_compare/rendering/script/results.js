/* What a month costs, put into the page: in the cost table as the build would, in a sentence, and by every route. */

import { safe } from "./page.js";

const leading = (word) => (word ? ` <span class="mc-lead">▲ ${safe(word)}</span>` : "");
const COLUMNS = ["Route", "A month", "A year", "Above the lowest"];

/** The cost table as the build would have made it. */
export const showInTable = (section, data, results) => {
  results.forEach((one, at) => {
    const put = (row, text, value, lead) => {
      const known = value !== undefined;
      const cell = section.querySelector(`[data-mc-row="${row}"] [data-mc-model="${CSS.escape(data.models[at].id)}"]`);
      if (!cell) return;
      cell.dataset.mcState = known ? "known" : "unknown";
      if (known) cell.dataset.mcValue = value;
      else delete cell.dataset.mcValue;
      if (row === "monthly_cost" && known && one.currency !== "USD") cell.dataset.mcCurrency = one.currency;
      else delete cell.dataset.mcCurrency;
      cell.classList.toggle("mc-better", !!lead);
      cell.querySelector(".mc-lead")?.remove();
      const place = cell.querySelector(".mc-value");
      if (place) place.innerHTML = known ? safe(text) : `<span class="mc-unknown">${safe(text)}</span>`;
      cell.insertAdjacentHTML("beforeend", leading(lead));
    };
    const [cost, route, delta] = one.values;
    put("monthly_cost", one.cost, cost, one.lead);
    put("cheapest_route", one.route, route);
    put("cost_delta", one.delta, delta);
  });
};

export const sentence = (results) => {
  const [lead, ...more] = results.filter((one) => one.lead);
  const told = results.map(({ name, year, cost, delta }) => {
    const each = year && cost !== "free" ? `${cost} a month, ${year} a year` : cost;
    return `${name}: ${each}${delta[0] === "+" ? ` (${delta} a month)` : ""}`;
  });
  return `${lead && !more.length ? `${lead.name} is ${results.length > 2 ? "the " : ""}${lead.lead}. ` : ""}${told.join("; ")}.`;
};

const counting = ([text, label, lead, ...cells]) => {
  const end = text.lastIndexOf(": ");
  const names = [label, text.slice(end + 2)].filter(Boolean).map((each) => ` <small>${safe(each)}</small>`);
  const [month, year, delta] = cells.map(safe);
  return `<tr><th scope="row">${safe(text.slice(0, end))}${names.join("")}</th><td>${month}${leading(lead && "cheapest")}</td><td>${year}</td><td>${delta}</td></tr>`;
};

const notCounted = ([name, why]) =>
  `<tr><th scope="row">${safe(name)}</th><td colspan="3"><span class="mc-na">${safe(why)}</span></td></tr>`;

export const routeTable = (results) => {
  const head = COLUMNS.map((text) => `<th scope="col">${text}</th>`).join("");
  const bodies = results.map(
    ({ name, routes, out }) =>
      `<tbody><tr><th scope="rowgroup" colspan="4">${safe(name)}</th></tr>${routes.map(counting).join("")}${out.map(notCounted).join("")}</tbody>`,
  );
  return `<table class="mc-table mc-routes"><thead><tr>${head}</tr></thead>${bodies.join("")}</table>`;
};
