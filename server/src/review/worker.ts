import type { SetAsidePreview } from "@tiltas/contract/reviews";
import { openReader } from "@tiltas/store/open";
import { lookForFlags } from "./flags.ts";
import { previewOf } from "./preview.ts";
import type { Flags, ReviewTask } from "./task.ts";

/** Runs in a worker thread. */
export default async function lookIntoWave({
  without,
  ...asked
}: ReviewTask): Promise<Flags | SetAsidePreview> {
  const { place, wave } = asked;
  const reader = await openReader(place);
  try {
    return without === null
      ? await lookForFlags(place, reader, wave)
      : await previewOf(reader, { ...asked, without });
  } finally {
    await reader.close();
  }
}
