import { Refusal } from "@tiltas/contract/problems";
import type { Store, StudyRecord, WaveRecord } from "@tiltas/store/port";
import { lookedUp } from "./looked-up.ts";

export interface Waves {
  find(id: string): Promise<WaveRecord | undefined>;
  /** The wave. @throws wave-unknown */
  existing(id: string): Promise<WaveRecord>;
  /** Between its two dates, both included, in Lithuania. */
  isOpen(wave: WaveRecord): boolean;
  study(wave: WaveRecord): Promise<StudyRecord>;
  list(): Promise<readonly WaveRecord[]>;
}

export function createWaves(needs: {
  store: Pick<Store, "findWave" | "listWaves" | "findStudy">;
  clock: () => Date;
}): Waves {
  const { store, clock } = needs;
  const looked = lookedUp<WaveRecord>(clock);
  const find = (id: string) => looked(id, () => store.findWave(id));
  return {
    find,
    async existing(id) {
      const wave = await find(id);
      if (wave) return wave;
      throw new Refusal("wave-unknown", "There is no wave with this name on this server. Check the link.");
    },
    isOpen(wave) {
      const today = dayInLithuania(clock());
      return wave.opens <= today && today <= wave.closes;
    },
    async study(wave) {
      const study = await store.findStudy(wave.study);
      if (!study) throw new Error("A wave belongs to no study.");
      return study;
    },
    list: () => store.listWaves(),
  };
}

const lithuanian = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Vilnius", dateStyle: "short" });
const minute = 60_000;
let latest = { minute: Number.NaN, day: "" };

/** The calendar day in Europe/Vilnius, `YYYY-MM-DD`; within one minute it is looked up once. */
export function dayInLithuania(time: Date): string {
  const now = Math.floor(time.getTime() / minute);
  if (now !== latest.minute) latest = { minute: now, day: lithuanian.format(time) };
  return latest.day;
}
