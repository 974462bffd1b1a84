import { Refusal } from "@tiltas/contract/problems";
import type { Receipt, ResponseUpload } from "@tiltas/contract/responses";
import { canonicalJson } from "@tiltas/instrument/versions";
import type { NewResponse, Store } from "@tiltas/store/port";
import type { KeyedHash } from "../codes/keyed-hash.ts";
import type { Waves } from "../fieldwork/waves.ts";
import type { Instruments, PublishedInstrument } from "../instruments/instruments.ts";
import type { Plans } from "../instruments/plans.ts";
import { type CanonicalContent, canonicalContent } from "./content.ts";
import { findingsOf, type StoredFinding } from "./findings.ts";
import type { Receipts } from "./receipt.ts";

export interface IntakeNeeds {
  readonly store: Pick<Store, "receive" | "findReceived" | "quarantine" | "isWithdrawn">;
  readonly instruments: Instruments;
  readonly plans: Plans;
  readonly waves: Pick<Waves, "find" | "isOpen">;
  readonly receipts: Receipts;
  /** HMAC under which personal codes are kept. */
  readonly hash: KeyedHash;
  /** Public address of this server. */
  readonly origin: () => string;
  readonly clock: () => Date;
}

export interface Intake {
  /** Resolves once the response is on disk. Refuses only what cannot be kept as a response; objections are stored beside it. */
  receive(
    upload: ResponseUpload,
    receivedAt?: Date,
    /** What is known against the way it came; stored beside it as well. */
    objections?: readonly StoredFinding[],
  ): Promise<Receipt>;
}

export function createIntake({
  store,
  instruments,
  plans,
  waves,
  receipts,
  hash,
  origin,
  clock,
}: IntakeNeeds): Intake {
  const receiptFor = (
    { responseId, revision, hash }: ResponseUpload,
    outcome: Receipt["outcome"],
    code = receipts.codeOf(responseId),
  ): Receipt => ({
    responseId,
    revision,
    hash,
    outcome,
    code,
    origin: origin(),
  });
  return {
    async receive(upload, receivedAt = clock(), objections = []) {
      const content = canonicalContent(upload);
      const keepApart = (refusal: Refusal) => quarantined(store, upload, content, refusal, receivedAt);

      const published = await instruments.find(upload.instrument);
      if (!published) throw await keepApart(unknownInstrument());
      const wave = await waves.find(upload.wave);
      if (!wave)
        throw await keepApart(new Refusal("wave-unknown", "There is no wave with this name on this server."));
      if (content.hash !== upload.hash) throw otherContent();
      if (!waves.isOpen(wave)) {
        const earlier = await store.findReceived(upload.responseId, upload.revision);
        if (earlier?.hash === upload.hash) return receiptFor(upload, "already-stored");
        throw earlier ? conflict() : await keepApart(closedWave());
      }

      const checkAnswers = await plans.of(published);
      const check = await checkAnswers?.(content.answers, receivedAt);
      const findings = [...objections, ...findingsOf(published, check, wave, upload)];
      const { responseId, code } = upload;
      const receiptCode = receipts.codeOf(responseId);
      const kept = await store.receive({
        ...newResponse(upload, content, published, canonicalJson(findings), receivedAt),
        receipt: receipts.lookup(receiptCode),
        ...(code === undefined ? {} : { spends: hash("code", code) }),
      });
      if (kept.outcome === "conflict") throw conflict();
      if (kept.outcome === "withdrawn") throw withdrawn(responseId);
      return receiptFor(upload, kept.outcome, receiptCode);
    },
  };
}

/** Keeps a refused envelope, so that the device can let go; not if its content may have been damaged on the way, or quarantine is full. */
async function quarantined(
  store: IntakeNeeds["store"],
  upload: ResponseUpload,
  content: CanonicalContent,
  refusal: Refusal,
  receivedAt: Date,
): Promise<Refusal> {
  const { responseId, hash } = upload;
  if (content.hash !== hash) return refusal;
  if (await store.isWithdrawn(responseId)) return withdrawn(responseId);
  const isKept = await store.quarantine({
    responseId,
    hash,
    reason: refusal.code,
    envelope: canonicalJson(withoutCode(upload)),
    receivedAt: hourOf(receivedAt),
  });
  if (!isKept) return refusal;
  return new Refusal(refusal.code, `${refusal.message} The response is kept for the research team.`, {
    quarantined: { responseId, hash },
  });
}

/** A personal code is never kept beside answers, not even beside refused ones. */
function withoutCode({ code: _code, ...rest }: ResponseUpload): Omit<ResponseUpload, "code"> {
  return rest;
}

function newResponse(
  upload: ResponseUpload,
  content: CanonicalContent,
  published: PublishedInstrument,
  findings: string,
  receivedAt: Date,
): NewResponse {
  const { responseId, revision, parent, instrument, wave, language, mode, channel, changes } = upload;
  const municipality = municipalityIn(published, upload.answers);
  const { answers, consent, hash } = content;
  return {
    responseId,
    revision,
    parent,
    instrument,
    wave,
    consent,
    answers,
    hash,
    language,
    mode,
    channel,
    municipality,
    findings,
    receivedAt: hourOf(receivedAt),
    changes: changes === undefined || changes.length === 0 ? null : canonicalJson(changes),
  };
}

/** Kept no finer: the minute would help to single a person out, and the server's order is the sequence. */
function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 3_600_000) * 3_600_000);
}

/** Where the person actually lives, where that is asked; staff see counts of their own place by it. */
function municipalityIn(
  { municipalityItems: [item] }: PublishedInstrument,
  answers: ResponseUpload["answers"],
): string | null {
  const code = item === undefined ? undefined : answers[item];
  return typeof code === "string" && /^\d{2}$/.test(code) ? code : null;
}

const unknownInstrument = () =>
  new Refusal(
    "instrument-unknown",
    "This server does not know the version of the questionnaire that was answered.",
  );
const closedWave = () => new Refusal("wave-closed", "The wave takes responses on other dates only.");
const otherContent = () =>
  new Refusal(
    "hash-mismatch",
    "The content does not have the hash that came with it; it may have been damaged on the way. Keep it and send it again.",
  );
const withdrawn = (responseId: string) =>
  new Refusal(
    "response-withdrawn",
    "This response was withdrawn with its receipt code, so it is not taken again. Nothing of it is kept; the device may let go.",
    { withdrawn: { responseId } },
  );
const conflict = () =>
  new Refusal(
    "response-conflict",
    "A response with this identity and revision but other content is stored already. Nothing was overwritten; send a correction as a new revision.",
  );
