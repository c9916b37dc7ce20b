/* Switches for the rows in which the models differ: in state, in value, or in what a reader sees. */

import { SECTIONS, all, asked, keep, made, say } from "./page.js";

const SWITCHES = [
  ["only", "Only differences"],
  ["mark", "Highlight differences"],
];
const ROWS = "tr[data-mc-row]";
const SWITCH = ".mc-switches input";

const differs = (row) => {
  const cells = all("[data-mc-state]", row).map(({ dataset, firstChild }) =>
    [dataset.mcState, dataset.mcValue, dataset.mcCurrency, firstChild?.textContent].join("|"),
  );
  return new Set(cells).size > 1;
};

const counted = (rows) => {
  const count = rows.filter(differs).length;
  return `Rows not alike: ${count} of ${rows.length}${isOn("only") && count < rows.length ? "; the others are hidden" : ""}.`;
};

const isOn = (name) => asked(`mc-${name}`) === "1";

/** Bring rows and switches up to what the address says and the cells hold. */
export const markDifferences = () => {
  for (const section of all(SECTIONS)) {
    const rows = all(ROWS, section);
    for (const row of rows) row.classList.toggle("mc-same", !differs(row));
    for (const [name] of SWITCHES) section.classList.toggle(`mc-${name}`, isOn(name));
    for (const told of all(".mc-switches span", section)) told.textContent = counted(rows);
  }
  for (const input of all(SWITCH)) input.checked = isOn(input.name);
};

/** Below each table that has both kinds of rows, and below the first of a comparison. */
export const addSwitches = (section, first) => {
  const rows = all(ROWS, section);
  if (!rows.length || section.querySelector(".mc-switches") || section.matches(".mc-monthly_cost")) return;
  // A model alone differs from none.
  if (!section.dataset.mcModels.includes(" ")) return;
  if (!first && (rows.every(differs) || !rows.some(differs))) return;
  const inputs = SWITCHES.map(([name, label]) => `<label class="mc-check"><input type="checkbox" name="${name}">${label}</label>`);
  section.append(made(`<p class="mc-tool mc-switches">${inputs.join("")}<span></span></p>`));
};

export const onSwitch = ({ target }) => {
  if (!target.matches(SWITCH)) return;
  keep([[`mc-${target.name}`, target.checked ? 1 : undefined]]);
  const top = target.getBoundingClientRect().top;
  markDifferences();
  // Rows above that come or go must not move the switch away from under the pointer.
  scrollBy(0, target.getBoundingClientRect().top - top);
  say(counted(all(`${SECTIONS} ${ROWS}`)));
};
