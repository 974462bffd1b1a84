import type { LightState } from "@tiltas/instrument/page";
import type { Draft } from "../device/draft.ts";

/** An interview begins: its draft, with the record of the consent (which notice, in which language, in which hour). */
export function newDraft(state: LightState, given: readonly string[], code: string | undefined): Draft {
  const { wave, instrument, notice, noticeDigest, language, mode, form, sample, stage, consents } = state;
  const time = `${new Date().toISOString().slice(0, 13)}:00:00Z`;
  const consent = { notice, noticeDigest, language, time, ...(consents ? { given: [...given].sort() } : {}) };
  return {
    ...{ wave, responseId: crypto.randomUUID(), instrument, consent, language, mode, form, sample, stage },
    channel: channelIn(new URL(location.href)),
    answers: {},
    page: null,
    ...(code === undefined ? {} : { code }),
  } as Draft;
}

/** A channel that does not have the agreed shape is dropped. */
function channelIn({ searchParams }: URL): string | null {
  const channel = searchParams.get("channel");
  return channel !== null && /^[a-z0-9-]{1,40}$/.test(channel) ? channel : null;
}
