import { type Policy, type ReleasedTables, releaseEach } from "@tiltas/analysis/disclosure";
import type { WorkingTables } from "@tiltas/analysis/lattice";
import { beforeAll, describe, expect, test } from "vitest";
import { demonstrationFound, demonstrationInput } from "./demonstration-wave.ts";

let working: WorkingTables;
const releases = new Map<Policy["id"], ReleasedTables>();
beforeAll(async () => {
  const input = await demonstrationInput();
  const { tables, previous, comparisons } = (await demonstrationFound(input)).worked;
  working = tables;
  for (const released of await releaseEach(tables, input.plan.policies.values(), {
    comparisons,
    previous: previous!,
  }))
    releases.set(released.policy.id, released);
});

describe.each(["ministry", "public"] as const)("the %s release of the demonstration", (id) => {
  test("shows at least nine in ten of the cells with 20 respondents or more", () => {
    const { crossings } = releases.get(id)!;
    const states = crossings.flatMap(({ crossing, cells }) => {
      const table = working.crossings.find((one) => one.crossing.join() === crossing.join())!;
      return cells.flatMap((row, measure) =>
        row.flatMap(({ state }, domain) => {
          const cell = table.cells[measure]![domain];
          return cell && Math.min(cell.base, cell.households) >= 20 ? [state] : [];
        }),
      );
    });
    const shown = states.filter((state) => state === "published" || state === "few-observations");
    expect(states.length).toBeGreaterThan(8_000);
    expect(shown.length / states.length).toBeGreaterThanOrEqual(0.9);
  });

  test("leaves no protected number that the rule cannot keep open", () => {
    expect(releases.get(id)!.tally).toMatchObject({ implied: 0 });
  });

  test("hides fewer cells for others that would have been shown than need protection", () => {
    const { complementary, primary } = releases.get(id)!.tally;
    expect(complementary).toBeLessThanOrEqual(primary);
  });
});
