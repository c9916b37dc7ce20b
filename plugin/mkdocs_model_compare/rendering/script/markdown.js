/* A comparison as Markdown, from the page itself: what `model-compare show --format md` writes (rendering/text/). */

import { all, headingOf } from "./page.js";

const UNREAD = ".mc-tool,.mc-fold,.headerlink,[hidden],script,style";
const INLINE = "a,abbr,b,br,code,em,i,mark,small,span,strong,sup,svg,time";
const STRONG = "strong,b,dt,.mc-name,.mc-headline,.mc-by,.mc-stale,[scope=rowgroup]";

const escaped = (text) =>
  text
    .replace(/[\\`*_[\]>]/g, "\\$&")
    .replace(/[<|~^{}]|&(?=#?\w+;)/g, (sign) => `&#${sign.charCodeAt()};`)
    .replace(/\s+/g, " ");

const addressed = (text, url) => {
  if (!/^(https?|mailto):/.test(url)) return text;
  return text === escaped(url) ? `<${url}>` : `[${text}](${url.replace(/\(/g, "%28").replace(/\)/g, "%29")})`;
};

const numerals = (cite) => {
  const links = all("a[href*='#mc-source-']", cite);
  if (!links.length) return escaped(cite.textContent);
  return links.map((link) => addressed(`\\[${link.textContent}\\]`, all(`${link.hash} > a`)[0]?.href)).join("");
};

const markOf = (node) => (node.matches(STRONG) ? "**" : node.matches("em,i") ? "*" : "");
const inside = (node) => [...node.childNodes].reduce((text, child) => text + inline(child, text), "");

const inline = (node, before = "") => {
  if (!node.matches) return node.nodeType === 3 ? escaped(node.data) : ""; // text, or a comment
  if (node.matches(UNREAD)) return "";
  if (node.matches("br")) return "<br>";
  if (node.matches(".mc-cite")) return numerals(node);
  const text = inside(node);
  const bare = text.trim();
  if (!bare) return text;
  const mark = markOf(node);
  if (node.matches(".mc-weight")) return `(${bare})`;
  if (node.matches("a[href]")) return text.replace(bare, () => addressed(bare, node.href));
  // The style sheet gives a remark its own line in a cell; in a line it needs a mark to part it.
  const apart = node.matches("small") && before && !before.endsWith(" ") ? "; " : "";
  // The numerals at its end are not strong.
  return apart + text.replace(bare, () => bare.replace(/^(.*?)((\[?\\\[\d+\\](]\([^)]*\))?)*†?)$/, `${mark}$1${mark}$2`));
};

const paragraph = (text, mark = "") => {
  const line = text.replace(/ +/g, " ").trim();
  return line ? [mark + line.replace(/^(\d*)([.)#+-])(?=\s)/, "$1\\$2") + mark] : [];
};

const indented = (text, prefix) => text.replace(/^/gm, prefix).replace(/[ \t]+$/gm, "");

/** The blocks in an element; text between blocks makes paragraphs of its own. */
const blocks = (parent, heading) => {
  const found = [];
  const mark = markOf(parent);
  let loose = "";
  for (const child of parent.childNodes) {
    if (child.matches?.(UNREAD)) continue;
    if (!child.matches || child.matches(INLINE)) loose += inline(child, loose);
    else {
      found.push(...paragraph(loose, mark), ...block(child, heading));
      loose = "";
    }
  }
  return [...found, ...paragraph(loose, mark)];
};

const block = (element, heading) => {
  const name = element.localName;
  if (/^h\d/.test(name)) return paragraph(inside(element)).map((text) => `${"#".repeat(name[1])} ${text}`);
  if (name === "table") return table(element, heading);
  if (name === "ul" || name === "ol") return [[...element.children].map((item, at) => listed(item, name === "ol" && (item.value || at + 1))).join("\n")];
  if (name === "aside" || name === "blockquote") return [indented(blocks(element).join("\n\n"), "> ")];
  return blocks(element, heading);
};

const listed = (item, number) => {
  const [first = "", ...rest] = blocks(item);
  const below = rest.map((text) => (/^(-|\d+\.) /.test(text) ? "\n" : "\n\n") + indented(text, "    "));
  return `${number ? `${number}.` : "-"} ${first}${below.join("")}`;
};

const table = (element, heading) => {
  const rows = [...element.rows].map((row) =>
    [...row.cells].flatMap((cell) => [paragraph(inline(cell)).join(""), ...Array(cell.colSpan - 1).fill("")]),
  );
  const told = element.caption ? paragraph(inside(element.caption)).join("") : "";
  const [head, ...lines] = rows.map((row) => `| ${row.join(" | ")} |`);
  const grid = [head, `|${" --- |".repeat(rows[0]?.length ?? 0)}`, ...lines].join("\n");
  return told && told !== heading ? [`*${told}*`, grid] : [grid];
};

/** The sections of one comparison under the title of the page, with its address at the end. */
export const markdownOf = (sections) => {
  let told = "";
  const parts = new Set([all("h1")[0], ...sections.flatMap((section) => [headingOf(section), section])]);
  const found = [...parts].flatMap((part) => {
    const own = part ? block(part, told) : [];
    told = own[0]?.replace(/^#+ /, "");
    return own;
  });
  const legends = sections.flatMap((section) => all(".mc-cite span[title]", section).map((mark) => `${mark.textContent} ${mark.title}.`));
  return [...found, ...new Set(legends), `<${location.href}>\n`].join("\n\n");
};
