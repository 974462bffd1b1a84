import { expect, test } from "vitest";
import { lookedUp } from "./looked-up.ts";

function wave() {
  const time = { now: 0 };
  const stored = { wave: { title: "Autumn" } as object | undefined, reads: 0 };
  const look = lookedUp<object>(() => new Date(time.now));
  const ask = () =>
    look("autumn", async () => {
      stored.reads += 1;
      return structuredClone(stored.wave);
    });
  return { time, stored, ask };
}

test("many visits within five seconds read a wave once; later ones read it again and keep what is unchanged", async () => {
  const { time, stored, ask } = wave();
  const first = await ask();
  time.now = 4_999;
  expect(await ask()).toBe(first);
  expect(stored.reads).toBe(1);
  time.now = 5_000;
  expect(await ask()).toBe(first);
  expect(stored.reads).toBe(2);
});

test("what another server has changed is seen after five seconds, also that it is gone", async () => {
  const { time, stored, ask } = wave();
  await ask();
  stored.wave = { title: "Late autumn" };
  time.now = 5_000;
  expect(await ask()).toEqual({ title: "Late autumn" });
  stored.wave = undefined;
  time.now = 10_000;
  expect(await ask()).toBeUndefined();
});

test("a clock that is set back does not keep anything longer", async () => {
  const { time, stored, ask } = wave();
  time.now = 100_000;
  await ask();
  time.now = 0;
  await ask();
  expect(stored.reads).toBe(2);
});
