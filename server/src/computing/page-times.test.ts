import { expect, test } from "vitest";
import { smallInstrument } from "../../support/small-instrument.ts";
import { readPublished } from "../instruments/instruments.ts";
import { timesOnPages } from "./page-times.ts";

const { instrument } = readPublished(smallInstrument);

/** So many interviews; each stays a second longer on the page than the one before. */
async function* interviews(count: number) {
  for (let at = 1; at <= count; at++) {
    const responseId = `response-${at}`;
    const batch = (events: object[]) => ({
      responseId,
      instrument: instrument.digest,
      events: JSON.stringify(events),
    });
    yield batch([{ at: 0, kind: "page-shown", page: "place" }]);
    yield batch([{ at: at * 1_000, kind: "finished" }]);
  }
}

test("a page takes as long as its middle interview, and as the slowest tenth of them", async () => {
  const [place, ...others] = await timesOnPages(interviews(30), [instrument]);
  expect(place).toMatchObject({ page: "place", median: 16, slowestTenth: 28 });
  expect(others).toEqual([]);
});

test("of fewer than twenty interviews nothing is said, nor of versions that are not known", async () => {
  expect(await timesOnPages(interviews(19), [instrument])).toEqual([]);
  expect(await timesOnPages(interviews(30), [{ ...instrument, digest: "0".repeat(64) }])).toEqual([]);
});
