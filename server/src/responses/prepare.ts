import type { Store } from "@tiltas/store/port";
import { createWaves } from "../fieldwork/waves.ts";
import type { Instruments } from "../instruments/instruments.ts";
import type { Plans } from "../instruments/plans.ts";
import type { SealingKeys } from "./keys.ts";

/**
 * Before the first person comes: makes the keys of open waves, so that they are in the first backup, and begins to
 * compile their plans, for which that person would otherwise wait.
 */
export async function prepareOpenWaves(needs: {
  store: Store;
  instruments: Instruments;
  plans: Plans;
  keys: Pick<SealingKeys, "of">;
  clock: () => Date;
}): Promise<void> {
  const { instruments, plans, keys } = needs;
  const waves = createWaves(needs);
  for (const wave of (await waves.list()).filter((wave) => waves.isOpen(wave))) {
    await keys.of(wave.study);
    const published = await instruments.find(wave.instrument);
    if (published) void plans.of(published);
  }
}
