/* What all parts share: elements, the address, and what is said to a screen reader. */

export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const safe = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

/** The element that this HTML makes; whatever is not ours in it has gone through `safe`. */
export const made = (html) => document.createRange().createContextualFragment(html).firstElementChild;

// The sections of comparisons; a table over the catalog is none.
export const SECTIONS = ".mc[data-mc-section][data-mc-models]:not(.mc-models)";

export const headingOf = (section) => section.previousElementSibling?.closest("h1,h2,h3,h4,h5,h6");

const live = made('<p class="mc-tool mc-live" role="status"></p>');
let speaking;

/** Have a screen reader say it, `wait` milliseconds after the last call. */
export const say = (text, wait = 0) => {
  clearTimeout(speaking);
  speaking = setTimeout(() => (live.textContent = text), wait);
};

/** To be there before there is anything to say, also after another page was put in. */
export const listen = () => document.body.append(live);

/* The address keeps what a reader has set; what is as the page has it is left out. */
export const asked = (key) => new URLSearchParams(location.search).get(key);
export const keep = (values) => {
  const address = new URL(location.href);
  for (const [key, value] of values) {
    if (value === undefined) address.searchParams.delete(key);
    else address.searchParams.set(key, value);
  }
  history.replaceState(history.state, "", address);
};
