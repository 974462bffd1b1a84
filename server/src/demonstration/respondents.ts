import { ResponseUpload } from "@tiltas/contract/responses";
import { readCsv } from "@tiltas/formats/tables";
import { type SimulatedResponse, simulate } from "@tiltas/instrument/simulation";
import { contentHash } from "@tiltas/instrument/versions";
import type { Store, WaveRecord } from "@tiltas/store/port";
import type { PublishedInstrument } from "../instruments/instruments.ts";
import type { Intake } from "../responses/intake.ts";

const respondents = 2_600;
const seed = 2026;
const hour = 3_600_000;
/** Responses under way at once. */
const batch = 100;

interface Needs {
  readonly store: Pick<Store, "countResponses">;
  readonly intake: Intake;
  readonly published: PublishedInstrument;
  readonly wave: WaveRecord;
  readonly say: (line: string) => void;
}

/**
 * Sends the synthetic respondents of the demonstration through the same door as everybody, in the order in which
 * they are made to have answered. Times come from the seed, so that every demonstration has the same workbook.
 */
export async function sendRespondents({ store, intake, published, wave, say }: Needs): Promise<void> {
  if ((await store.countResponses(wave.id)) >= respondents) return;
  say(`Making ${respondents} synthetic respondents …`);
  const arrivals = arrivalsOf(published, wave);
  for (let sent = 0; sent < arrivals.length; sent += batch) {
    await Promise.all(
      arrivals.slice(sent, sent + batch).map(({ upload, time }) => intake.receive(upload, time)),
    );
  }
  say("The synthetic respondents have answered.");
}

interface Arrival {
  readonly upload: ResponseUpload;
  readonly time: Date;
}

function arrivalsOf(published: PublishedInstrument, wave: WaveRecord): Arrival[] {
  const margins = wave.margins ? readCsv(wave.margins.csv).rows : [];
  const people = [...simulate({ instrument: published.instrument, margins, respondents, seed })];
  return people
    .sort((a, b) => a.consentHour - b.consentHour)
    .map((person, at) => {
      const consented = Date.parse(`${wave.opens}T00:00:00Z`) + person.consentHour * hour;
      return {
        upload: uploadOf(person, published, wave, new Date(consented)),
        time: new Date(consented + ((at % 59) + 1) * 60_000),
      };
    });
}

function uploadOf(
  person: SimulatedResponse,
  published: PublishedInstrument,
  wave: WaveRecord,
  consented: Date,
): ResponseUpload {
  const { responseId, language, mode, channel, answers } = person;
  const { digest: noticeDigest, notice } =
    published.notices.find(({ number }) => number === wave.notice) ?? {};
  const item = published.drawing.given.find(({ field }) => field === "consents")?.item;
  const offered = notice?.consents?.map(({ id }) => id);
  const given = offered && (item === undefined ? offered : consentsIn(answers[item])).sort();
  const consent = {
    notice: wave.notice,
    noticeDigest,
    language,
    time: consented.toISOString().replace(".000", ""),
    ...(given ? { given } : {}),
  };
  const content = { instrument: wave.instrument, parent: null, consent, answers };
  return ResponseUpload.parse({
    ...content,
    responseId,
    revision: 1,
    wave: wave.id,
    hash: contentHash(content),
    language,
    mode,
    channel,
  });
}

function consentsIn(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map(String) : [];
}
