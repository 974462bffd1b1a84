import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedStore, type Place, verifyLedger } from "../open/index.ts";
import { aResponse, aWave, collect, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** One thing that devices and people do: responses that reach the server together, with receipts held against them. */
type Step =
  | {
      readonly does: "send";
      readonly respondent: number;
      readonly revision: number;
      readonly hash: string;
      /** How often the same message comes at once. */
      readonly times: number;
    }
  | { readonly does: "withdraw"; readonly respondent: number };

const respondents = fc.integer({ min: 1, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("send" as const),
      respondent: respondents,
      revision: fc.integer({ min: 1, max: 2 }),
      hash: fc.constantFrom("α", "β"),
      times: fc.constantFrom(1, 1, 1, 2, 16),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("withdraw" as const), respondent: respondents }),
  },
);
const bursts = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 6 });

/** Whatever devices send, resend, mix up or change, and whoever takes it back: the store answers as a plain map would. */
export function receivingFollowsTheModel(databases: Databases, runs: number): void {
  let place: Place;
  let store: OpenedStore;
  let run = 0;
  beforeAll(async () => {
    place = await databases.newPlace();
    store = await databases.openStore(place);
    await openWave(store, { id: "control" });
    const waves = Array.from({ length: runs }, (_, at) => aWave({ id: `run-${at + 1}` }));
    await Promise.all(waves.map((wave) => store.saveWave(wave)));
  });
  afterAll(() => store.close());

  /** Against hanging, not a measure. */
  const limit = { timeout: 60_000 + runs * 1_000 };

  test(
    "any sequence of bursts and withdrawals ends as it would in a map from identity to first content",
    limit,
    async () => {
      await fc.assert(
        fc.asyncProperty(bursts, async (sent) => {
          run += 1;
          await agree(store, `run-${run}`, sent);
        }),
        { numRuns: runs, seed: 20_261_121 },
      );
      expect((await verifyLedger(place)).findings).toEqual([]);
    },
  );

  test("control: a store that takes withdrawn responses again, or keeps one of two equal ones, is caught", async () => {
    const careless: OpenedStore = { ...store, withdraw: async () => undefined };
    const send = (respondent: number): Step => ({
      does: "send",
      respondent,
      revision: 1,
      hash: "α",
      times: 1,
    });
    const sent = [[send(1)], [{ does: "withdraw", respondent: 1 } as const], [send(1)]];
    await expect(agree(careless, "control", sent)).rejects.toThrow();
    const merging: OpenedStore = {
      ...store,
      receive: (response) => store.receive({ ...response, responseId: `same ${response.hash}` }),
    };
    await expect(agree(merging, "control", [[send(2), send(3)]])).rejects.toThrow();
  });
}

/** What a store should hold: first content by identity, and who withdrew. */
class Model {
  readonly kept = new Map<string, string>();
  readonly withdrawn = new Set<string>();

  receive({ responseId, revision, hash }: { responseId: string; revision: number; hash: string }): string {
    if (this.withdrawn.has(responseId)) return "withdrawn";
    const identity = `${responseId}/${revision}`;
    const first = this.kept.get(identity);
    if (first === undefined) this.kept.set(identity, hash);
    if (first === undefined) return "stored";
    return first === hash ? "already-stored" : "conflict";
  }

  withdraw(responseId: string): string {
    if (this.withdrawn.has(responseId)) return "withdrawn before";
    const identities = [...this.kept.keys()].filter((identity) => identity.startsWith(`${responseId}/`));
    if (identities.length === 0) return "nothing there";
    for (const identity of identities) this.kept.delete(identity);
    this.withdrawn.add(responseId);
    return "withdrawn now";
  }
}

async function agree(store: OpenedStore, wave: string, sent: readonly (readonly Step[])[]): Promise<void> {
  const model = new Model();
  for (const burst of sent) {
    const messages = burst.flatMap((one) =>
      Array.from({ length: "times" in one ? one.times : 1 }, () => one),
    );
    const answers = await Promise.all(messages.map((one) => done(store, wave, one)));
    expect(answers).toEqual(messages.map((one) => expected(model, wave, one)));
  }
  await expectSame(store, wave, model);
}

const idIn = (wave: string, respondent: number) => `${wave}-${respondent}`;

async function done(store: OpenedStore, wave: string, one: Step): Promise<string> {
  const responseId = idIn(wave, one.respondent);
  const receipt = `receipt of ${responseId}`;
  if (one.does === "withdraw") {
    const withdrawn = await store.withdraw({ receipt, on: "2026-03-20" });
    if (withdrawn === undefined) return "nothing there";
    return withdrawn.isNew ? "withdrawn now" : "withdrawn before";
  }
  const { revision, hash } = one;
  return (await store.receive(aResponse({ responseId, revision, hash, wave, receipt }))).outcome;
}

function expected(model: Model, wave: string, one: Step): string {
  const responseId = idIn(wave, one.respondent);
  return one.does === "withdraw" ? model.withdraw(responseId) : model.receive({ ...one, responseId });
}

/** The store shows the newest revision of each response, with its first content, and nothing of who withdrew. */
async function expectSame(store: OpenedStore, wave: string, { kept }: Model): Promise<void> {
  const newest = [...kept].filter(
    ([identity]) => !kept.has(identity.replace(/1$/, "2")) || identity.endsWith("/2"),
  );
  const shown = await collect(store.responsesOfWave(wave));
  expect(
    shown.map(({ responseId, revision, hash }) => [`${responseId}/${revision}`, hash]).toSorted(),
  ).toEqual(newest.toSorted());
  expect(await store.countResponses(wave)).toBe(newest.length);
  for (const { answers, hash } of shown) expect(answers).toBe(aResponse({ hash }).answers);
}
