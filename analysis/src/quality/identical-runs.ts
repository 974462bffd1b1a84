import { createHash } from "node:crypto";
import { type Instrument, isFilled } from "@tiltas/instrument/definition";
import { canonicalJson } from "@tiltas/instrument/versions";

/** A response as it is compared with the others of its wave. */
export interface ComparedResponse {
  readonly responseId: string;
  readonly instrument: string;
  readonly channel: string | null;
  readonly receivedAt: Date;
  /** JSON text. */
  readonly answers: string;
}

/** Responses of one wave in which everything that a person answers is the same. */
export interface IdenticalRun {
  readonly responses: readonly Omit<ComparedResponse, "answers" | "instrument">[];
  /** Items answered with something other than a missing reason. */
  readonly items: number;
}

/** Fewest responses and fewest answered items that are no accident; see docs/methods/response-quality.md. */
export const identicalRule = { responses: 3, items: 15 };

/**
 * Finds runs of identical responses in one pass, holding a digest of each response and never its answers. What chance
 * drew and the application filled is left aside: it differs even between copies.
 *
 * @returns largest runs first
 */
export async function identicalRuns(
  instruments: readonly Instrument[],
  responses: AsyncIterable<ComparedResponse> | Iterable<ComparedResponse>,
  rule = identicalRule,
): Promise<IdenticalRun[]> {
  const readers = new Map(instruments.map((instrument) => [instrument.digest, readerOf(instrument)]));
  const runs = new Map<string, { items: number; responses: IdenticalRun["responses"][number][] }>();
  for await (const { answers, instrument, ...response } of responses) {
    const content = readers.get(instrument)?.(answers);
    if (!content || content.items < rule.items) continue;
    const key = `${instrument} ${content.digest}`;
    const run = runs.get(key) ?? { items: content.items, responses: [] };
    run.responses.push(response);
    runs.set(key, run);
  }
  return [...runs.values()]
    .filter((run) => run.responses.length >= rule.responses)
    .sort((a, b) => b.responses.length - a.responses.length);
}

/** Reads what a person gave: a digest of it, and how many items hold an answer of substance. */
function readerOf({ items }: Instrument): (answers: string) => { digest: string; items: number } {
  const filled = new Set(items.filter(isFilled).map(({ name, valueName }) => valueName ?? name));
  const missing = new Map(
    items.map(({ name, valueName, choices }) => [
      valueName ?? name,
      new Set(choices.filter((choice) => choice.missing !== undefined).map(({ code }) => code)),
    ]),
  );
  return (text) => {
    const answers: Record<string, unknown> = JSON.parse(text);
    const given = Object.entries(answers).filter(([name]) => !filled.has(name));
    const substance = given.filter(([name, answer]) => !missing.get(name)?.has(answer as string));
    const digest = createHash("sha256").update(canonicalJson(Object.fromEntries(given)));
    return { digest: digest.digest("base64"), items: substance.length };
  };
}
