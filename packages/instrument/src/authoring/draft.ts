import { type JsonObject, type OutlineNode, propertyOf } from "../definition/index.ts";

/** A part of the questionnaire while it is being rewritten: its properties in the order of the file. */
export class Draft {
  readonly type: string;
  readonly parent: OutlineNode | undefined;
  private readonly original: JsonObject;
  private readonly entries: Map<string, unknown>;
  isChanged = false;

  constructor({ type, parent, json }: Pick<OutlineNode, "type" | "parent" | "json">) {
    this.type = type;
    this.parent = parent;
    this.original = json;
    this.entries = new Map(Object.entries(json));
  }

  get json(): JsonObject {
    return this.isChanged ? Object.fromEntries(this.entries) : this.original;
  }

  get(property: string): unknown {
    return this.entries.get(keyOf(this, property));
  }

  /** Sets a property under the name the file uses for it; undefined takes it out. */
  set(property: string, value: unknown): void {
    const key = keyOf(this, property);
    if (value === undefined) this.isChanged = this.entries.delete(key) || this.isChanged;
    else {
      this.entries.set(key, value);
      this.isChanged = true;
    }
  }
}

function keyOf(node: Pick<OutlineNode, "type" | "parent" | "json">, property: string): string {
  if (Object.hasOwn(node.json, property)) return property;
  return Object.keys(node.json).find((key) => propertyOf(node, key)?.name === property) ?? property;
}
