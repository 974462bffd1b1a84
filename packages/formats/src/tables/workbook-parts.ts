import { inflateRawSync } from "node:zlib";
import { WorkbookError } from "./workbook-sheet.ts";

/** Largest workbook that is read, packed and unpacked, in bytes, and most parts in it. */
export const workbookLimits = { packed: 20_000_000, unpacked: 40_000_000, parts: 2_000 } as const;

/**
 * Unpacks a workbook. What a ZIP says about its own sizes is not believed: unpacking stops at the limit.
 *
 * @throws WorkbookError when it is no .xlsx, is protected by a password, or is too large
 */
export function unpackParts(bytes: Uint8Array): Record<string, Uint8Array> {
  const { packed, unpacked } = workbookLimits;
  if (bytes.length > packed) throw tooLarge(`larger than ${packed / 1_000_000} MB`);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new WorkbookError(
      "This workbook is protected by a password or has the old .xls format. Save it as .xlsx without a password.",
    );
  const parts = new Map<string, Uint8Array>();
  let room: number = unpacked;
  for (const entry of entriesOf(bytes)) {
    const part = unpack(bytes, entry, room);
    room -= part.length;
    parts.set(entry.name, part);
  }
  return Object.fromEntries(parts);
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/** The list of contents at the end of a ZIP (APPNOTE 6.3, sections 4.3.12 and 4.3.16). */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > workbookLimits.parts) throw tooLarge(`made of more than ${workbookLimits.parts} parts`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw noWorkbook();
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new WorkbookError("This workbook is protected by a password. Save it without one.");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0))),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw noWorkbook();
}

function unpack(bytes: Uint8Array, { method, packed, at }: Entry, room: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw noWorkbook();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (room <= 0) throw tooLarge("larger than it seems");
  if (method === 0 && data.length <= room) return data;
  if (method !== 8) throw noWorkbook();
  try {
    return inflateRawSync(data, { maxOutputLength: room });
  } catch (error) {
    if (error instanceof RangeError)
      throw tooLarge(`larger than ${workbookLimits.unpacked / 1_000_000} MB unpacked`);
    throw new WorkbookError("This workbook is damaged. Open it in Excel or LibreOffice and save it again.");
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function tooLarge(how: string): WorkbookError {
  return new WorkbookError(`This workbook is ${how}. Split it, or remove pictures and unused sheets.`);
}

export function noWorkbook(): WorkbookError {
  return new WorkbookError("This file is no .xlsx workbook. Save it from Excel or LibreOffice as .xlsx.");
}
