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
    if (!existsSync(path)) throw new Error(`There is no folder ${path}.`);
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

  contextOf(one: CaseFile): CaseContext {
    return new ContextInFolder(this, one);
  }
}

class ContextInFolder implements CaseContext {
  readonly one: CaseFile;
  readonly #folder: CaseFolder;

  constructor(folder: CaseFolder, one: CaseFile) {
    this.#folder = folder;
    this.one = one;
  }

  get data(): Microdata {
    if (this.one.data === "") throw new Error(`The case ${this.one.id} names no data.`);
    return this.#folder.table(this.one.data);
  }

  get sample(): Design | ReplicateDesign | undefined {
    return this.one.design
      ? sampleOf(this.one.design, this.data, (file) => this.#folder.read(file))
      : undefined;
  }

  get within(): Uint8Array | undefined {
    const { domain } = this.one.call;
    const [condition] = domain;
    if (condition === undefined || domain.every((name) => this.data.has(name))) return undefined;
    return rowsWhere(condition, this.data);
  }

  read(path: string): string {
    return this.#folder.read(path);
  }
}
