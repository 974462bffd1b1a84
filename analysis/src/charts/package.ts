import { strFromU8, strToU8, unzipSync } from "fflate";
import { pack } from "./pack.ts";
import { insertInOrder } from "./sheet-order.ts";
import { element, xmlPart } from "./xml.ts";

const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A finished workbook, opened to add parts its writer does not know; closed with the same bytes everywhere. */
export class WorkbookPackage {
  readonly #parts: Record<string, Uint8Array>;
  readonly #texts = new Map<string, string>();
  readonly #sheets: ReadonlyMap<string, string>;

  constructor(workbook: Uint8Array) {
    this.#parts = unzipSync(workbook);
    this.#sheets = sheetParts(this.read("xl/workbook.xml"), this.read("xl/_rels/workbook.xml.rels"));
  }

  /** Names of sheets in their order. */
  get sheetNames(): readonly string[] {
    return [...this.#sheets.keys()];
  }

  /** @throws RangeError if the workbook has no sheet of that name */
  sheetPart(name: string): string {
    const part = this.#sheets.get(name);
    if (part === undefined) throw new RangeError(`The workbook has no sheet "${name}".`);
    return part;
  }

  read(part: string): string {
    const text = this.#texts.get(part);
    if (text !== undefined) return text;
    const bytes = this.#parts[part];
    if (!bytes) throw new RangeError(`The workbook has no part ${part}.`);
    return strFromU8(bytes);
  }

  has(part: string): boolean {
    return this.#texts.has(part) || this.#parts[part] !== undefined;
  }

  write(part: string, text: string): void {
    this.#texts.set(part, text);
  }

  /** Writes a part for good, in pieces: a long one is never held as one text. */
  finish(part: string, pieces: readonly Uint8Array[]): void {
    const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#texts.delete(part);
    this.#parts[part] = bytes;
  }

  /** Adds a part with its content type. */
  add(part: string, text: string, contentType: string): void {
    this.write(part, text);
    const types = this.read("[Content_Types].xml");
    const override = element("Override", { PartName: `/${part}`, ContentType: contentType });
    this.write("[Content_Types].xml", types.replace("</Types>", `${override}</Types>`));
  }

  /** Joins one part to another and returns the id by which it names it. */
  relate(part: string, kind: string, target: string): string {
    const name = part.replace(/([^/]+)$/, "_rels/$1.rels");
    const before = this.has(name)
      ? this.read(name)
      : xmlPart(`<Relationships xmlns="${relationshipsNamespace}"></Relationships>`);
    const taken = [...before.matchAll(/Id="rId(\d+)"/g)].map(([, number]) => Number(number));
    const id = `rId${Math.max(0, ...taken) + 1}`;
    const relationship = element("Relationship", {
      Id: id,
      Type: `${officeRelationships}/${kind}`,
      Target: target,
    });
    const open = before.replace(/<Relationships([^>]*)\/>/, "<Relationships$1></Relationships>");
    this.write(name, open.replace("</Relationships>", `${relationship}</Relationships>`));
    return id;
  }

  /** Puts an element into a sheet where the schema wants it. */
  insert(sheet: string, name: string, xml: string): void {
    const part = this.sheetPart(sheet);
    this.write(part, insertInOrder(this.read(part), name, xml));
  }

  close(): Uint8Array {
    const parts = { ...this.#parts };
    for (const [name, text] of this.#texts) parts[name] = strToU8(text);
    return pack(parts);
  }
}

function sheetParts(workbook: string, relationships: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of relationships.matchAll(/<Relationship [^>]*>/g))
    targets.set(attribute(tag, "Id"), attribute(tag, "Target"));
  const sheets = new Map<string, string>();
  for (const [tag] of workbook.matchAll(/<sheet [^>]*>/g))
    sheets.set(plain(attribute(tag, "name")), `xl/${targets.get(attribute(tag, "r:id")) ?? ""}`);
  return sheets;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
