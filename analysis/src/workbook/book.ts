import ExcelJS, { type Worksheet } from "exceljs";
import { addCharts, type PlacedChart, WorkbookPackage } from "../charts/index.ts";
import type { Manifest, ReleaseReading } from "../release/index.ts";
import { addLinks, type Link } from "./links.ts";
import { addLongTable, type LongTable } from "./long-table.ts";
import { addTables, type NamedTable } from "./named-tables.ts";
import { sheetName } from "./sheet-name.ts";
import { colour } from "./style.ts";
import { type Language, type Texts, texts, wording } from "./texts/index.ts";

/** What a workbook speaks of. */
export interface BookInput {
  readonly reading: ReleaseReading;
  /** The wave before, as it was released; null where there is none or it may not be compared. */
  readonly before: ReleaseReading | null;
  readonly manifest: Manifest;
  readonly language: Language;
}

/** The workbook while it is written: sheets are announced in their order, then filled in any. */
export class Book {
  readonly reading: ReleaseReading;
  readonly before: ReleaseReading | null;
  readonly manifest: Manifest;
  readonly language: Language;
  readonly texts: Texts;
  /** People were drawn with known chances: tests are on. */
  readonly drawn: boolean;
  /** What intervals are called. */
  readonly interval: string;
  readonly #workbook = new ExcelJS.Workbook();
  readonly #names = new Map<string, string>();
  readonly #charts = new Map<string, PlacedChart[]>();
  readonly #links: Link[] = [];
  readonly #tables: NamedTable[] = [];
  readonly #longTables: LongTable[] = [];

  constructor({ reading, before, manifest, language }: BookInput) {
    this.reading = reading;
    this.before = before;
    this.manifest = manifest;
    this.language = language;
    this.texts = texts[language];
    this.drawn = reading.release.sampling.probability;
    this.interval = this.say(reading.release.sampling.interval);
    this.#workbook.creator = "Tiltas";
    this.#workbook.lastModifiedBy = "Tiltas";
    this.#workbook.title = this.say(reading.release.study.title);
    this.#workbook.created = new Date(manifest.releasedAt);
    this.#workbook.modified = new Date(manifest.releasedAt);
  }

  say(text: Readonly<Record<string, string>>): string {
    return wording(text, this.language);
  }

  /** Adds a sheet behind those already announced. */
  announce(key: string, name: string, tab: keyof typeof colour = "hairline"): void {
    const sheet = sheetName(name, [...this.#names.values()]);
    this.#names.set(key, sheet);
    this.#workbook.addWorksheet(sheet, { properties: { tabColor: { argb: colour[tab] } } });
  }

  has(key: string): boolean {
    return this.#names.has(key);
  }

  /** @throws RangeError for a sheet nobody announced */
  nameOf(key: string): string {
    const name = this.#names.get(key);
    if (name === undefined) throw new RangeError(`No sheet was announced for "${key}".`);
    return name;
  }

  sheet(key: string): Worksheet {
    return this.#workbook.getWorksheet(this.nameOf(key)) as Worksheet;
  }

  draw(key: string, chart: PlacedChart): void {
    const name = this.nameOf(key);
    this.#charts.set(name, [...(this.#charts.get(name) ?? []), chart]);
  }

  link(link: Omit<Link, "sheet" | "target"> & { readonly sheet: string; readonly target: string }): void {
    this.#links.push({ ...link, sheet: this.nameOf(link.sheet), target: this.nameOf(link.target) });
  }

  table(table: NamedTable): void {
    this.#tables.push(table);
  }

  longTable(table: LongTable): void {
    this.#longTables.push(table);
  }

  /** The same content gives the same bytes. */
  async close(): Promise<Uint8Array> {
    // Parts are packed once, at the end.
    const parts = await this.#workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } });
    const finished = new WorkbookPackage(new Uint8Array(parts));
    addLinks(finished, this.#links);
    addTables(finished, this.#tables);
    addCharts(finished, this.#charts);
    for (const table of this.#longTables) addLongTable(finished, table);
    return finished.close();
  }
}
