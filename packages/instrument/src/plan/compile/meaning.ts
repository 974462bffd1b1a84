import { type OutlineNode, propertyOf } from "../../definition/outline.ts";

/** What a part says under the present names of its properties; a later key wins over an earlier one. */
export class Meaning {
  readonly node: OutlineNode;
  private readonly values = new Map<string, unknown>();

  constructor(node: OutlineNode) {
    this.node = node;
    for (const key of Object.keys(node.json)) {
      const value = node.json[key];
      if (value === undefined) continue;
      this.values.set(propertyOf(node, key)?.name ?? key, value);
    }
  }

  get(name: string): unknown {
    return this.values.get(name);
  }
  has(name: string): boolean {
    return this.values.has(name);
  }
  text(name: string): string {
    const value = this.get(name);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }
  flag(name: string, byDefault = false): boolean {
    const value = this.get(name);
    if (typeof value === "string" && value.toLowerCase() === "false") return false;
    return value === undefined || value === null ? byDefault : Boolean(value);
  }
  number(name: string, byDefault: number): number {
    const value = this.get(name);
    if (value === undefined || value === "" || typeof value === "object") return byDefault;
    const number = typeof value === "string" ? Number.parseInt(value, 10) : Number(value);
    return Number.isFinite(number) ? number : byDefault;
  }
  /** Place of a property in the definition. */
  place(name: string): string {
    return this.node.path === "" ? name : `${this.node.path}.${name}`;
  }
  /** The place of the questionnaire's own words, or survey-core's key where it has none. */
  words(name: string, key: string): string {
    return isWorded(this.get(name)) ? this.place(name) : key;
  }
}

function isWorded(text: unknown): boolean {
  if (typeof text === "string") return text !== "";
  return typeof text === "object" && text !== null && Object.values(text).some(isWorded);
}

/** survey-core's valid name: without braces, outer space and the mark that stops conversion. */
export function validName(name: unknown): string {
  if (typeof name !== "string" && typeof name !== "number") return "";
  return String(name).trim().replaceAll(/[{}]+/g, "").replace(/^#+/, "");
}
