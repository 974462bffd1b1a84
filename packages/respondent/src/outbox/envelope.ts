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
  readonly code?: string | undefined;
  readonly trap?: true | undefined;
  readonly changes?: ResponseUpload["changes"];
}

/** Puts a finished interview into its envelope: first revision, with the hash of its content. */
export function enveloped(finished: Finished): ResponseUpload {
  const { responseId, wave, instrument, consent, language, mode, channel } = finished;
  const answers = ResponseUpload.shape.answers.parse(finished.answers);
  return ResponseUpload.parse({
    ...{ responseId, revision: 1, parent: null, instrument, wave, consent, answers },
    hash: contentHash({ instrument, parent: null, consent, answers }),
    ...{ language, mode, channel, ...told(finished) },
  });
}

/** What is only sent where there is something to say. */
function told({ code, trap, changes }: Finished): Partial<ResponseUpload> {
  return {
    ...(code === undefined ? {} : { code }),
    ...(trap === undefined ? {} : { trap }),
    ...(changes === undefined || changes.length === 0 ? {} : { changes }),
  };
}
