import { isObject, type OutlineNode } from "../definition/index.ts";

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** Chooses the words of one language and counts where it had none. */
export class Wording {
  readonly language: string;
  private readonly standard: string;
  /** Texts that exist in other languages only. */
  missing = 0;

  /** @param standard  the language a plain string and "default" are written in */
  constructor(language: string, standard: string) {
    this.language = language;
    this.standard = standard;
  }

  /** The words of a text, in another language where this one has none; undefined for no words at all. */
  of(text: unknown): string | undefined {
    if (typeof text === "string") return text.trim() === "" ? undefined : text;
    if (!isObject(text)) return undefined;
    const own =
      textAt(text, this.language) ?? (this.language === this.standard ? textAt(text, "default") : undefined);
    if (own !== undefined) return own;
    const other =
      textAt(text, "default") ??
      Object.keys(text)
        .map((key) => textAt(text, key))
        .find((words) => words !== undefined);
    if (other !== undefined) this.missing++;
    return other;
  }

  /** The words of a part's property. */
  at(node: OutlineNode, property: string): string | undefined {
    return this.of(node.json[property]);
  }
}

function textAt(text: Readonly<Record<string, unknown>>, language: string): string | undefined {
  const words = Object.hasOwn(text, language) ? text[language] : undefined;
  return typeof words === "string" && words.trim() !== "" ? words : undefined;
}

/** The languages a questionnaire has words in, its own first. */
export function languagesOf(
  nodes: readonly { readonly texts: Readonly<Record<string, string>> }[],
  standard: string,
): string[] {
  const found = new Set(nodes.flatMap(({ texts }) => Object.keys(texts)));
  found.delete("default");
  found.delete(standard);
  return [standard, ...[...found].sort()];
}

/** The first words of a long text, cut at a word. */
export function shortened(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const end = cut.lastIndexOf(" ");
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/u, "").toWellFormed()} …`;
}

/** Paragraphs of a text with HTML in it: tags left out, what stands for characters read. */
export function paragraphsOf(html: string): string[] {
  return html
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, entity: string) => entities[entity] ?? "")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};
