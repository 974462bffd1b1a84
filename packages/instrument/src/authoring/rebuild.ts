import { isList, type OutlineNode } from "../definition/index.ts";
import { Draft } from "./draft.ts";
import type { Placed } from "./placing.ts";
import type { AuthorProblem } from "./sheet.ts";

/** A change to a part that has no cells of its own row: a text or a setting. */
export type Patch = (draft: Draft) => void;

/** What stands on sheets, besides which every part keeps its place. */
const onSheets = new Set([
  "pages",
  "elements",
  "templateElements",
  "detailElements",
  "choices",
  "rows",
  "columns",
  "rateValues",
  "items",
  "validators",
  "calculatedValues",
]);

/**
 * Writes the questionnaire anew from its rows. A part nobody touched comes back as the very value it was, so that
 * nothing is lost that has no column.
 */
export class Rebuilding {
  readonly problems: AuthorProblem[] = [];
  private readonly members: ReadonlyMap<string, readonly Placed[]>;
  private readonly rowOf: ReadonlyMap<string, Placed>;
  private readonly patches: ReadonlyMap<string, readonly Patch[]>;

  constructor(placed: readonly Placed[], patches: ReadonlyMap<string, readonly Patch[]>) {
    this.members = Map.groupBy(placed, ({ parent }) => parent);
    this.rowOf = new Map(placed.map((one) => [one.id, one]));
    this.patches = patches;
  }

  /** The JSON of a part that was there before. */
  part(node: OutlineNode, original: unknown): unknown {
    const placed = this.rowOf.get(node.path);
    const type = placed ? typeOf(placed, node) : node.type;
    const draft = new Draft({ type, parent: node.parent, json: node.json });
    if (placed) this.write(placed, draft);
    for (const patch of this.patches.get(node.path) ?? []) patch(draft);
    for (const slot of new Set(node.children.map((child) => child.slot))) this.list(node, slot, draft);
    this.newLists(node.path, new Set(node.children.map(({ slot }) => slot)), draft);
    return draft.isChanged ? draft.json : original;
  }

  /** A list of the part, with rows added, taken out and moved. */
  private list(node: OutlineNode, slot: string, draft: Draft): void {
    const before = node.children.filter((child) => child.slot === slot);
    const key = keyIn(node, before[0]);
    const raw = node.json[key];
    if (!isList(raw)) {
      for (const child of before) {
        const after = this.part(child, raw);
        if (after !== raw) draft.set(key, after);
      }
      return;
    }
    const isOnSheet = onSheets.has(slot);
    const members = isOnSheet ? (this.members.get(node.path) ?? []).filter((one) => one.slot === slot) : [];
    const after = isOnSheet
      ? members.map((one) => this.member(one))
      : before.map((child) => this.part(child, raw[indexOf(child)]));
    const known = new Set(before.map(indexOf));
    const unread = raw.filter((_, i) => !known.has(i));
    const list = [...after, ...unread];
    if (list.length === raw.length && list.every((one, i) => one === raw[i])) return;
    if (
      unread.length > 0 &&
      after.every((one, i) => one === raw[indexOf(before[i])]) &&
      after.length === before.length
    )
      return;
    draft.set(key, list.length === 0 && slot !== "elements" && slot !== "pages" ? undefined : list);
  }

  /** Lists that the part did not have before. */
  private newLists(id: string, known: ReadonlySet<string>, draft: Draft): void {
    const members = (this.members.get(id) ?? []).filter(({ slot }) => !known.has(slot));
    for (const [slot, added] of Map.groupBy(members, (one) => one.slot))
      draft.set(
        slot,
        added.map((one) => this.member(one)),
      );
  }

  private member(placed: Placed): unknown {
    const { row } = placed;
    if (row.node) return this.part(row.node, originalOf(row.node));
    const copied = row.copied;
    const draft = new Draft({
      type: typeOf(placed, copied),
      parent: copied?.parent,
      json: copied ? withoutContents(copied) : {},
    });
    if (placed.row.kind.name === "items") draft.set("type", row.cells.get("type") ?? "");
    this.write(placed, draft);
    this.newLists(placed.id, new Set(), draft);
    return draft.json;
  }

  private write({ row }: Placed, draft: Draft): void {
    for (const column of row.kind.columns) {
      if (!row.changed.has(column.key) || column.write === undefined) continue;
      const message = column.write(draft, row.cells.get(column.key) ?? "");
      if (message !== undefined)
        this.problems.push({ sheet: row.kind.name, row: row.number, column: column.header, message });
    }
  }
}

/** survey-core's class of a part as its row says it. */
function typeOf({ row, slot }: Placed, node: OutlineNode | undefined): string {
  const written = row.cells.get("type") ?? "";
  if (row.kind.name === "items" && written !== "") return written;
  if (row.kind.name === "rules" && written !== "") return `${written}validator`;
  if (node) return node.type;
  if (row.kind.name === "pages") return "page";
  if (row.kind.name === "parts") return slot === "items" ? "multipletextitem" : "matrixdropdowncolumn";
  if (row.kind.name === "calculations") return "calculatedvalue";
  return slot === "columns" ? "matrixcolumn" : slot === "choices" ? "checkboxitem" : "itemvalue";
}

/** A copy of a panel or roster begins empty: its questions have rows of their own. */
function withoutContents({ json, children }: OutlineNode): Readonly<Record<string, unknown>> {
  const contents = new Set(children.filter(({ slot }) => /lements$/.test(slot)).map((child) => keyOf(child)));
  return Object.fromEntries(Object.entries(json).filter(([key]) => !contents.has(key)));
}

function originalOf(node: OutlineNode): unknown {
  const list = node.parent?.json[keyOf(node)];
  return isList(list) ? list[indexOf(node)] : list;
}

function keyIn(node: OutlineNode, child: OutlineNode | undefined): string {
  return child
    ? child.path
        .slice(node.path.length)
        .replace(/^\./, "")
        .replace(/\[\d+\]$/, "")
    : "";
}

function keyOf(node: OutlineNode): string {
  return node.parent ? keyIn(node.parent, node) : "";
}

function indexOf(node: OutlineNode | undefined): number {
  return Number(/\[(\d+)\]$/.exec(node?.path ?? "")?.[1] ?? -1);
}
