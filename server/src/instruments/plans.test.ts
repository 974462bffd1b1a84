import { afterEach, expect, test, vi } from "vitest";
import { smallInstrument } from "../../support/small-instrument.ts";
import { startChecker } from "./checker.ts";
import { readPublished } from "./instruments.ts";
import { createPlanCompiler, createPlans } from "./plans.ts";

const published = readPublished(smallInstrument);
const now = new Date("2026-11-22T10:00:00Z");
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function compiler(worker?: URL) {
  const made = createPlanCompiler(worker);
  closing.push(made.close);
  return made;
}

function checker(...more: Parameters<typeof startChecker>) {
  const made = startChecker(...more);
  closing.push(() => made.close());
  return made;
}

test("a version is compiled once, in a thread of its own, and then checks every response", async () => {
  const { compile } = compiler();
  const counted = vi.fn(compile);
  const plans = createPlans(counted, checker());
  const [plan, again] = await Promise.all([plans.of(published), plans.of(published)]);
  expect(again).toBe(plan);
  expect(counted).toHaveBeenCalledTimes(1);
  expect(await plan?.(JSON.stringify({ municipality: "13", belonging: 7 }), now)).toEqual({
    findings: [],
    removed: [],
  });
  expect((await plan?.(JSON.stringify({ municipality: "99" }), now))?.removed).toEqual([
    { path: "municipality", reason: "unknown-code" },
  ]);
});

test("a thread that dies over a questionnaire leaves it unchecked for now; the next response tries again", async () => {
  const dying = compiler(new URL("../../support/bad-worker.ts", import.meta.url));
  const whole = compiler();
  const compile = vi.fn(whole.compile).mockImplementationOnce(() => dying.compile("crash"));
  const plans = createPlans(compile);
  expect(await plans.of(published)).toBeUndefined();
  expect(await plans.of(published)).toBeDefined();
});

test("a questionnaire that the plan refuses is not compiled again and again", async () => {
  const { compile } = compiler();
  const counted = vi.fn(compile);
  const plans = createPlans(counted);
  const remote = { pages: [{ elements: [{ type: "dropdown", name: "a", choicesByUrl: { url: "x" } }] }] };
  const refused = { ...published, questionnaire: JSON.stringify(remote) };
  expect(await plans.of(refused)).toBeUndefined();
  expect(await plans.of(refused)).toBeUndefined();
  expect(counted).toHaveBeenCalledTimes(1);
});

test("answers over which the checking thread dies or hangs stay unchecked; the next are checked by a new one", async () => {
  const { compile } = compiler();
  const plan = await compile(published.questionnaire);
  if (!plan) throw new Error("The small instrument can be compiled.");
  const badThread = new URL("../../support/bad-checker.ts", import.meta.url);
  const check = checker(badThread, 2_000).learn(plan);
  const fine = { findings: [], removed: [] };
  expect(await check(JSON.stringify({}), now)).toEqual(fine);
  expect(
    await Promise.all([check(JSON.stringify({ do: "die" }), now), check(JSON.stringify({}), now)]),
  ).toEqual([undefined, undefined]);
  expect(await check(JSON.stringify({}), now)).toEqual(fine);
  expect(await check(JSON.stringify({ do: "hang" }), now)).toBeUndefined();
  expect(await Promise.all([check(JSON.stringify({}), now), check(JSON.stringify({}), now)])).toEqual([
    fine,
    fine,
  ]);
});
