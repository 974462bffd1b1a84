import {
  type Case,
  type CaseAssignment,
  type CaseOrder,
  Disposition,
  type StaffCase,
} from "@tiltas/contract/devices";
import { Refusal } from "@tiltas/contract/problems";
import type { CaseRecord, PersonRecord, Store } from "@tiltas/store/port";
import type { z } from "zod";
import { worksIn } from "../access/scope.ts";
import { refusePlace } from "../codes/places.ts";
import type { Waves } from "../fieldwork/waves.ts";

export interface CasesNeeds {
  readonly store: Pick<Store, "addCases" | "listCases" | "assignCases" | "findDevice">;
  readonly waves: Pick<Waves, "existing">;
  readonly places: ReadonlySet<string>;
  readonly newId: () => string;
}

export interface Cases {
  list(person: PersonRecord, wave: string): Promise<StaffCase[]>;
  /** All of them or none. @returns the cases of the wave that the person sees */
  add(person: PersonRecord, wave: string, order: z.infer<typeof CaseOrder>): Promise<StaffCase[]>;
  assign(person: PersonRecord, wave: string, order: z.infer<typeof CaseAssignment>): Promise<StaffCase[]>;
}

export function createCases(needs: CasesNeeds): Cases {
  const { store, waves, places, newId } = needs;
  const list = async (person: PersonRecord, wave: string) => {
    await waves.existing(wave);
    return (await store.listCases(wave))
      .filter(({ municipality }) => worksIn(person, municipality))
      .map(staffCase);
  };
  return {
    list,
    async add(person, wave, { device, cases }) {
      await waves.existing(wave);
      for (const { municipality } of cases) refusePlace(person, municipality, places);
      refuseTwice(cases);
      if (device !== null) await refuseDevice(store, person, wave, device);
      const added = cases.map((one) => ({ ...one, id: newId(), wave, device, disposition: "open" }));
      const known = await store.addCases(added);
      if (known.length > 0) throw alreadyThere(cases, known);
      return list(person, wave);
    },
    async assign(person, wave, { cases, device }) {
      const seen = new Set((await list(person, wave)).map(({ id }) => id));
      if (!cases.every((id) => seen.has(id)))
        throw new Refusal("not-found", "There is no such case in this wave.");
      if (device !== null) await refuseDevice(store, person, wave, device);
      await store.assignCases({ wave, cases, device });
      return list(person, wave);
    },
  };
}

/** A case as a tablet sees it. */
export function shownCase({ id, number, municipality, language, disposition }: CaseRecord): Case {
  return { id, number, municipality, language, disposition: Disposition.parse(disposition) };
}

const staffCase = (one: CaseRecord): StaffCase => ({ ...shownCase(one), device: one.device });

/** Work goes only to a tablet of the same wave that the person may manage and that is not revoked. */
async function refuseDevice(
  store: CasesNeeds["store"],
  person: PersonRecord,
  wave: string,
  id: string,
): Promise<void> {
  const device = await store.findDevice(id);
  const isFit = device?.wave === wave && device.revokedAt === null && worksIn(person, device.municipality);
  if (!isFit) throw new Refusal("not-found", "There is no tablet with this identity in this wave.");
}

type Numbered = z.infer<typeof CaseOrder>["cases"];

/** Two rows of one list with one number cannot both be meant. */
function refuseTwice(cases: Numbered): void {
  const seen = new Set<string>();
  const errors = cases.flatMap(({ municipality, number }, at) => {
    const identity = `${municipality}/${number}`;
    if (!seen.has(identity)) {
      seen.add(identity);
      return [];
    }
    return [{ path: `/cases/${at}/number`, message: "stands in the list twice" }];
  });
  if (errors.length > 0)
    throw new Refusal("invalid-request", "A number stands in the list twice.", { errors });
}

function alreadyThere(cases: Numbered, known: readonly string[]): Refusal {
  const errors = cases.flatMap(({ number }, at) =>
    known.includes(number) ? [{ path: `/cases/${at}/number`, message: "is in the wave already" }] : [],
  );
  return new Refusal("invalid-request", "Some of these numbers are in the wave already; nothing was added.", {
    errors: errors.slice(0, 20),
  });
}
