import type { ResponseUpload } from "@tiltas/contract/responses";
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
  const isAs = (item: string, value: unknown) => isSame(answers[item] ?? [], value);
  return [
    ...Object.entries(given).flatMap(([item, value]) =>
      isAs(item, value) ? [] : [{ path: item, reason: "not-as-given" }],
    ),
    ...Object.entries(drawn).flatMap(([item, codes]) =>
      isAs(item, codes) || isAs(item, []) ? [] : [{ path: item, reason: "not-as-drawn" }],
    ),
  ];
}

/** One code, or the same codes in the same order. */
function isSame(answer: unknown, filled: unknown): boolean {
  if (!Array.isArray(answer) || !Array.isArray(filled)) return answer === filled;
  return answer.length === filled.length && answer.every((code, at) => code === filled[at]);
}
