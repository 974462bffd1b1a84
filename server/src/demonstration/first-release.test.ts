import type { Candidate, Signature } from "@tiltas/contract/releases";
import type { PersonRecord } from "@tiltas/store/port";
import { expect, test } from "vitest";
import { releaseClosedWave } from "./first-release.ts";

const roles = ["administrator", "analyst", "researcher", "coordinator"] as const;
const signIns = roles.map((role) => ({ role, email: `${role}@tiltas.example`, password: "" }));
const personOf = (email: string) => ({ id: email, role: email.split("@")[0] }) as PersonRecord;

/** An office that needs two signatures, in which candidates are ready at the second look. */
function office({ released = 0, states = [] as Candidate["state"][] } = {}) {
  const signatures: string[] = [];
  const said: string[] = [];
  let looks = 0;
  const state = () => (signatures.length === 2 ? "released" : looks < 2 ? "running" : "ready");
  const candidate = () => ({ id: "1", state: state() }) as Candidate;
  const run = () =>
    releaseClosedWave({
      rooms: {
        releases: { list: async () => Array(released).fill({}) },
        candidates: {
          list: async () => states.map((each) => ({ state: each })),
          compute: async () => candidate(),
          get: async () => {
            looks += 1;
            return candidate();
          },
          sign: async (_: string, __: Signature, person: string) => {
            signatures.push(person);
            return candidate();
          },
        },
      } as unknown as Parameters<typeof releaseClosedWave>[0]["rooms"],
      access: { findPersonByEmail: async (email) => personOf(email) },
      ...{ signIns, clock: () => new Date("2026-11-22"), signal: new AbortController().signal, calm: 0 },
      say: (line) => void said.push(line),
    });
  return { run, signatures, said };
}

test("the closed wave of a demonstration is released by as many signatures as it needs", async () => {
  const { run, signatures, said } = office();
  await run();
  expect(signatures).toEqual(["analyst@tiltas.example", "administrator@tiltas.example"]);
  expect(said).toEqual(["The wave demo-1 is released: look at its figures in the console."]);
});

test("a wave that was released, or whose figures somebody is preparing, is left as it is", async () => {
  const tried = [office({ released: 1 }), office({ states: ["ready"] }), office({ states: ["cancelled"] })];
  for (const { run, signatures } of tried) {
    await run();
    expect(signatures).toEqual([]);
  }
});

test("figures that were cut off by the end of a server are computed again at the next start", async () => {
  const { run, signatures } = office({ states: ["failed"] });
  await run();
  expect(signatures).toHaveLength(2);
});
