import { Mode } from "@tiltas/contract/responses";
import type { SealingKey } from "@tiltas/contract/sealing";
import type { BandedCount, PublicWave, WaveDetail, WaveSummary } from "@tiltas/contract/waves";
import {
  filledNotice,
  type Notice,
  particularsIn,
  type StudyParticulars,
} from "@tiltas/instrument/definition";
import type { Store, StudyRecord, WaveRecord } from "@tiltas/store/port";
import type { Instruments } from "../instruments/instruments.ts";
import { lookedUp } from "./looked-up.ts";
import type { Municipality } from "./municipalities.ts";
import type { Waves } from "./waves.ts";

export interface ProgressNeeds {
  readonly store: Pick<Store, "countResponses" | "dailyCounts">;
  readonly waves: Waves;
  readonly instruments: Instruments;
  readonly municipalities: readonly Municipality[];
  /** Where finished responses are sealed to. */
  readonly keys: { of(study: string): Promise<SealingKey> };
  readonly clock: () => Date;
  /** Origin of the links that respondents open. */
  readonly origin: () => string;
}

/** What people see of a wave: respondents its invitation, staff its progress. */
export interface Progress {
  publicWave(id: string): Promise<PublicWave>;
  summaries(): Promise<WaveSummary[]>;
  /** `municipality`: the only one that the person asking may see; null for the whole country. */
  detail(id: string, municipality: string | null): Promise<WaveDetail>;
}

export function createProgress(needs: ProgressNeeds): Progress {
  const { waves, store, clock } = needs;
  const studyLookedUp = lookedUp<StudyRecord>(clock);
  /** Every visit asks for it: made once for a wave and its study as they were read, and again when it opens or closes. */
  const invitations = new WeakMap<WaveRecord, { study: StudyRecord | undefined; shown: PublicWave }>();
  return {
    async publicWave(id) {
      const wave = await waves.existing(id);
      const study = await studyLookedUp(wave.study, () => waves.study(wave));
      const known = invitations.get(wave);
      if (known?.study === study && known?.shown.open === waves.isOpen(wave)) return known.shown;
      const shown = await publicWave(needs, wave);
      invitations.set(wave, { study, shown });
      return shown;
    },
    async summaries() {
      return Promise.all((await waves.list()).map((wave) => summary(needs, wave)));
    },
    async detail(id, municipality) {
      const wave = await waves.existing(id);
      const day = clock().toISOString().slice(0, 10);
      const byMunicipality = await store.dailyCounts(id, "municipality", day);
      const byLanguage = await store.dailyCounts(id, "language", day);
      return {
        ...(await summary(needs, wave)),
        responses: await store.countResponses(id),
        bandsOf: byMunicipality.day,
        byMunicipality: bandsOfMunicipalities(needs.municipalities, byMunicipality.counts, municipality),
        byLanguage: municipality === null ? bandsOfLanguages(wave.languages, byLanguage.counts) : [],
        link: `${needs.origin()}/w/${encodeURIComponent(id)}`,
      };
    },
  };
}

async function publicWave(
  { waves, instruments, keys }: ProgressNeeds,
  wave: WaveRecord,
): Promise<PublicWave> {
  const { synthetic, particulars } = await waves.study(wave);
  const published = await instruments.find(wave.instrument);
  const notice = published?.notices.find(({ number }) => number === wave.notice);
  if (!published || !notice) throw new Error("A wave names a notice that its instrument does not hold.");
  return {
    id: wave.id,
    title: { ...wave.title },
    synthetic,
    open: waves.isOpen(wave),
    languages: [...wave.languages],
    modes: wave.modes.filter(isMode),
    form: wave.form,
    sample: wave.sample,
    stage: wave.stage,
    instrument: wave.instrument,
    notice: noticeToRead(notice.notice, particulars),
    noticeDigest: notice.digest,
    help: published.help ?? null,
    municipalityItems: [...published.municipalityItems],
    sealingKey: await keys.of(wave.study),
  };
}

/** Nobody is asked to consent to a text with gaps. */
function noticeToRead(notice: Notice, told: StudyParticulars | null): Notice {
  if (told !== null) return filledNotice(notice, told);
  if (particularsIn(notice).length === 0) return notice;
  throw new Error("A wave has a notice whose places its study does not fill.");
}

function isMode(mode: string): mode is PublicWave["modes"][number] {
  return Mode.safeParse(mode).success;
}

async function summary({ waves, instruments }: ProgressNeeds, wave: WaveRecord): Promise<WaveSummary> {
  const study = await waves.study(wave);
  const published = await instruments.find(wave.instrument);
  if (!published) throw new Error("A wave names an instrument that is not published.");
  const { id, version } = published.instrument.manifest;
  return {
    id: wave.id,
    study: study.id,
    studyTitle: { ...study.title },
    title: { ...wave.title },
    synthetic: study.synthetic,
    opens: wave.opens,
    closes: wave.closes,
    open: waves.isOpen(wave),
    languages: [...wave.languages],
    instrument: { id, version, digest: wave.instrument },
  };
}

type Counts = readonly { readonly code: string; readonly count: number }[];

/** Every municipality that the person may see, those without responses included. */
function bandsOfMunicipalities(
  all: readonly Municipality[],
  counts: Counts,
  only: string | null,
): BandedCount[] {
  const seen = only === null ? all : all.filter(({ code }) => code === only);
  return seen.map(({ code, label }) => band(code, { ...label }, counts));
}

/** Only what the wave offers: any other code was made up by whoever sent it, and such responses are flagged. */
function bandsOfLanguages(languages: readonly string[], counts: Counts): BandedCount[] {
  return languages.map((code) =>
    band(code, { lt: languageName("lt", code), en: languageName("en", code) }, counts),
  );
}

function languageName(inLanguage: string, code: string): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(code) ?? code;
}

/** Counts leave the server only as bands of ten: 0–9, 10–19, … */
function band(code: string, label: Record<string, string>, counts: Counts): BandedCount {
  const count = counts.find((row) => row.code === code)?.count ?? 0;
  const from = Math.floor(count / 10) * 10;
  return { code, label, from, to: from + 9 };
}
