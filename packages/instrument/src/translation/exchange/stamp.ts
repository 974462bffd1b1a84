import { z } from "zod";
import { sha256 } from "../../digest/index.ts";
import { adaptationKinds, translationStates } from "../states.ts";
import type { TranslationString } from "../status.ts";

/** In the state column, a text whose source has changed since; never a state to be chosen. */
export const staleWord = "stale";

/** What a row was when it was exported: by comparison with it, what was edited is known. */
export const Stamp = z.strictObject({
  language: z.string().min(2),
  /** SHA-256 of the source text. */
  source: z.hash("sha256"),
  /** SHA-256 of the translation as it stood in the cell; absent when there was none. */
  text: z.hash("sha256").exactOptional(),
  state: z.enum([...translationStates, staleWord]).exactOptional(),
  adaptation: z.enum(adaptationKinds).exactOptional(),
  /** SHA-256 of the note. */
  note: z.hash("sha256").exactOptional(),
});
export type Stamp = z.infer<typeof Stamp>;

export function stampOf(string: TranslationString, language: string): Stamp {
  const { unit, text, record } = string;
  const state = shownState(string);
  const note = noteOf(string);
  return {
    language,
    source: unit.digest,
    ...(text === undefined ? {} : { text: wordsDigest(text) }),
    ...(state === undefined ? {} : { state }),
    ...(record?.adaptation === undefined ? {} : { adaptation: record.adaptation.kind }),
    ...(note === undefined ? {} : { note: wordsDigest(note) }),
  };
}

export function readStamp(text: string): Stamp | undefined {
  try {
    return Stamp.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the state column says of a text. */
export function shownState({ standing, state }: TranslationString): Stamp["state"] {
  return standing === "stale" ? staleWord : state;
}

export function noteOf({ record }: TranslationString): string | undefined {
  return record?.adaptation?.note ?? record?.note;
}

/** The digest of a text as a cell holds it. */
export function wordsDigest(text: string): string {
  return sha256(cellWords(text));
}

/** A text as it comes back from a cell: "\n" for line breaks, without characters that XML cannot hold. */
export function cellWords(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
  );
}
