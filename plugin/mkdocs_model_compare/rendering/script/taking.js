/* What a reader takes along: the link of a section, the comparison as Markdown or as JSON. */

import { markdownOf } from "./markdown.js";
import { all, headingOf, made, safe, say } from "./page.js";

const SHOWN = 2000; // milliseconds for which a button says that it is done
const field = made('<textarea class="mc-tool mc-copied" readonly rows="3" aria-label="Copy this text"></textarea>');

const button = (attributes, text, act) => {
  const found = made(`<button type="button" ${attributes}>${text}</button>`);
  found.addEventListener("click", () => act(found));
  return found;
};

/** Where the clipboard is closed to the page, the text stands selected in a field that `place` puts in. */
const copy = async (text, from, place) => {
  field.remove();
  try {
    await navigator.clipboard.writeText(text);
    from.classList.add("mc-done");
    setTimeout(() => from.classList.remove("mc-done"), SHOWN);
    say("Copied");
  } catch {
    place(field);
    field.value = text;
    field.select();
  }
};

export const addLink = (section) => {
  const heading = headingOf(section);
  // The page's title is no section's own.
  if (!heading?.id || heading.matches("h1,:has(.mc-link)")) return;
  const copied = (from) => copy(`${location.href.split("#")[0]}#${heading.id}`, from, (one) => section.prepend(one));
  heading.append(button('class="mc-tool mc-link" title="Copy link"', "", copied));
};

/** Every row as it is marked: model, state, value, what a reader sees, and the numbers of the sources. */
const factsOf = (sections) => ({
  title: document.title,
  page: location.href,
  facts: sections.flatMap((section) =>
    all("tr[data-mc-row] [data-mc-state]", section).map((cell) => {
      const { mcModel: model, mcState: state, mcValue: value, mcCurrency: currency } = cell.dataset;
      const { mcRow: row, mcVariant: variant } = cell.closest("tr").dataset;
      const text = cell.querySelector(".mc-value")?.textContent;
      const sources = all(".mc-cite a", cell).map((link) => Number(link.hash.split("-").pop()));
      return { section: section.dataset.mcSection, row, variant, model, state, value, currency, text, sources };
    }),
  ),
  sources: all(".mc-sources > li").map((item) => ({
    number: item.value,
    text: item.textContent.replace(/\s+/g, " ").trim(),
    url: item.querySelector("a")?.href,
  })),
});

const download = (sections) => {
  // A site can have the whole comparison in a file beside the page.
  const [twin] = all('link[rel="alternate"][type="application/json"]');
  const text = () => new Blob([JSON.stringify(factsOf(sections), null, 2)], { type: "application/json" });
  const href = twin?.href ?? URL.createObjectURL(text());
  made(`<a href="${safe(href)}" download="${safe(sections[0].dataset.mcModels.split(" ").join("-vs-"))}.json"></a>`).click();
};

export const addTaking = (sections, place) => {
  if (place.querySelector(".mc-take")) return;
  const bar = made('<p class="mc-tool mc-take"></p>');
  bar.append(
    button("", "Copy as Markdown", (from) => copy(markdownOf(sections), from, (one) => bar.after(one))),
    button("", "Download JSON", () => download(sections)),
  );
  place.append(bar);
};
