import { isKindOf, type Outline, type OutlineNode } from "../definition/index.ts";

/** Finds the part of a questionnaire that a path belongs to. */
export class Places {
  private readonly orders = new Map<string, number>();
  private readonly nodes: readonly OutlineNode[];

  constructor({ nodes }: Outline) {
    this.nodes = nodes;
    for (const [i, { path }] of nodes.entries()) this.orders.set(path, i);
  }

  /** Order of the part in the questionnaire, -1 for other files, and the name of the item, panel or page around it. */
  of(path: string): { readonly order: number; readonly name?: string } {
    for (let place = path; ; place = outOf(place)) {
      const order = this.orders.get(place);
      const node = order === undefined ? undefined : this.nodes[order];
      if (order !== undefined && node !== undefined && (place !== "" || path === ""))
        return { order, ...nameAround(node) };
      if (place === "") return { order: /^(measures|manifest|notice)\b/.test(path) ? -1 : 0 };
    }
  }
}

/** One step further out: `a[1].b` stands in `a[1]`, which stands in `a`. */
function outOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
}

function nameAround(node: OutlineNode): { name?: string } {
  for (let at: OutlineNode | undefined = node; at !== undefined; at = at.parent)
    if (!isKindOf(at.type, "itemvalue") && at.name !== undefined) return { name: at.name };
  return {};
}
