import type { ParadataBatch, ParadataEvent } from "@tiltas/contract/paradata";
import { Refusal } from "@tiltas/contract/problems";
import type { ParadataStore, Store } from "@tiltas/store/port";
import type { Waves } from "../fieldwork/waves.ts";
import type { Instruments, PublishedInstrument } from "../instruments/instruments.ts";

export interface ParadataNeeds {
  readonly store: Pick<Store, "findReceived">;
  readonly paradata: ParadataStore;
  readonly waves: Pick<Waves, "find">;
  readonly instruments: Instruments;
  readonly clock: () => Date;
}

export interface Paradata {
  /** Keeps one batch of a response that is kept; the same batch again changes nothing. */
  keep(batch: ParadataBatch): Promise<void>;
  /** Removes paradata of responses that are not kept any more: what a failure left behind, or a batch that came too late. */
  settle(): Promise<void>;
}

/** Paradata are taken of kept responses only, so that no stranger fills the disk and nothing is left of a withdrawn one. */
export function createParadata(needs: ParadataNeeds): Paradata {
  const { store, paradata, waves, instruments, clock } = needs;
  return {
    async keep({ responseId, wave, instrument, batch, events }) {
      const response = (await waves.find(wave)) && (await store.findReceived(responseId, 1));
      if (response?.wave !== wave) throw unknownResponse();
      const published = await instruments.find(instrument);
      if (!published) throw unknownInstrument();
      const receivedOn = clock().toISOString().slice(0, 10);
      const known = events.map((event) => withKnownNames(event, namesOf(published)));
      await paradata.keep({
        responseId,
        wave,
        instrument,
        batch,
        receivedOn,
        events: JSON.stringify(known),
      });
    },
    async settle() {
      let after = "";
      for (;;) {
        const ids = await paradata.responsesAfter(after, pageSize);
        const last = ids.at(-1);
        if (last === undefined) return;
        const kept = await Promise.all(ids.map((id) => store.findReceived(id, 1)));
        await paradata.forget(ids.filter((_, i) => kept[i] === undefined));
        after = last;
      }
    },
  };
}

const pageSize = 200;

interface Names {
  readonly pages: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}
const read = new WeakMap<PublishedInstrument, Names>();

function namesOf(published: PublishedInstrument): Names {
  const { pages, items } = published.instrument;
  const names = read.get(published) ?? {
    pages: new Set(pages.map(({ name }) => name)),
    items: new Set(items.flatMap(({ name, valueName }) => [name, valueName ?? name])),
  };
  read.set(published, names);
  return names;
}

/** Only what the questionnaire itself calls its pages and items is kept: no words of a person slip in as a name. */
function withKnownNames({ page, item, ...event }: ParadataEvent, { pages, items }: Names): ParadataEvent {
  return {
    ...event,
    ...(page !== undefined && pages.has(page) ? { page } : {}),
    ...(item !== undefined && items.has(item) ? { item } : {}),
  };
}

const unknownResponse = () => new Refusal("not-found", "Paradata are taken of responses that are kept here.");
const unknownInstrument = () =>
  new Refusal("instrument-unknown", "This server does not know this version of the questionnaire.");
