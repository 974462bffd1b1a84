import { Refusal } from "@tiltas/contract/problems";
import type { Store, StudyRecord, WaveRecord } from "@tiltas/store/port";

export interface Waves {
  find(id: string): Promise<WaveRecord | undefined>;
  /** The wave. @throws wave-unknown */
  existing(id: string): Promise<WaveRecord>;
  /** Between its two dates, both included, in Lithuania. */
  isOpen(wave: WaveRecord): boolean;
  study(wave: WaveRecord): Promise<StudyRecord>;
  list(): Promise<readonly WaveRecord[]>;
}

/** How long a wave may be served as it was, milliseconds; another server on the same database may change it. */
const freshFor = 5_000;

export function createWaves(needs: {
  store: Pick<Store, "findWave" | "listWaves" | "findStudy">;
  clock: () => Date;
}): Waves {
  const { store, clock } = needs;
  const kept = new Map<string, { wave: WaveRecord; until: number }>();
  const find = async (id: string) => {
    const now = clock().getTime();
    const known = kept.get(id);
    if (known && now < known.until && now >= known.until - freshFor) return known.wave;
    const wave = await store.findWave(id);
    if (wave) kept.set(id, { wave, until: now + freshFor });
    else kept.delete(id);
    return wave;
  };
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
