import { afterEach, expect, test, vi } from "vitest";
import { smallInstrument } from "../../support/small-instrument.ts";
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

test("a version is compiled once, in a thread of its own, and then checks every response", async () => {
  const { compile } = compiler();
  const counted = vi.fn(compile);
  const plans = createPlans(counted);
  const [plan, again] = await Promise.all([plans.of(published), plans.of(published)]);
  expect(again).toBe(plan);
  expect(counted).toHaveBeenCalledTimes(1);
  expect(plan?.check({ municipality: "13", belonging: 7 }, { now }).valid).toBe(true);
  expect(plan?.check({ municipality: "99" }, { now }).removed).toEqual([
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
