import type { PublicWave } from "@tiltas/contract/waves";
import type { ConsentId } from "@tiltas/instrument/definition";
import { type Draft, hourOf, type Keeping } from "./device/index.ts";
import { municipalityAnswered, type Place } from "./journey.ts";
import { type FinalDecision, finish, type Waiting } from "./outbox/index.ts";
import { consentRecord, type Link } from "./start/index.ts";
import type { Tools } from "./tools.ts";

/** Consent was given: an interview begins, and is on the device before its first question. */
export function beginInterview(
  wave: PublicWave,
  language: string,
  { channel, mode }: Link,
  keeper: Keeping,
  { newId, now }: Tools,
  given: readonly ConsentId[] = [],
): Place {
  const draft: Draft = {
    wave: wave.id,
    responseId: newId(),
    instrument: wave.instrument,
    consent: consentRecord(wave, language, now(), given),
    language,
    mode: modeOf(wave, mode),
    form: wave.form,
    sample: wave.sample,
    stage: wave.stage,
    channel,
    answers: {},
    page: null,
  };
  keeper.keep(draft);
  return { screen: "interview", draft };
}

/** The link's way of asking counts where the wave offers it. */
function modeOf({ modes }: PublicWave, wanted: Link["mode"]): Draft["mode"] {
  if (wanted !== null && modes.includes(wanted)) return wanted;
  return modes.includes("web") ? "web" : (modes[0] ?? "web");
}

/**
 * The interview is over: sealed, and into the outbox. Where the device refuses, the answers stay in this page and are
 * sent from it.
 */
export async function handOver(
  draft: Draft,
  invitation: PublicWave,
  keeper: Keeping,
  { device, now }: Tools,
): Promise<Place> {
  const afterwards = {
    language: draft.language,
    municipality: municipalityAnswered(invitation, draft.answers),
  };
  const waiting = await finish(draft, invitation.sealingKey, hourOf(now()), afterwards);
  await keeper.settled();
  return { screen: "sending", waiting, isOnDisk: await succeeds(device.handOver(waiting)) };
}

/** Does what the outbox has decided. */
export async function carryOut(decision: FinalDecision, waiting: Waiting, { device }: Tools): Promise<Place> {
  const { message, afterwards } = waiting;
  const municipality = afterwards?.municipality;
  if (decision.kind === "set-aside") {
    const kept: Waiting = { ...waiting, setAside: decision.problem };
    return { screen: "sending", waiting: kept, isOnDisk: await succeeds(device.put(kept)) };
  }
  const nothingLeft = await succeeds(device.release(waiting, decision.kind === "delivered"));
  switch (decision.kind) {
    case "delivered": {
      const { code, origin } = decision;
      return { screen: "receipt", code, origin, municipality, nothingLeft };
    }
    case "with-the-office":
      return { screen: "office", number: message.responseId, municipality, nothingLeft };
    case "withdrawn":
      return { screen: "declined" };
  }
}

/** The person wants what is kept of this wave to go: earlier answers, or a response nobody takes any more. */
export async function remove(wave: string, next: Place, keeper: Keeping, { device }: Tools): Promise<Place> {
  await keeper.settled();
  await succeeds(device.forget(wave));
  return next;
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
