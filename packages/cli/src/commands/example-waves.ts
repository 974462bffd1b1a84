import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { type InstrumentFolder, readInstrumentFolder } from "@tiltas/store/folders";
import { openStore } from "@tiltas/store/open";
import type { NewResponse, Store } from "@tiltas/store/port";
import { standardPlanFolder } from "../exports/index.ts";

const instruments = join(import.meta.dirname, "../../../../instruments");
const margins = marginsOf(["total", "citizenship-by-sex", "residence-ground", "municipality"]);

/** Margins that the weights of the demonstration meet. */
function marginsOf(named: readonly string[]): string {
  const [header, ...lines] = readFileSync(join(instruments, "demonstration-margins.csv"), "utf8").split("\n");
  return [header, ...lines.filter((line) => named.includes(line.split(",")[0] ?? "")), ""].join("\n");
}

/** HMAC of the receipt code of an invented respondent. */
export const receiptOf = (wave: string, person: number): string => sha256(`receipt ${wave} ${person}`);

export interface InventedWaves {
  /** One more answer to the autumn wave. */
  oneMore(): Promise<void>;
}

/** Two waves of invented people in a data folder: spring on version 1.0.0, autumn on 1.1.0. */
export async function inventedWaves(folder: string, respondents: number): Promise<InventedWaves> {
  const store = await openStore({ folder });
  const { oneMore } = await inventWaves(store, respondents);
  await store.close();
  return {
    async oneMore() {
      const again = await openStore({ folder });
      await oneMore(again);
      await again.close();
    },
  };
}

/** The same in a store that is open. */
export async function inventWaves(store: Store, respondents: number, receipts: Receipts = receiptOf) {
  await store.saveStudy({ id: "study", title: { lt: "Tyrimas", en: "Study" }, synthetic: true });
  const [before, now] = [await published(store, "1.0.0"), await published(store, "1.1.0")];
  const spring = { id: "spring", opens: "2026-03-01", closes: "2026-04-30" };
  await receive(store, before, spring, invented(before, spring.id, respondents, 5, receipts));
  await receive(store, now, autumn, invented(now, autumn.id, respondents, 6, receipts));
  return {
    async oneMore(into: Store) {
      for (const response of invented(now, autumn.id, 1, 99, () => sha256("late")))
        await into.receive(response);
    },
  };
}

/** HMAC of the receipt code of an invented respondent, by wave, place and response. */
type Receipts = (wave: string, person: number, responseId: string) => string;

const autumn = { id: "autumn", opens: "2026-09-01", closes: "2026-10-31" };

async function published(store: Store, version: string): Promise<InstrumentFolder> {
  const folder = readInstrumentFolder(join(instruments, "tcn-integration", version));
  const { id } = folder.manifest;
  await store.publishInstrument({ digest: folder.digest, id, version, files: folder.files });
  return folder;
}

async function receive(
  store: Store,
  instrument: InstrumentFolder,
  wave: { readonly id: string; readonly opens: string; readonly closes: string },
  responses: readonly NewResponse[],
): Promise<void> {
  await store.saveWave({
    ...wave,
    study: "study",
    title: { lt: `Banga „${wave.id}“`, en: `Wave ${wave.id}` },
    instrument: instrument.digest,
    earlierInstruments: [],
    notice: 1,
    indicators: 1,
    languages: ["lt", "en"],
    modes: ["web"],
    sample: "register",
    margins: { csv: margins, digest: sha256(margins) },
  });
  await Promise.all(responses.map((one) => store.receive(one)));
}

function invented(
  folder: InstrumentFolder,
  wave: string,
  respondents: number,
  seed: number,
  receipts: Receipts,
): NewResponse[] {
  const instrument = readInstrument(folder);
  const people = simulate({ instrument, margins: readCsv(margins).rows, respondents, seed });
  return [...people].map(({ responseId, language, mode, answers }, i) => ({
    responseId,
    revision: 1,
    parent: null,
    instrument: folder.digest,
    wave,
    consent: "{}",
    answers: canonicalJson(answers),
    hash: sha256(canonicalJson(answers)),
    language,
    mode,
    channel: null,
    municipality: null,
    findings: "[]",
    receivedAt: new Date(Date.UTC(2026, 9, 1, 8, 0, i)),
    receipt: receipts(wave, i, responseId),
  }));
}

/** The standard plan, but for strata without which nothing is said of the country: few invented people live there. */
export function writePlan(folder: string): void {
  cpSync(standardPlanFolder, folder, { recursive: true });
  const file = join(folder, "weighting.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), required: [] }));
}
