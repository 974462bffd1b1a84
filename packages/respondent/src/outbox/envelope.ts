import { type Consent, type Mode, ResponseUpload } from "@tiltas/contract/responses";
import { contentHash } from "@tiltas/instrument/versions";

/** A finished interview, before it is sealed for the way. */
export interface Finished {
  readonly responseId: string;
  readonly wave: string;
  readonly instrument: string;
  readonly consent: Consent;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly language: string;
  readonly mode: Mode;
  readonly channel: string | null;
}

/** Puts a finished interview into its envelope: first revision, with the hash of its content. */
export function seal({
  responseId,
  wave,
  instrument,
  consent,
  answers,
  language,
  mode,
  channel,
}: Finished): ResponseUpload {
  return ResponseUpload.parse({
    responseId,
    revision: 1,
    parent: null,
    instrument,
    wave,
    consent,
    answers,
    hash: contentHash({
      instrument,
      parent: null,
      consent,
      answers: ResponseUpload.shape.answers.parse(answers),
    }),
    language,
    mode,
    channel,
  });
}
