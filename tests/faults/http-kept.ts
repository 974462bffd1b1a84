import { contentHash } from "@tiltas/instrument/versions";
import { openReader, type Place } from "@tiltas/store/open";
import type { Acknowledged } from "./http-clients.ts";

/** What became of the acknowledged responses. */
export async function lookUp(place: Place, { hashes }: Pick<Acknowledged, "hashes">) {
  const kept = new Map<string, number>();
  const altered: string[] = [];
  const reader = await openReader(place);
  for await (const { responseId, instrument, parent, consent, answers, hash } of reader.responsesOfWave(
    "autumn",
  )) {
    kept.set(responseId, (kept.get(responseId) ?? 0) + 1);
    const actual = contentHash({
      instrument,
      parent,
      consent: JSON.parse(consent),
      answers: JSON.parse(answers),
    });
    if (actual !== hash || (hashes.get(responseId) ?? hash) !== hash) altered.push(responseId);
  }
  await reader.close();
  const lost = [...hashes.keys()].filter((id) => !kept.has(id));
  const doubled = [...kept].filter(([, times]) => times > 1).map(([id]) => id);
  return { lost, doubled, altered };
}
