import { createHash } from "node:crypto";
import type { Instrument } from "@tiltas/instrument/definition";
import { collectRosters, collectVariables } from "./collected-variables.ts";
import type { Dataset, ResponseForAnalysis } from "./dataset.ts";
import { drawnVariables, GrowingChances } from "./growing-chances.ts";
import { GrowingCollected } from "./growing-collected.ts";
import { GrowingColumn } from "./growing-column.ts";
import { GrowingRoster } from "./growing-roster.ts";
import { type ResponseReader, readerOf } from "./read-response.ts";

/**
 * Turns responses into columns, one pass, holding no answers: each response is read, its cells are appended, and
 * the text is let go. Give the newest revision of each response only, in server order.
 *
 * Left out and counted in `exclusions`: responses that review or staff leave out (by that reason), those that pin an
 * "unknown-instrument", and people "screened-out" because they do not belong to those the study is about.
 */
export async function buildDataset(
  instruments: readonly Instrument[],
  responses: Iterable<ResponseForAnalysis> | AsyncIterable<ResponseForAnalysis>,
): Promise<Dataset> {
  const variables = collectVariables(instruments);
  const columns = variables.map((variable) => new GrowingColumn(variable));
  const collected = new GrowingCollected(instruments, new Set(variables.map(({ name }) => name)));
  const lists = collectRosters(instruments);
  const rosters = new Map([...lists].map(([name, own]) => [name, new GrowingRoster(own)]));
  const drawn = drawnVariables(instruments, variables);
  const growing = { columns, rosters: [...rosters.values()], chances: new GrowingChances(drawn) };
  const readers = new Map<string, ResponseReader>(
    instruments.map((instrument) => [instrument.digest, readerOf(instrument, variables, lists)]),
  );
  const digest = createHash("sha256");
  const exclusions: Record<string, number> = {};
  let rows = 0;
  for await (const response of responses) {
    const reader = readers.get(response.instrument);
    const reason =
      response.leftOut ??
      (!reader ? "unknown-instrument" : reader(response.answers, growing) ? null : "screened-out");
    if (reason !== null) {
      exclusions[reason] = (exclusions[reason] ?? 0) + 1;
      continue;
    }
    collected.append(response);
    digest.update(`${response.responseId} ${response.revision} ${response.hash}\n`);
    rows++;
  }
  return {
    rows,
    columns: new Map(
      [...columns.map((column) => column.finished()), ...collected.finished()].map((column) => [
        column.variable.name,
        column,
      ]),
    ),
    digest: digest.digest("hex"),
    exclusions,
    ...(drawn.length > 0 ? { chances: growing.chances.finished() } : {}),
    ...(rosters.size > 0
      ? { rosters: new Map([...rosters].map(([name, roster]) => [name, roster.finished()])) }
      : {}),
  };
}
