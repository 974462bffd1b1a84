import { z } from "zod";

const Text = z.record(z.string(), z.string());
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** A wave as it was fielded; its responses and margins lie in the folder of its part. */
const ExportedWave = z.strictObject({
  id: z.string(),
  title: Text,
  opens: z.iso.date(),
  closes: z.iso.date(),
  sample: z.enum(["register", "open", "network", "venue", "clients"]),
  /** Folders of the versions its responses may pin and of those that lie between them, the wave's own first: "instruments/tcn-integration/1.1.0". */
  instruments: z.array(z.string()).min(1),
  /** Number of the indicators of its own version. */
  indicators: z.int().min(1),
  responses: z.int().min(0),
  /** When the newest of them arrived; the wave's first day while there is none. */
  asOf: z.iso.datetime(),
});
export type ExportedWave = z.infer<typeof ExportedWave>;

/** `export.json`: what an export holds, with the SHA-256 of every other file by its path. */
export const ExportFile = z.strictObject({
  format: z.literal("tiltas-export/1"),
  /** Version of Tiltas that wrote it. */
  software: z.string(),
  study: z.strictObject({ id: z.string(), title: Text, synthetic: z.boolean() }),
  wave: ExportedWave,
  /** The wave that changes are measured from. */
  previous: ExportedWave.nullable(),
  files: z.record(z.string(), Digest),
});
export type ExportFile = z.infer<typeof ExportFile>;

/** Folders of the two waves; `plan` holds the analysis plan, `instruments` the versions. */
export const partsOfExport = { wave: "wave", previous: "previous-wave" } as const;

/** A response in an export: everything the chain reads of it, nothing that leads to a person's contacts. */
export interface ExportedResponse {
  readonly sequence: number;
  readonly responseId: string;
  readonly revision: number;
  readonly hash: string;
  readonly instrument: string;
  readonly language: string;
  readonly mode: string;
  readonly channel: string | null;
  readonly changes: string | null;
  readonly leftOut: string | null;
  /** Canonical JSON text. */
  readonly answers: string;
}

const answersKey = ',"answers":';

/** One line of `responses.jsonl`. The answers stand last, byte for byte as they were received. */
export function lineOf({ answers, ...rest }: ExportedResponse): string {
  return `${JSON.stringify(rest).slice(0, -1)}${answersKey}${answers}}\n`;
}

const Envelope = z.strictObject({
  sequence: z.int(),
  responseId: z.string(),
  revision: z.int(),
  hash: z.string(),
  instrument: z.string(),
  language: z.string(),
  mode: z.string(),
  channel: z.string().nullable(),
  changes: z.string().nullable(),
  leftOut: z.string().nullable(),
});

/**
 * Reads such a line; quotes inside texts are escaped, so the first key of the answers is theirs.
 *
 * @throws SyntaxError or ZodError when the line is none
 */
export function responseOf(line: string): ExportedResponse {
  const at = line.indexOf(answersKey);
  const envelope = Envelope.parse(JSON.parse(`${line.slice(0, at)}}`));
  return { ...envelope, answers: line.slice(at + answersKey.length, -1) };
}
