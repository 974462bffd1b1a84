import { readXml } from "./workbook-xml.ts";

type Parts = Readonly<Record<string, Uint8Array>>;

/** One sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** Name of its part in the file. */
  readonly part: string;
}

/** The sheets in their order, and whether days count from 1904. */
export function readContents(parts: Parts): { readonly sheets: ListedSheet[]; readonly isFrom1904: boolean } {
  const targets = relationsOf(parts);
  const sheets: ListedSheet[] = [];
  let isFrom1904 = false;
  readXml(partOf(parts, "xl/workbook.xml"), {
    open: (name, attributes) => {
      if (name === "workbookPr") isFrom1904 = ["1", "true"].includes(attributes.get("date1904") ?? "");
      const part = name === "sheet" ? targets.get(attributes.get("id") ?? "") : undefined;
      if (part !== undefined && Object.hasOwn(parts, part))
        sheets.push({ name: attributes.get("name") ?? "", part });
    },
  });
  return { sheets, isFrom1904 };
}

function relationsOf(parts: Parts): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(partOf(parts, "xl/_rels/workbook.xml.rels"), {
    open: (name, attributes) => {
      const target = attributes.get("Target") ?? "";
      if (name === "Relationship" && /\/worksheet$/.test(attributes.get("Type") ?? ""))
        targets.set(attributes.get("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** Texts that cells refer to by number; rich text without its dress, readings of Chinese signs left out. */
export function readSharedTexts(parts: Parts): string[] {
  const texts: string[] = [];
  let [current, isText, reading] = ["", false, 0];
  readXml(partOf(parts, "xl/sharedStrings.xml"), {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") reading++;
      isText = name === "t" && reading === 0;
    },
    text: (words) => {
      if (isText) current += words;
    },
    close: (name) => {
      isText = false;
      if (name === "rPh") reading--;
      if (name === "si") texts.push(current);
    },
  });
  return texts;
}

/** Which cell formats show a number as a day or time, by their number. */
export function readDayFormats(parts: Parts): boolean[] {
  const codes = new Map<string, string>();
  const formats: boolean[] = [];
  let isInCells = false;
  readXml(partOf(parts, "xl/styles.xml"), {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(attributes.get("numFmtId") ?? "", attributes.get("formatCode") ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name === "xf" && isInCells) formats.push(isDay(attributes.get("numFmtId") ?? "0", codes));
    },
    close: (name) => {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return formats;
}

/** Formats 14 to 22 and 45 to 47 are days and times (ECMA-376 part 1, 18.8.30); others say so by their letters. */
function isDay(id: string, codes: ReadonlyMap<string, string>): boolean {
  const number = Number(id);
  if ((number >= 14 && number <= 22) || (number >= 45 && number <= 47)) return true;
  const code = codes.get(id)?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "") ?? "";
  return /[dmyhs]/i.test(code) && !/general|[0#]/i.test(code);
}

function partOf(parts: Parts, name: string): Uint8Array {
  const found = Object.hasOwn(parts, name) ? parts[name] : undefined;
  return found ?? new TextEncoder().encode("<none/>");
}
