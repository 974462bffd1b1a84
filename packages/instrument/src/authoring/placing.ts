import { isKindOf, type OutlineNode } from "../definition/index.ts";
import { addressOf, listNames } from "./kinds.ts";
import type { EditedRow } from "./returned.ts";
import type { AuthorProblem } from "./sheet.ts";

/** Where a row belongs: the part that holds it, by its id, and the list there. */
export interface Placed {
  readonly row: EditedRow;
  readonly id: string;
  readonly parent: string;
  readonly slot: string;
}

/** A part by the path it had, a new row by its sheet and number. */
export function idOf({ node, kind, number }: EditedRow): string {
  return node?.path ?? `new ${kind.name} ${number}`;
}

/** Finds the place of each row; the order of the rows is the order in each list. */
export function place(
  rows: readonly EditedRow[],
  survey: OutlineNode,
): { placed: Placed[]; problems: AuthorProblem[] } {
  const directory = new Places(rows, survey);
  const problems: AuthorProblem[] = [];
  const placed: Placed[] = [];
  for (const row of rows) {
    const found = directory.placeOf(row);
    if ("problem" in found)
      problems.push({ sheet: row.kind.name, row: row.number, column: found.column, message: found.problem });
    else placed.push({ row, id: idOf(row), ...found });
  }
  return { placed, problems };
}

type Found =
  | { readonly parent: string; readonly slot: string }
  | { readonly problem: string; readonly column: string };

class Places {
  private readonly survey: OutlineNode;
  private readonly pages = new Map<string, string>();
  /** Items and parts by the name an author writes: new names first, names from before where nobody took them. */
  private readonly owners = new Map<string, { id: string; type: string }>();

  constructor(rows: readonly EditedRow[], survey: OutlineNode) {
    this.survey = survey;
    for (const row of rows) {
      const name = row.cells.get("name") ?? "";
      if (row.kind.name === "pages") this.pages.set(name, idOf(row));
      if (row.kind.name === "items") this.own(name, row);
      if (row.kind.name === "parts") this.own(`${row.cells.get("@item") ?? ""}.${name}`, row);
    }
    for (const row of rows)
      if (row.node && ["items", "parts"].includes(row.kind.name)) this.own(addressOf(row.node), row);
  }

  placeOf(row: EditedRow): Found {
    const { node, copied, kind, changed } = row;
    const from = node ?? copied;
    const isMoved =
      kind.name === "items" ? this.hasMoved(row) : kind.places.some(({ key }) => changed.has(key));
    if (from?.parent && !isMoved) return { parent: from.parent.path, slot: from.slot };
    if (kind.name === "pages") return { parent: "", slot: "pages" };
    if (kind.name === "calculations") return { parent: "", slot: "calculatedValues" };
    return kind.name === "items" ? this.placeOfItem(row) : this.placeInItem(row);
  }

  private own(name: string, row: EditedRow): void {
    const type = row.cells.get("type") || row.node?.type || "";
    if (name !== "" && !this.owners.has(name)) this.owners.set(name, { id: idOf(row), type });
  }

  /** What stands inside a panel goes with it; the page is said for reading only. */
  private hasMoved({ changed, cells }: EditedRow): boolean {
    return changed.has("@inside") || (changed.has("@page") && (cells.get("@inside") ?? "") === "");
  }

  private placeOfItem({ cells, node }: EditedRow): Found {
    const inside = cells.get("@inside") ?? "";
    const page = cells.get("@page") ?? "";
    if (inside === "") {
      const id = this.pages.get(page);
      if (id !== undefined) return { parent: id, slot: "elements" };
      if (page === "" && this.survey.children.some(({ slot }) => slot === "elements"))
        return { parent: "", slot: "elements" };
      return {
        column: "Page",
        problem:
          page === ""
            ? "Say on which page this item stands."
            : `There is no page "${page}". Write the name of one, or add it to the sheet pages.`,
      };
    }
    const isDetail = inside.endsWith(" (detail)");
    const owner = this.owners.get(isDetail ? inside.slice(0, -" (detail)".length) : inside);
    const isOwn = owner !== undefined && owner.id === node?.path;
    if (isDetail && owner) return { parent: owner.id, slot: "detailElements" };
    if (owner && !isOwn && isKindOf(owner.type, "panelbase")) return { parent: owner.id, slot: "elements" };
    if (owner && !isOwn && isKindOf(owner.type, "paneldynamic"))
      return { parent: owner.id, slot: "templateElements" };
    return {
      column: "Inside",
      problem: `There is no panel or roster "${inside}". Write the name of one, or leave it empty.`,
    };
  }

  private placeInItem({ cells, kind }: EditedRow): Found {
    const name = cells.get("@item") ?? "";
    const owner = this.owners.get(name);
    if (!owner)
      return {
        column: "Item",
        problem: name === "" ? "Say to which item this row belongs." : `There is no item "${name}".`,
      };
    if (kind.name === "rules") return { parent: owner.id, slot: "validators" };
    if (kind.name === "parts")
      return { parent: owner.id, slot: owner.type === "multipletext" ? "items" : "columns" };
    const list = cells.get("@list") || "options";
    const slot = [...listNames].find(([, words]) => words === list)?.[0];
    if (slot === undefined)
      return { column: "List", problem: `"${list}" is none of ${[...listNames.values()].join(", ")}.` };
    return { parent: owner.id, slot: slot === "choices" && owner.type === "rating" ? "rateValues" : slot };
  }
}
