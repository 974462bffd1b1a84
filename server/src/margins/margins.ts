import type { MarginsCheck, MarginsFile, MarginsShown } from "@tiltas/contract/margins";
import { Refusal } from "@tiltas/contract/problems";
import { sha256 } from "@tiltas/instrument/versions";
import type { Place } from "@tiltas/store/open";
import type { AccessStore, Store } from "@tiltas/store/port";
import { emailsOf } from "../access/emails.ts";
import type { Compute } from "../computing/task.ts";
import type { Waves } from "../fieldwork/waves.ts";

export interface MarginsNeeds {
  readonly store: Pick<Store, "uploadMargins" | "marginsUploads" | "findWave">;
  readonly access: Pick<AccessStore, "findPerson">;
  readonly waves: Pick<Waves, "existing">;
  readonly compute: Compute;
  readonly place: Place;
  readonly clock: () => Date;
}

export interface Margins {
  /** What weighting would make of a file; nothing is kept. */
  check(wave: string, file: MarginsFile): Promise<MarginsCheck>;
  /** Keeps a file that can be used; weights are made from it from now on. @throws margins-refused */
  keep(wave: string, file: MarginsFile, person: string): Promise<MarginsShown>;
  shown(wave: string): Promise<MarginsShown>;
}

/** Known totals of a population, as somebody brings them for a wave. */
export function createMargins(needs: MarginsNeeds): Margins {
  const { store, waves, compute, place, clock } = needs;
  const check = (wave: string, csv: string) => compute({ kind: "check-margins", place, wave, csv });
  const shown = async (wave: string): Promise<MarginsShown> => {
    await waves.existing(wave);
    const kept = (await store.findWave(wave))?.margins ?? null;
    const uploads = await store.marginsUploads(wave);
    const emails = await emailsOf(
      needs.access,
      uploads.map(({ by }) => by),
    );
    const told = uploads.map(({ name, digest, by, at }) => ({
      name,
      digest,
      by: emails.get(by) ?? "",
      at: at.toISOString(),
    }));
    if (!kept) return { current: null, earlier: told };
    const [latest, ...rest] = told;
    const isTheirs = latest?.digest === kept.digest;
    const { name, by, at } = isTheirs ? latest : { name: null, by: null, at: null };
    return {
      current: { digest: kept.digest, name, by, at, check: await check(wave, kept.csv) },
      earlier: isTheirs ? rest : told,
    };
  };
  return {
    async check(wave, { csv }) {
      await waves.existing(wave);
      return check(wave, csv);
    },
    async keep(wave, { name, csv }, person) {
      await waves.existing(wave);
      const { usable, problems } = await check(wave, csv);
      if (!usable) throw refused(problems);
      await store.uploadMargins({ wave, name, csv, digest: sha256(csv), by: person, at: clock() });
      return shown(wave);
    },
    shown,
  };
}

const refused = (problems: MarginsCheck["problems"]) =>
  new Refusal("margins-refused", "Correct what is named in the file and send it again.", {
    errors: problems.map(({ line, sentence }) => ({
      path: line === null ? "/csv" : `/csv/line/${line}`,
      message: sentence.en,
    })),
  });
