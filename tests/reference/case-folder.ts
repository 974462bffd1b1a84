import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Design, ReplicateDesign } from "@tiltas/analysis/design";
import { Microdata } from "@tiltas/cli/microdata";
import { type CaseFile, readCaseFile } from "./case-file.ts";
import { rowsWhere } from "./condition.ts";
import type { CaseContext } from "./kinds/kind.ts";
import { sampleOf } from "./sample-of-case.ts";

/** Values that a newer version of R's survey gives, by case and place: `/rows/0/se` → [this version, newer]. */
type NewerValues = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

/** A folder of reference cases and the data they speak of; each data file is read once. */
export class CaseFolder {
  readonly path: string;
  readonly newer: NewerValues;
  readonly #tables = new Map<string, Microdata>();

  /** @throws Error with a sentence where the folder or its cases are missing */
  constructor(path: string) {
    this.path = path;
    if (!existsSync(path))
      throw new Error(
        `There is no folder ${path}. Name one whose cases lie in its folder cases, as seen from here or in full.`,
      );
    if (!existsSync(join(path, "cases")) || this.#caseFiles().length === 0)
      throw new Error(`The folder ${path} holds no cases: cases/*.json is expected in it.`);
    const versions = join(path, "cross_version.json");
    this.newer = existsSync(versions) ? (JSON.parse(readFileSync(versions, "utf8")).cases ?? {}) : {};
  }

  #caseFiles(): string[] {
    return readdirSync(join(this.path, "cases"))
      .filter((name) => name.endsWith(".json"))
      .toSorted();
  }

  cases(): CaseFile[] {
    return this.#caseFiles().map((name) => readCaseFile(join(this.path, "cases", name)));
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), "utf8");
  }

  table(file: string): Microdata {
    const table = this.#tables.get(file) ?? new Microdata(this.read(file));
    this.#tables.set(file, table);
    return table;
  }

  /** What the case gives to work with; read and built when asked for. */
  contextOf(one: CaseFile): CaseContext {
    const folder = this;
    return {
      one,
      get data(): Microdata {
        if (one.data === "") throw new Error(`The case ${one.id} names no data.`);
        return folder.table(one.data);
      },
      get sample(): Design | ReplicateDesign | undefined {
        return one.design ? sampleOf(one.design, this.data, (file) => folder.read(file)) : undefined;
      },
      get within(): Uint8Array | undefined {
        const [condition] = one.call.domain;
        if (condition !== undefined && !one.call.domain.every((name) => this.data.has(name)))
          return rowsWhere(condition, this.data);
        const subset = subsetIn(one.r_call);
        return subset === undefined ? undefined : rowsWhere(subset, this.data);
      },
      read: (path) => folder.read(path),
    };
  }
}

/** The condition of `d <- subset(d, …)`; several hold together. */
function subsetIn(words: string): string | undefined {
  const written = words.matchAll(/^\s*d <- subset\(d, ([^;\n]*)\)\s*(?:;|$)/gm);
  const conditions = [...written].map(([, each = ""]) => `(${each})`);
  return conditions.length === 0 ? undefined : conditions.join(" & ");
}
