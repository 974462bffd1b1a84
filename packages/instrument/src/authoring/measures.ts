import { isObject, type JsonObject } from "../definition/index.ts";
import { measureColumns, measuresIn } from "./measured.ts";
import type { EditedRow, Returned } from "./returned.ts";
import type { AuthorProblem } from "./sheet.ts";

/** measures.json with what the author changed; the very value it was where nothing changed. */
export function rewriteMeasures(
  measures: unknown,
  { rows, removed }: Returned,
): { measures: unknown; problems: readonly AuthorProblem[] } {
  const rewriting = new Rewriting(measuresIn(measures));
  for (const row of rows) if (row.kind.name === "items") rewriting.rename(row);
  for (const node of removed)
    if (node.name !== undefined && /lements$/.test(node.slot)) rewriting.remove(node.name);
  for (const row of rows) {
    if (row.kind.name === "items") rewriting.measure(row);
    if (row.kind.name === "choices") rewriting.missing(row);
  }
  const items = isObject(measures) ? measures : {};
  const after = rewriting.isChanged ? { ...items, items: Object.fromEntries(rewriting.items) } : measures;
  return { measures: after, problems: rewriting.problems };
}

class Rewriting {
  items: Map<string, JsonObject>;
  isChanged = false;
  readonly problems: AuthorProblem[] = [];

  constructor(items: ReadonlyMap<string, JsonObject>) {
    this.items = new Map(items);
  }

  /** The entry keeps its place and what it says of parts; what explains its emptiness follows. */
  rename({ node, changed, cells }: EditedRow): void {
    const [before, after] = [node?.name, cells.get("name")];
    if (before === undefined || after === undefined || !changed.has("name")) return;
    const renamed = (name: string) =>
      name === before ? after : name.startsWith(`${before}.`) ? after + name.slice(before.length) : name;
    const isSpokenOf = [...this.items].some(
      ([name, { explains }]) => renamed(name) !== name || explains === before,
    );
    if (!isSpokenOf) return;
    this.items = new Map(
      [...this.items].map(([name, measure]) => [renamed(name), explaining(measure, renamed)]),
    );
    this.isChanged = true;
  }

  remove(name: string): void {
    for (const key of [...this.items.keys()])
      if (key === name || key.startsWith(`${name}.`))
        this.isChanged = this.items.delete(key) || this.isChanged;
  }

  measure(row: EditedRow): void {
    const name = row.cells.get("name") ?? "";
    for (const column of measureColumns) {
      if (!row.changed.has(column.key)) continue;
      const text = row.cells.get(column.key) ?? "";
      const parsed = text === "" ? { value: undefined } : column.parse(text);
      if ("problem" in parsed)
        this.problems.push({
          sheet: "items",
          row: row.number,
          column: column.header,
          message: parsed.problem,
        });
      else this.set(name, column.property, parsed.value);
    }
  }

  /** Why there is no answer stands with the item, by code. */
  missing(row: EditedRow): void {
    if (!row.changed.has("@missing")) return;
    const reason = row.cells.get("@missing") ?? "";
    const [item, code] = [row.cells.get("@item") ?? "", row.cells.get("value") ?? ""];
    const complain = (message: string) =>
      this.problems.push({ sheet: "choices", row: row.number, column: "Missing reason", message });
    if (code === "dont-know" || code === "refused") {
      if (reason !== code && reason !== "")
        complain(`The code ${code} says itself why there is no answer. Leave this empty.`);
      return;
    }
    if (reason !== "" && reason !== "dont-know" && reason !== "refused") {
      complain(`"${reason}" is neither dont-know nor refused.`);
      return;
    }
    const before = this.items.get(item)?.missing;
    const reasons = new Map(Object.entries(isObject(before) ? before : {}));
    if (reason === "") reasons.delete(code);
    else reasons.set(code, reason);
    this.set(item, "missing", reasons.size === 0 ? undefined : Object.fromEntries(reasons));
  }

  private set(name: string, property: string, value: unknown): void {
    const measure = new Map(Object.entries(this.items.get(name) ?? {}));
    if (value === undefined) measure.delete(property);
    else measure.set(property, value);
    if (measure.size === 0) this.items.delete(name);
    else this.items.set(name, Object.fromEntries(measure));
    this.isChanged = true;
  }
}

function explaining(measure: JsonObject, renamed: (name: string) => string): JsonObject {
  const { explains } = measure;
  return typeof explains === "string" && renamed(explains) !== explains
    ? { ...measure, explains: renamed(explains) }
    : measure;
}
