import { SaxesParser } from "saxes";
import { WorkbookError } from "./workbook-sheet.ts";

/** What a part of a workbook is read with; names come without their prefix. */
export interface XmlReader {
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Deepest nesting and most elements of one part: a table of 400,000 cells has about 1,500,000. */
const xmlLimits = { depth: 60, elements: 1_600_000 } as const;

/**
 * Reads one part from start to end. Entities that a document defines itself are not taken.
 *
 * @throws WorkbookError when it is not well-formed
 */
export function readXml(part: Uint8Array, { open, close, text }: XmlReader): void {
  const parser = new SaxesParser();
  let [depth, elements] = [0, 0];
  parser.on("error", () => {
    throw new WorkbookError("This workbook is damaged. Open it in Excel or LibreOffice and save it again.");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > xmlLimits.depth || ++elements > xmlLimits.elements)
      throw new WorkbookError("This workbook is too large or too deeply nested to be a table of texts.");
    open?.(
      withoutPrefix(name),
      new Map(Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value])),
    );
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    close?.(withoutPrefix(name));
  });
  parser.on("text", (words) => text?.(words));
  parser.on("cdata", (words) => text?.(words));
  parser.write(new TextDecoder().decode(part)).close();
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
