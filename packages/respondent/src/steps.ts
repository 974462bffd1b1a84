import type { PublicWave } from "@tiltas/contract/waves";
import type { ConsentId } from "@tiltas/instrument/definition";
import { type Device, type Draft, hourOf, type Keeping } from "./device/index.ts";
import { municipalityAnswered, type Place } from "./journey.ts";
import { type FinalDecision, finish, sendParadata, type Waiting } from "./outbox/index.ts";
import { consentRecord, type Link } from "./start/index.ts";
import type { Tools } from "./tools.ts";
import type { Keeper } from "./use-keeper.ts";

/** Consent was given: an interview begins, and is on the device before its first question. */
export function beginInterview(
  wave: PublicWave,
  language: string,
  { channel, mode, case: ofCase }: Pick<Link, "channel" | "mode"> & { readonly case?: string | undefined },
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
    ...(ofCase === undefined ? {} : { case: ofCase }),
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
export async function carryOut(
  decision: FinalDecision,
  waiting: Waiting,
  { device, fetchNow }: Tools,
): Promise<Place> {
  const { message, afterwards } = waiting;
  const municipality = afterwards?.municipality;
  if (decision.kind === "set-aside") {
    const kept: Waiting = { ...waiting, setAside: decision.problem };
    return { screen: "sending", waiting: kept, isOnDisk: await succeeds(device.put(kept)) };
  }
  const nothingLeft = await succeeds(device.release(waiting, decision.kind === "delivered"));
  const isPersonal = device.ownership === "personal";
  const sending = sendParadata(device, fetchNow, isPersonal);
  if (isPersonal) await sending;
  switch (decision.kind) {
    case "delivered": {
      const { code, origin } = decision;
      return { screen: "receipt", code, origin, municipality, nothingLeft };
    }
    case "with-the-office":
      return { screen: "office", number: message.responseId, municipality, nothingLeft };
    case "withdrawn":
      return { screen: "withdrawn" };
  }
}

/** Earlier answers go, and nothing of anybody else's with them. @returns whether nothing of them is left */
export async function removeDraft(
  { responseId }: Draft,
  keeper: Keeping,
  { device }: Tools,
): Promise<boolean> {
  await keeper.settled();
  return succeeds(device.removeDraft(responseId));
}

/**
 * The device is not the person's own: what was written goes from its disk, and the interview goes on in memory alone.
 *
 * @returns the device to use from now on
 */
export async function disown(draft: Draft, keeper: Keeper, { device, borrowed }: Tools): Promise<Device> {
  const inMemory = borrowed();
  await keeper.settled();
  await inMemory.saveDraft(keeper.newest() ?? draft);
  await succeeds(device.removeDraft(draft.responseId));
  return inMemory;
}

/** The person wants what is kept of this wave to go: earlier answers, or a response nobody takes any more. */
export async function remove(wave: string, next: Place, keeper: Keeping, { device }: Tools): Promise<Place> {
  await keeper.settled();
  await succeeds(device.forget(wave));
  return next;
}

/** The questions are for other people: nothing is sent, and nothing stays. */
export async function letGo(
  draft: Draft,
  invitation: PublicWave,
  keeper: Keeping,
  tools: Tools,
): Promise<Place> {
  const municipality = municipalityAnswered(invitation, draft.answers);
  const nothingLeft = await removeDraft(draft, keeper, tools);
  return { screen: "for-others", municipality, nothingLeft };
}

/** The server holds the answers under a code: they are moved, not copied. */
export async function moveAway(code: string, draft: Draft, keeper: Keeping, tools: Tools): Promise<Place> {
  return { screen: "moved", code, nothingLeft: await removeDraft(draft, keeper, tools) };
}

/** Answers begun on another device go on here, in this link's way of asking; an older beginning here makes room. */
export async function goOnHere(
  moved: Draft,
  wave: PublicWave,
  link: Link,
  keeper: Keeping,
  { device }: Tools,
): Promise<Place> {
  const mode = link.mode === null ? "web" : modeOf(wave, link.mode);
  const changes = [...(moved.changes ?? []), { page: moved.page ?? "", mode }];
  const draft: Draft = moved.mode === mode ? moved : { ...moved, mode, changes };
  const older = await device.draft(wave.id).catch(() => undefined);
  if (older !== undefined) await succeeds(device.removeDraft(older.responseId));
  keeper.keep(draft);
  return { screen: "interview", draft };
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
