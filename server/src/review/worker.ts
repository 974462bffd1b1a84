import type { SetAsidePreview } from "@tiltas/contract/reviews";
import { openReader } from "@tiltas/store/open";
import { lookForFlags } from "./flags.ts";
import { previewOf } from "./preview.ts";
import type { Flags, ReviewTask } from "./task.ts";

/** Runs in a worker thread. */
export default async function lookIntoWave({
  place,
  wave,
  without,
}: ReviewTask): Promise<Flags | SetAsidePreview> {
  const reader = await openReader(place);
  try {
    return without === null
      ? await lookForFlags(place, reader, wave)
      : await previewOf(reader, wave, without);
  } finally {
    await reader.close();
  }
}
