import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenedStore } from "../open/index.ts";
import { aResponse, collect, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** One thing that devices do: a group of responses that reach the server together. */
const burst = fc.array(
  fc.record({
    respondent: fc.integer({ min: 1, max: 3 }),
    revision: fc.integer({ min: 1, max: 2 }),
    hash: fc.constantFrom("α", "β"),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Whatever devices send, resend, mix up or change: the store answers as a plain map would. */
export function receivingFollowsTheModel(databases: Databases, runs: number): void {
  let store: OpenedStore;
  let run = 0;
  beforeAll(async () => {
    store = await databases.openStore(await databases.newPlace());
  });
  afterAll(() => store.close());

  test("any sequence of bursts ends as it would in a map from identity to first content", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(burst, { maxLength: 10 }), async (bursts) => {
        run += 1;
        const wave = `run-${run}`;
        await openWave(store, { id: wave });
        const model = new Map<string, string>();
        for (const members of bursts) {
          const sent = members.map(({ respondent, revision, hash }) =>
            aResponse({ responseId: `${wave}-${respondent}`, revision, hash, wave }),
          );
          const received = await Promise.all(sent.map((response) => store.receive(response)));
          expect(received.map(({ outcome }) => outcome)).toEqual(
            sent.map((response) => expected(model, response)),
          );
        }
        await expectSame(store, wave, model);
      }),
      { numRuns: runs, seed: 20_261_121 },
    );
  });
}

function expected(
  model: Map<string, string>,
  { responseId, revision, hash }: { responseId: string; revision: number; hash: string },
) {
  const identity = `${responseId}/${revision}`;
  const first = model.get(identity);
  if (first === undefined) model.set(identity, hash);
  if (first === undefined) return "stored";
  return first === hash ? "already-stored" : "conflict";
}

/** The store shows the newest revision of each response, with its first content. */
async function expectSame(store: OpenedStore, wave: string, model: Map<string, string>): Promise<void> {
  const newest = [...model].filter(
    ([identity]) => !model.has(identity.replace(/1$/, "2")) || identity.endsWith("/2"),
  );
  const kept = await collect(store.responsesOfWave(wave));
  const shown = kept.map(({ responseId, revision, hash }) => [`${responseId}/${revision}`, hash]);
  expect(shown.toSorted()).toEqual(newest.toSorted());
  for (const { answers, hash } of kept) expect(answers).toBe(aResponse({ hash }).answers);
}
