import type { ResponseUpload } from "@tiltas/contract/responses";
import { canonicalJson } from "@tiltas/instrument/versions";
import type { WaveRecord } from "@tiltas/store/port";
import type { PublishedInstrument } from "../instruments/instruments.ts";
import type { StoredFinding } from "./findings.ts";

/**
 * What was not filled in as the application fills it in: given items that contradict the wave or the envelope (no
 * sensitive question without its consent), and draws that chance did not make. The response id is the seed, so the draw
 * can be made again; none at all is what an interview that ended early has.
 */
export function filledFindings(
  { draws }: Pick<PublishedInstrument, "draws">,
  { form, sample, stage }: Pick<WaveRecord, "form" | "sample" | "stage">,
  { responseId, mode, consent, answers }: ResponseUpload,
): StoredFinding[] {
  const given = draws.given({ mode, form, sample, stage, consents: consent.given ?? [] });
  const drawn = draws.draw(responseId, answers);
  const isAs = (item: string, value: unknown) => canonicalJson(answers[item] ?? []) === canonicalJson(value);
  return [
    ...Object.entries(given).flatMap(([item, value]) =>
      isAs(item, value) ? [] : [{ path: item, reason: "not-as-given" }],
    ),
    ...Object.entries(drawn).flatMap(([item, codes]) =>
      isAs(item, codes) || isAs(item, []) ? [] : [{ path: item, reason: "not-as-drawn" }],
    ),
  ];
}
