import { escaped, Markup } from "./markup.ts";

/** Tags that give words a shape and nothing more. */
export const shapingTags: ReadonlySet<string> = new Set(
  "a abbr b blockquote br dd dl dt em h2 h3 h4 h5 h6 i li mark ol p q s small span strong sub sup u ul".split(
    " ",
  ),
);
export const shapingAttributes: ReadonlySet<string> = new Set(["href", "lang", "dir", "title"]);
export const safeAddress = /^(?:https:|mailto:|tel:|#)/i;

const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;
const attribute = /([a-zA-Z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
/** What stands inside these is a program or a style, not words. */
const silent =
  /<(script|style|template|noscript|iframe|object|svg|math|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/**
 * An instrument's HTML, written anew from the allowed tags and attributes alone; everything else is left out or becomes
 * plain text, and what was left open is closed, so that it cannot reach beyond its own place.
 */
export function shapedWords(source: string): Markup {
  const words = source.replace(silent, "");
  const open: string[] = [];
  let text = "";
  let from = 0;
  for (const found of words.matchAll(tag)) {
    const [whole, slash, name = "", attributes = ""] = found;
    text +=
      plain(words.slice(from, found.index)) + shape(open, slash === "/", name.toLowerCase(), attributes);
    from = found.index + whole.length;
  }
  text += plain(words.slice(from));
  return new Markup(text + open.reverse().map(closing).join(""));
}

function shape(open: string[], isEnd: boolean, name: string, attributes: string): string {
  if (!shapingTags.has(name)) return "";
  if (name === "br") return isEnd ? "" : "<br>";
  if (!isEnd) {
    open.push(name);
    return `<${name}${allowedIn(attributes)}>`;
  }
  const at = open.lastIndexOf(name);
  return at < 0 ? "" : open.splice(at).reverse().map(closing).join("");
}

const closing = (name: string) => `</${name}>`;

function allowedIn(attributes: string): string {
  return [...attributes.matchAll(attribute)]
    .map(
      ([, name = "", value = ""]) =>
        [name.toLowerCase(), decoded(value.replace(/^["']|["']$/g, ""))] as const,
    )
    .filter(([name, value]) => shapingAttributes.has(name) && (name !== "href" || safeAddress.test(value)))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Browsers read character references before they look at an address; so do we. */
function decoded(value: string): string {
  return value.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));?/gi, (_, decimal, hex, name) =>
    name === undefined
      ? character(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10))
      : (references[name.toLowerCase()] ?? ""),
  );
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : "";
}

/** Text between tags: references such as &nbsp; stay, everything else that could begin a tag does not. */
function plain(text: string): string {
  return text
    .split(/(&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[a-zA-Z][\da-zA-Z]{1,30});)/)
    .map((part, at) => (at % 2 === 1 ? part : escaped(part)))
    .join("");
}
