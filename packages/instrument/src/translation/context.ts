import { isKindOf, isQuestion, type OutlineNode, textsOf } from "../definition/index.ts";
import { textIn } from "./languages.ts";
import type { UnitContext } from "./unit.ts";

/** Longest list whose texts are shown around one of them. */
const longestList = 12;

/** Tells where texts are met; remembers the lists it has read, since every choice asks for its own. */
export class Contexts {
  readonly #source: string;
  readonly #titles = new Map<OutlineNode, string | undefined>();
  readonly #lists = new Map<OutlineNode, Map<string, readonly string[]>>();

  /** @param source  language in which the lists are shown */
  constructor(source: string) {
    this.#source = source;
  }

  of(node: OutlineNode, property: string): UnitContext {
    const way = [...upwards(node)];
    const item = way.find(isQuestion);
    const page = way.find(({ type }) => type === "page")?.name;
    const inPart = item !== undefined && item !== node;
    const question = item && (inPart || property !== "title") ? this.#titleOf(item) : undefined;
    return {
      ...(item?.name === undefined ? {} : { item: item.name }),
      ...(question === undefined ? {} : { question }),
      type: (item ?? node).type,
      ...(page === undefined ? {} : { page }),
      kind: inPart ? `${node.slot} ${property}` : property,
      ...(inPart && node.name !== undefined ? { value: node.name } : {}),
      conditions: way
        .reverse()
        .flatMap(({ json }) => (typeof json.visibleIf === "string" ? [json.visibleIf] : [])),
      ...(isKindOf(node.type, "itemvalue") ? { options: this.#listOf(node) } : {}),
    };
  }

  #listOf({ parent, slot }: OutlineNode): readonly string[] {
    if (parent === undefined) return [];
    const lists = this.#lists.get(parent) ?? new Map<string, readonly string[]>();
    this.#lists.set(parent, lists);
    const known = lists.get(slot);
    if (known) return known;
    const members = parent.children.filter((child) => child.slot === slot);
    const list = members.slice(0, longestList).map((member) => this.#wordsOf(member));
    const all = members.length > longestList ? [...list, "…"] : list;
    lists.set(slot, all);
    return all;
  }

  #titleOf(item: OutlineNode): string | undefined {
    if (this.#titles.has(item)) return this.#titles.get(item);
    const title = textsOf(item).find(({ property }) => property === "title");
    const words = title && textIn(title.texts, this.#source, this.#source);
    this.#titles.set(item, words);
    return words;
  }

  #wordsOf(member: OutlineNode): string {
    const text = textsOf(member).find(({ property }) => property === "text");
    return (text && textIn(text.texts, this.#source, this.#source)) ?? member.name ?? "";
  }
}

function* upwards(node: OutlineNode): Generator<OutlineNode> {
  for (let part: OutlineNode | undefined = node; part !== undefined; part = part.parent) yield part;
}
