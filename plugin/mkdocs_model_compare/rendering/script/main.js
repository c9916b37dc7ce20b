/* What a page gains by a script, being whole without it. Whatever is added is of class "mc-tool". */

import { addSwitches, markDifferences, onSwitch } from "./differences.js";
import { SECTIONS, all, listen } from "./page.js";
import { openSources } from "./sources.js";
import { addLink, addTaking } from "./taking.js";
import { addTraffic } from "./traffic.js";

export { counted, turns } from "./counting.js";

const start = () => {
  const sections = all(SECTIONS);
  listen();
  all(".mc-monthly_cost").forEach(addTraffic);
  for (const models of new Set(sections.map((section) => section.dataset.mcModels))) {
    const own = sections.filter((section) => section.dataset.mcModels === models);
    const first = own.find((section) => section.matches(":has(tr[data-mc-row]):not(.mc-monthly_cost)")) ?? own.at(-1);
    own.forEach((section) => addSwitches(section, section === first));
    if (own.length > 1) addTaking(own, first);
    own.forEach(addLink);
  }
  markDifferences();
  // What waits in the styles waits no longer, but on a page that has a table over the catalog for the script of that, too.
  document.body.classList.toggle("mc-on", !all("[data-mc-table]")[0]);
};

// A page can name the script twice, by two addresses.
if (!window.mcCompare) {
  window.mcCompare = true;
  openSources();
  document.addEventListener("change", onSwitch);
  // Material's instant navigation changes the page without loading it anew, and announces each page here.
  if (window.document$) window.document$.subscribe(start);
  else start();
}
