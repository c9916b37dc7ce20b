/* The panel of a source: what the page's list says of it, beside the numeral that is pointed at, tapped or entered. */

import { headingOf, made } from "./page.js";

const MARGIN = 8;
const LINGER = 250; // milliseconds in which the pointer can move from the numeral into the panel
const LONGEST = 300;

const panel = made('<div class="mc-tool mc-panel" role="note" aria-label="Source" popover="manual"></div>');
let owner;
let leaving;

const close = () => {
  clearTimeout(leaving);
  panel.hidePopover?.();
  if (owner) owner.ariaExpanded = false;
  owner = undefined;
};

// By letters, since half of one cannot stand in an address.
const line = (node) => [...(node?.innerText ?? node?.textContent ?? "").replace(/\s+/g, " ").trim()].slice(0, LONGEST).join("");

/** The form for an issue, filled in: which fact of which model, the page, what it shows and by which source. */
const report = (form, numeral, entry) => {
  const value = numeral.closest("[data-mc-model],[data-mc-about],li,p,dd,td,th");
  const { mcModel, mcAbout, mcPath } = value.dataset;
  const section = value.closest(".mc");
  const heading = section && headingOf(section);
  const fact = mcPath ?? line(value.closest("tr")?.cells[0] ?? heading?.firstChild);
  const link = entry.querySelector("a");
  const address = location.href.split("#")[0] + (heading?.id ? `#${heading.id}` : "");
  const shown = line(value.querySelector(":scope > .mc-value") ?? value);
  const body = `Page: ${address}\nShown: ${shown}\nSource: ${line(entry)}${link ? `\n${link.href}` : ""}\n\nWhat is wrong, and where it can be checked:\n\n`;
  const title = `${mcModel ?? mcAbout ?? document.title}: ${fact}`;
  return form.replace("{title}", encodeURIComponent(title)).replace("{body}", encodeURIComponent(body));
};

const open = (numeral) => {
  clearTimeout(leaving);
  const entry = document.getElementById(numeral.hash.slice(1));
  if (!entry || owner === numeral || !panel.showPopover) return;
  close();
  owner = numeral;
  numeral.removeAttribute("title"); // the browser's own hint would lie over the panel
  numeral.ariaExpanded = true;
  const links = made(`<p><a href="${numeral.hash}">All sources</a></p>`);
  const form = entry.parentNode.dataset.mcReport;
  if (form) {
    const link = made("<a>Report a mistake</a>");
    link.href = report(form, numeral, entry);
    links.append(" · ", link);
  }
  panel.replaceChildren(...entry.cloneNode(true).childNodes, links);
  numeral.parentElement.after(panel);
  panel.showPopover();
  const [at, size] = [numeral.getBoundingClientRect(), panel.getBoundingClientRect()];
  const left = Math.min(at.left, document.documentElement.clientWidth - size.width - MARGIN);
  const below = at.bottom + size.height + MARGIN < innerHeight;
  panel.style.left = `${Math.max(left, MARGIN)}px`;
  panel.style.top = `${below ? at.bottom + 2 : Math.max(at.top - size.height - 2, MARGIN)}px`;
};

// By what the link leads to: Material's instant navigation writes the page's whole address into it.
const numeralOf = (target) => {
  const link = target.closest?.(".mc-cite a");
  return link?.hash.startsWith("#mc-source-") && link;
};

const onPointer = ({ pointerType, target }) => {
  if (pointerType !== "mouse") return;
  const numeral = numeralOf(target);
  if (numeral) open(numeral);
  else if (panel.contains(target)) clearTimeout(leaving);
  else if (owner) leaving = setTimeout(close, LINGER);
};

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

const onKey = (event) => {
  if (event.key !== "Escape" || !owner) return;
  const back = owner;
  close();
  back.focus();
};

export const openSources = () => {
  document.addEventListener("pointerover", onPointer);
  document.documentElement.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && close());
  // While capturing, and no further: instant navigation would take the numeral for a link to another place of the page.
  document.addEventListener("click", onClick, true);
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", ({ target }) => {
    if (owner && target !== owner && !panel.contains(target)) close();
  });
  // A table that scrolls in itself moves its numerals, too.
  document.addEventListener("scroll", ({ target }) => target !== panel && close(), true);
};
