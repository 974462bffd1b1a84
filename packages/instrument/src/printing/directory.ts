import { isQuestion, type Outline, type OutlineNode } from "../definition/index.ts";
import { type Listed, listIn, optionsOf, plain } from "./lists.ts";
import type { Named, Phrases } from "./phrases.ts";
import { directionOf, shortened, type Wording } from "./wording.ts";

/** An item that conditions can speak of. */
interface Entry {
  readonly node: OutlineNode;
  readonly label: string;
  readonly title: string;
}

/** What names in conditions stand for: numbers, questions and the words of their answers. */
export class Directory {
  readonly wording: Wording;
  readonly phrases: Phrases;
  /** Conditions that were said before, in words. */
  readonly clauses = new Map<string, string>();
  /** Codes that say why there is no answer, by item, as measures.json has them. */
  missing: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  private readonly kind: "numbered" | "named";
  private readonly entries = new Map<string, Entry>();
  private readonly options = new Map<OutlineNode, ReadonlyMap<string, string>>();

  /** @param labelOf  what a question is called in conditions: its printed number, or "names" for its name in data */
  constructor(
    outline: Outline,
    wording: Wording,
    phrases: Phrases,
    labelOf: ((node: OutlineNode) => string | undefined) | "names",
  ) {
    this.kind = labelOf === "names" ? "named" : "numbered";
    this.wording = wording;
    this.phrases = phrases;
    for (const node of outline.nodes) {
      const label =
        isQuestion(node) || isPart(node) ? (labelOf === "names" ? node.name : labelOf(node)) : undefined;
      if (node.name === undefined || label === undefined) continue;
      const entry = { node, label, title: this.words(wording.at(node, "title") ?? node.name) };
      for (const name of [node.name, node.json.valueName])
        if (typeof name === "string" && !this.entries.has(name)) this.entries.set(name, entry);
    }
  }

  /** The item a reference begins with; undefined for calculated values, variables and names nobody has. */
  find(name: string): Entry | undefined {
    return this.entries.get(name);
  }

  /** What `{name.rest}` is called; a row is said in words. */
  named(name: string, rest: string | undefined, said: Set<string>): Named {
    const entry = this.find(name);
    if (!entry) return { kind: "value", label: rest === undefined ? name : `${name}.${rest}` };
    const isNew = !said.has(name);
    said.add(name);
    return {
      kind: this.kind,
      label: entry.label,
      ...(isNew ? { title: entry.title } : {}),
      ...(rest === undefined ? {} : { row: this.partOf(entry.node, rest) }),
    };
  }

  /** The words of an answer to an item, in quotation marks; the value itself where it has none. */
  answer(name: string, value: unknown): string {
    const entry = this.find(name);
    const label = entry && this.optionsIn(entry.node).get(plain(value));
    if (label !== undefined) return this.phrases.quote(this.words(label, 80));
    return typeof value === "string" ? this.phrases.quote(value) : plain(value);
  }

  /**
   * The options of an item that are not among the values, in words; undefined unless they are few beside the values,
   * so that naming them says the same in less.
   */
  othersThan(name: string, values: readonly unknown[]): string[] | undefined {
    const entry = this.find(name);
    if (!entry || values.length < 4) return undefined;
    const options = this.optionsIn(entry.node);
    const named = new Set(values.map(plain));
    const others = [...options]
      .filter(([code]) => !named.has(code))
      .map(([, label]) => this.phrases.quote(this.words(label, 80)));
    const isWhole = [...named].every((code) => options.has(code));
    return isWhole && others.length > 0 && others.length <= 4 && others.length < values.length
      ? others
      : undefined;
  }

  /** Words of the questionnaire inside a sentence of the notes; those that run the other way stand apart for themselves. */
  private words(text: string, longest?: number): string {
    const short = shortened(text, longest);
    return directionOf(this.wording.language) === "rtl" ? `\u2068${short}\u2069` : short;
  }

  private partOf(node: OutlineNode, rest: string): string {
    const parts = rest.split(".").map((part) => {
      const found = node.children.find((child) => child.name === part);
      return (found && (this.wording.of(found.json.text) ?? this.wording.of(found.json.title))) ?? part;
    });
    return parts.map((part) => this.words(part)).join(" – ");
  }

  private optionsIn(node: OutlineNode): ReadonlyMap<string, string> {
    const known = this.options.get(node);
    if (known) return known;
    const source = node.children.some(({ slot }) => slot === "columns")
      ? listIn(node, "columns", this.wording)
      : [];
    const listed: readonly Listed[] = [...optionsOf(node, this.wording, this.phrases), ...source];
    const options = new Map(listed.map(({ code, label }) => [plain(code), label]));
    this.options.set(node, options);
    return options;
  }
}

function isPart({ type }: OutlineNode): boolean {
  return type === "matrixdropdowncolumn" || type === "multipletextitem";
}
