import type { OutlineNode } from "../definition/index.ts";
import { isKindOf } from "../definition/index.ts";

/**
 * Names texts so that moving an item, reordering choices or renaming a page that holds them changes no name:
 * `dsg_municipality:title`, `dsg_municipality/choices/32:text`, `@page/place:title`, `@survey:completedHtml`.
 * Parts without a name count among their like: `age/validators/numericvalidator:text`, then `…~2`.
 */
export class UnitKeys {
  readonly #byNode = new Map<OutlineNode, string>();
  /** How many parts wanted the same key. */
  readonly #copies = new Map<string, number>();

  /** @param property  survey-core's name of the text */
  of(node: OutlineNode, property: string): string {
    return `${this.#nodeKey(node)}:${property}`;
  }

  #nodeKey(node: OutlineNode): string {
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    const wanted = this.#wantedKey(node);
    const copies = (this.#copies.get(wanted) ?? 0) + 1;
    this.#copies.set(wanted, copies);
    // "~" never stands in a name, so that no other part is called like a copy.
    const key = copies === 1 ? wanted : `${wanted}~${copies}`;
    this.#byNode.set(node, key);
    return key;
  }

  #wantedKey(node: OutlineNode): string {
    const own = plain(node.name ?? node.type);
    if (node.parent === undefined) return "@survey";
    if (node.type === "page") return `@page/${own}`;
    const holder = holderOf(node.parent);
    if (isBox(node)) return `${holder ? `${this.#nodeKey(holder)}/` : ""}@panel/${own}`;
    const isAmongItems = ["elements", "templateElements", "detailElements"].includes(node.slot);
    if (holder === undefined && isAmongItems) return own;
    const above = this.#nodeKey(holder ?? node.parent);
    return isAmongItems ? `${above}/${own}` : `${above}/${node.slot}/${own}`;
  }
}

/** Pages and panels hold items without being a part of their names. */
function isBox({ type }: OutlineNode): boolean {
  return isKindOf(type, "panelbase");
}

/** The nearest part above that names what it holds: an item, a choice; undefined on the way up to the survey. */
function holderOf(node: OutlineNode): OutlineNode | undefined {
  let part: OutlineNode | undefined = node;
  while (part !== undefined && isBox(part)) part = part.parent;
  return part?.parent === undefined ? undefined : part;
}

/** A name without the signs that keys are made of. */
function plain(name: string): string {
  return name.replace(/[%/:~@]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
