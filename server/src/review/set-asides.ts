import { Refusal } from "@tiltas/contract/problems";
import type { SetAside, SetAsidePreview, SetAsideQuestion, SetAsideShown } from "@tiltas/contract/reviews";
import type { Place } from "@tiltas/store/open";
import type { AccessStore, SetAsideRecord, Store } from "@tiltas/store/port";
import type { LookInto } from "./task.ts";

export interface SetAsidesNeeds {
  readonly store: Pick<Store, "findWave" | "setAside" | "liftSetAside" | "setAsidesOf">;
  readonly access: Pick<AccessStore, "findPerson">;
  readonly place: Place;
  readonly analysisFolder: string;
  readonly lookInto: LookInto;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** Channels and periods that estimates leave out until that is lifted; nothing is deleted. */
export interface SetAsides {
  list(wave: string): Promise<SetAsideShown[]>;
  preview(wave: string, question: SetAsideQuestion): Promise<SetAsidePreview>;
  decide(wave: string, decision: SetAside, person: string): Promise<SetAsideShown[]>;
  lift(wave: string, id: string): Promise<SetAsideShown[]>;
}

export function createSetAsides(needs: SetAsidesNeeds): SetAsides {
  const { store, place, analysisFolder, lookInto, clock, newId } = needs;
  const list = async (wave: string) => {
    if (!(await store.findWave(wave))) throw unknownWave();
    return Promise.all((await store.setAsidesOf(wave)).map((record) => shown(needs, record)));
  };
  return {
    list,
    async preview(wave, question) {
      if (!(await store.findWave(wave))) throw unknownWave();
      return lookInto.preview({ place, wave, analysisFolder, without: question });
    },
    async decide(wave, { channel, from, until, reason }, person) {
      const period = { from: new Date(from), until: new Date(until) };
      const record = { id: newId(), wave, channel, ...period, reason, by: person, at: clock() };
      if (!(await store.setAside({ ...record, liftedAt: null }))) throw unknownWave();
      return list(wave);
    },
    async lift(wave, id) {
      if (!(await store.liftSetAside({ id, wave, at: clock() }))) throw notHolding();
      return list(wave);
    },
  };
}

async function shown(
  { access }: SetAsidesNeeds,
  { id, channel, from, until, reason, by, at, liftedAt }: SetAsideRecord,
): Promise<SetAsideShown> {
  return {
    id,
    channel,
    from: from.toISOString(),
    until: until.toISOString(),
    reason,
    by: (await access.findPerson(by))?.email ?? "",
    at: at.toISOString(),
    liftedAt: liftedAt?.toISOString() ?? null,
  };
}

const unknownWave = () => new Refusal("wave-unknown", "There is no wave with this name on this server.");
const notHolding = () => new Refusal("not-found", "Nothing is set aside under this identity any more.");
