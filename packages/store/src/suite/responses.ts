import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedStore, verifyLedger } from "../open/index.ts";
import { aResponse, collect, idOf, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** What every database must do with responses. */
export function responsesAreKept(databases: Databases): void {
  describe("responses", () => {
    let store: OpenedStore;
    let wave = "";
    let waves = 0;
    beforeAll(async () => {
      store = await databases.openStore(await databases.newPlace());
    });
    afterAll(() => store.close());

    /** Every test works in a wave of its own, with respondents of its own. */
    const freshWave = async () => {
      waves += 1;
      wave = `wave-${waves}`;
      await openWave(store, { id: wave });
    };
    const response = (respondent: number, more = {}) =>
      aResponse({ responseId: idOf(waves * 1_000 + respondent), wave, ...more });
    const kept = () => collect(store.responsesOfWave(wave));

    test("a response sent twice is stored once", async () => {
      await freshWave();
      const first = await store.receive(response(1));
      const again = await store.receive(response(1));
      expect([first.outcome, again.outcome]).toEqual(["stored", "already-stored"]);
      expect(again.sequence).toBe(first.sequence);
      expect(await store.countResponses(wave)).toBe(1);
    });

    test("what was received is found by its identity, and nothing else is", async () => {
      await freshWave();
      const one = response(1);
      const { sequence } = await store.receive(one);
      expect(await store.findReceived(one.responseId, 1)).toEqual({ sequence, hash: one.hash, wave });
      expect(await store.findReceived(one.responseId, 2)).toBeUndefined();
    });

    test("heads are the responses without their texts; texts are asked for by place, and end with a withdrawal", async () => {
      await freshWave();
      for (const respondent of [1, 2])
        await store.receive(response(respondent, { receipt: `heads ${respondent}`, hash: `h${respondent}` }));
      await store.receive(response(1, { revision: 2, parent: 1, hash: "mended" }));
      const heads = await collect(store.headsOfWave(wave));
      const known = ({ sequence, responseId, revision, hash, findings }: (typeof heads)[number]) => [
        sequence,
        responseId,
        revision,
        hash,
        findings,
      ];
      expect(heads.map(known)).toEqual((await kept()).map((one) => known({ changes: null, ...one })));
      expect(JSON.stringify(heads)).not.toMatch(/ąčę|consent/);
      const places = heads.map(({ sequence }) => sequence);
      const texts = new Map((await kept()).map(({ responseId, answers }) => [responseId, answers]));
      expect(await store.answersAt(places)).toEqual(texts);
      await store.withdraw({ receipt: "heads 1", on: "2026-03-20" });
      texts.delete(response(1).responseId);
      expect(await store.answersAt(places)).toEqual(texts);
    });

    test("a response sent sixteen times at once is stored once", async () => {
      await freshWave();
      const received = await Promise.all(Array.from({ length: 16 }, () => store.receive(response(1))));
      expect(received.filter(({ outcome }) => outcome === "stored")).toHaveLength(1);
      expect(received.filter(({ outcome }) => outcome === "already-stored")).toHaveLength(15);
      expect(new Set(received.map(({ sequence }) => sequence)).size).toBe(1);
    });

    test("other content under the same identity is a conflict, and the first stays as it was, byte for byte", async () => {
      await freshWave();
      const first = response(1, { hash: "first" });
      const { sequence } = await store.receive(first);
      const other = await store.receive(response(1, { hash: "other" }));
      expect(other).toEqual({ outcome: "conflict", sequence });
      expect(await kept()).toEqual([{ ...first, sequence }]);
    });

    test("a response belongs to one wave: under another one it is a conflict, be it a later revision or the same content", async () => {
      await freshWave();
      const first = response(1);
      const { sequence } = await store.receive(first);
      await openWave(store, { id: `beside-${wave}` });
      const elsewhere = { ...first, wave: `beside-${wave}` };
      expect(await store.receive(elsewhere)).toEqual({ outcome: "conflict", sequence });
      expect(await store.receive({ ...elsewhere, revision: 2, parent: 1, hash: "later" })).toEqual({
        outcome: "conflict",
        sequence,
      });
      expect(await kept()).toEqual([{ ...first, sequence }]);
      expect(await store.countResponses(elsewhere.wave)).toBe(0);
    });

    test("of sixteen different contents under one identity, sent at once, one is stored", async () => {
      await freshWave();
      const sent = Array.from({ length: 16 }, (_, i) => response(1, { hash: `content-${i}` }));
      const received = await Promise.all(sent.map((one) => store.receive(one)));
      const won = received.findIndex(({ outcome }) => outcome === "stored");
      expect(received.filter(({ outcome }) => outcome === "conflict")).toHaveLength(15);
      expect((await kept()).map(({ hash }) => hash)).toEqual([`content-${won}`]);
    });

    test("equal answers of two people are two responses", async () => {
      await freshWave();
      const received = [await store.receive(response(1)), await store.receive(response(2))];
      expect(received.map(({ outcome }) => outcome)).toEqual(["stored", "stored"]);
      expect(await store.countResponses(wave)).toBe(2);
    });

    test("what is kept is what was sent: text, nulls, time to the millisecond", async () => {
      await freshWave();
      const sent = response(1, {
        revision: 4,
        channel: "office-qr",
        municipality: null,
        findings: '[{"path":"a"}]',
      });
      const { sequence } = await store.receive(sent);
      expect(await kept()).toEqual([{ ...sent, sequence }]);
    });

    test("responses are read in the order in which the server kept them, whatever their times say", async () => {
      await freshWave();
      const times = ["2026-03-09", "2026-03-01", "2026-03-05"].map((day) => new Date(day));
      for (const [i, receivedAt] of times.entries()) await store.receive(response(9 - i, { receivedAt }));
      const read = await kept();
      expect(read.map(({ receivedAt }) => receivedAt)).toEqual(times);
      expect(read.map(({ sequence }) => sequence)).toEqual(
        read.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
      );
    });

    test("a wave is read in pages, each response once", async () => {
      await freshWave();
      await Promise.all(Array.from({ length: 999 }, (_, i) => store.receive(response(i))));
      const read = await kept();
      expect(read).toHaveLength(999);
      expect(new Set(read.map(({ responseId }) => responseId)).size).toBe(999);
    });

    test("only the newest revision of a response is read, and counted once", async () => {
      await freshWave();
      await store.receive(response(1));
      await store.receive(response(2));
      await store.receive(response(1, { revision: 2, parent: 1, hash: "second thoughts" }));
      expect((await kept()).map(({ responseId, revision }) => [responseId, revision])).toEqual([
        [response(2).responseId, 1],
        [response(1).responseId, 2],
      ]);
      expect(await store.countResponses(wave)).toBe(2);
    });

    test("a reading shows the wave as it was when the reading began", async () => {
      await freshWave();
      await store.receive(response(1));
      const reading = store.responsesOfWave(wave)[Symbol.asyncIterator]();
      const first = await reading.next();
      await store.receive(response(1, { revision: 2, parent: 1, hash: "later" }));
      await store.receive(response(2));
      expect([first.value?.revision, (await reading.next()).done]).toEqual([1, true]);
    });

    test("a member of a group that fails does not take the others with it", async () => {
      await freshWave();
      const group = Array.from({ length: 20 }, (_, i) =>
        response(i, i % 5 === 0 ? { wave: "no-such-wave" } : {}),
      );
      const settled = await Promise.allSettled(group.map((one) => store.receive(one)));
      expect(settled.map(({ status }) => status)).toEqual(
        group.map((one) => (one.wave === wave ? "fulfilled" : "rejected")),
      );
      expect(await store.countResponses(wave)).toBe(16);
    });

    test("a refusal of the database repeats no answer", async () => {
      await freshWave();
      const failure = await store
        .receive(response(1, { wave: "no-such-wave", answers: '{"secret":1}' }))
        .catch(String);
      expect(failure).toMatch(/study/);
      expect(failure).not.toMatch(/secret|hash-1/);
    });

    test("quarantine is finite: when it is full nothing enters, and what is in it stays acknowledged", async () => {
      const place = await databases.newPlace();
      const crowded = await databases.openStore(place);
      const envelope = (n: number) => ({
        responseId: idOf(n),
        hash: "q",
        reason: "wave-unknown",
        envelope: "{}",
        receivedAt: aResponse().receivedAt,
      });
      const entered = await Promise.all(
        Array.from({ length: 2_010 }, (_, n) => crowded.quarantine(envelope(n))),
      );
      expect(entered.filter((isKept) => isKept)).toHaveLength(2_000);
      expect(await crowded.quarantine(envelope(1))).toBe(true);
      expect(await crowded.quarantine(envelope(3_000))).toBe(false);
      await crowded.close();
      expect(await verifyLedger(place)).toEqual({ receipts: 2_001, findings: [] });
    });

    test("an envelope in quarantine is kept apart and does not count", async () => {
      await freshWave();
      const { responseId, hash, receivedAt } = response(1);
      const envelope = { responseId, hash, reason: "instrument-unknown", envelope: "{}", receivedAt };
      await store.quarantine(envelope);
      await store.quarantine(envelope);
      expect(await store.countResponses(wave)).toBe(0);
    });
  });
}
