import type { StudyParticulars } from "@tiltas/instrument/definition";
import type { NewResponse, Store, WaveRecord } from "../port/index.ts";

export const digest = "a".repeat(64);

/** A wave of a study with one published instrument, as small as it can be. */
export const aWave = (more: Partial<WaveRecord> = {}): WaveRecord => ({
  id: "spring",
  study: "integration",
  title: { lt: "Pavasaris", en: "Spring" },
  instrument: digest,
  earlierInstruments: [],
  notice: 1,
  indicators: 1,
  languages: ["lt", "uk"],
  modes: ["web"],
  form: "short",
  sample: "open",
  stage: "pilot",
  opens: "2026-03-01",
  closes: "2026-05-31",
  margins: null,
  ...more,
});

/** What a study tells everybody who is asked, in one language. */
export const someParticulars: StudyParticulars = {
  controller: { lt: "Ministerija" },
  legalBasis: { lt: "Sutikimas" },
  recipients: { lt: "Niekas" },
  retention: { lt: "6 mėnesiai" },
  dataProtectionContact: { lt: "dap@tyrimas.example" },
  contact: { lt: "tyrimas@tyrimas.example" },
  noEffect: { lt: "Leidimui įtakos nėra" },
};

export async function openWave(store: Store, more: Partial<WaveRecord> = {}): Promise<void> {
  const files = { "manifest.json": "{}", "questionnaire.json": '{"pages":[]}' };
  await store.publishInstrument({ digest, id: "tiny", version: "0.1.0", files });
  await store.saveStudy({ id: "integration", title: { en: "Integration" }, synthetic: true });
  await store.saveWave(aWave(more));
}

/** A response with content that follows from its hash, so that a test can tell two contents apart. */
export function aResponse(more: Partial<NewResponse> = {}): NewResponse {
  const hash = more.hash ?? "hash-1";
  return {
    responseId: "00000000-0000-4000-8000-000000000001",
    revision: 1,
    parent: null,
    instrument: digest,
    wave: "spring",
    consent: '{"notice":1}',
    answers: `{"b":1.0,"a":"${hash} ąčę Ї 🙂"}`,
    hash,
    language: "uk",
    mode: "web",
    channel: null,
    municipality: "13",
    findings: "[]",
    changes: null,
    receivedAt: new Date("2026-03-02T08:15:30.123Z"),
    ...more,
  };
}

/** The id of the n-th respondent's response. */
export function idOf(respondent: number): string {
  return `00000000-0000-4000-8000-${String(respondent).padStart(12, "0")}`;
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
