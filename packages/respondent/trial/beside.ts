import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Conduct, conductOf } from "@tiltas/instrument/conduct";
import { type Instrument, Reasons, Recordings } from "@tiltas/instrument/definition";

/** How an instrument wants to be asked, with what lies beside it in its folder. */
export function conductIn(folder: string, instrument: Instrument): Conduct {
  const first = (name: string): unknown =>
    existsSync(join(folder, name))
      ? JSON.parse(readFileSync(join(folder, name, "1.json"), "utf8"))
      : undefined;
  return conductOf(instrument, {
    reasons: Reasons.optional().parse(first("reasons")),
    recordings: Recordings.optional().parse(first("recordings")),
  });
}

/** Path of the recording with this content. @param name  SHA-256 and ending */
export function recordingIn(folder: string, name: string): string {
  const { items } = Recordings.parse(JSON.parse(readFileSync(join(folder, "recordings", "1.json"), "utf8")));
  const all = Object.values(items).flatMap((languages) => Object.values(languages));
  return join(folder, "recordings", all.find(({ sha256 }) => name.startsWith(sha256))?.file ?? "none");
}

interface Given {
  readonly item: string;
  readonly reason: Readonly<Record<string, string>>;
  /** Language in which the item can be heard, and its words there. */
  readonly heard: readonly [language: string, says: string];
}

/** Gives an item of an instrument a reason, and a recording of one language: half a second of silence. */
export function giveBeside(folder: string, { item, reason, heard: [language, says] }: Given): void {
  const sound = silence(14);
  const recording = {
    file: `${item}.${language}.mp3`,
    sha256: createHash("sha256").update(sound).digest("hex"),
    says,
  };
  for (const name of ["reasons", "recordings"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "recordings", recording.file), sound);
  const lists = {
    reasons: { number: 1, reasons: [{ items: [item], text: reason }] },
    recordings: { number: 1, items: { [item]: { [language]: recording } } },
  };
  for (const [name, list] of Object.entries(lists))
    writeFileSync(join(folder, name, "1.json"), JSON.stringify(list));
}

/** Frames of MPEG-2 Layer III, mono, 16 kHz, 8 kbit/s: 36 bytes and 36 ms each, nothing to be heard in them. */
function silence(frames: number): Buffer {
  const frame = Buffer.alloc(36);
  frame.set([0xff, 0xf3, 0x18, 0xc4]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}
