import { expect, test, vi } from "vitest";
import { smallInstrument } from "../../support/small-instrument.ts";
import { type Checker, checkerHere } from "./checker.ts";
import compile from "./compile-plan.ts";
import { readPublished } from "./instruments.ts";
import { settledFirst } from "./settled-first.ts";

const plan = compile(readPublished(smallInstrument).questionnaire);
if (!plan) throw new Error("The small instrument can be compiled.");
const now = new Date("2026-11-22T10:00:00Z");

function counting() {
  const asked = vi.fn();
  const checker: Checker = {
    learn(plan) {
      const check = checkerHere.learn(plan);
      return (answers, now) => {
        asked(answers);
        return check(answers, now);
      };
    },
    close: async () => undefined,
  };
  return { asked, check: settledFirst(checker).learn(plan ?? expect.fail()) };
}

test.each([
  ["answers that an application would send are judged at once", { municipality: "13", belonging: 7 }, 0],
  ["no answers at all too", {}, 0],
  ["an answer that nobody could give goes to the checker that may take its time", { municipality: "99" }, 1],
  ["so does an item that is not asked", { municipality: "13", shoeSize: 42 }, 1],
  ["and what would take long to read", { municipality: "13", remarks: "ž".repeat(17_000) }, 1],
])("%s", async (_what, answers, times) => {
  const { asked, check } = counting();
  const text = JSON.stringify(answers);
  const { findings, removed } = (await check(text, now)) ?? {};
  const whole = await checkerHere.learn(plan)(text, now);
  expect({ findings, removed }).toEqual({ findings: whole?.findings, removed: whole?.removed });
  expect(asked).toHaveBeenCalledTimes(times);
});

test("what is no JSON for this plan costs the checker its try, never the one who serves", async () => {
  const { asked, check } = counting();
  await expect(check("[", now)).rejects.toThrow();
  expect(asked).toHaveBeenCalledOnce();
});
