import { ResponseUpload } from "@tiltas/contract/responses";
import type { SimulatedResponse } from "@tiltas/instrument/simulation";
import { contentHash } from "@tiltas/instrument/versions";
import type { WaveRecord } from "@tiltas/store/port";
import type { PublishedInstrument } from "../instruments/instruments.ts";
import type { Intake } from "../responses/intake.ts";
import type { Making } from "./files.ts";
import { inventPeople } from "./people.ts";
import type { PlannedWave } from "./waves.ts";

const hour = 3_600_000;
/** Responses under way at once. */
const batch = 100;
const progressEvery = 1_000;

interface Needs {
  readonly intake: Intake;
  readonly published: PublishedInstrument;
  readonly wave: WaveRecord;
  readonly planned: PlannedWave;
  readonly making: Making;
  readonly say: (line: string) => void;
}

/**
 * Sends the synthetic respondents of a wave through the same door as everybody, in the order in which they are made
 * to have answered. Times come from the seed, so that every demonstration has the same workbook.
 */
export async function sendRespondents(needs: Needs): Promise<void> {
  const { intake, wave, planned, say } = needs;
  say(`Making ${planned.respondents} synthetic respondents of the wave ${wave.id} …`);
  const arrivals = arrivalsOf(needs);
  for (let sent = 0; sent < arrivals.length; sent += batch) {
    await Promise.all(
      arrivals.slice(sent, sent + batch).map(({ upload, time }) => intake.receive(upload, time)),
    );
    if (sent > 0 && sent % progressEvery === 0) say(`  ${sent} have answered`);
  }
}

interface Arrival {
  readonly upload: ResponseUpload;
  readonly time: Date;
}

function arrivalsOf({ published, wave, planned, making }: Needs): Arrival[] {
  const people = inventPeople(planned, making, published.instrument);
  return [...people]
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
    channel: wave.sample === "open" ? channel : null,
  });
}

function consentsIn(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map(String) : [];
}
