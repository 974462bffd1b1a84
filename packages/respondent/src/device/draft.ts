import type { Consent, Mode } from "@tiltas/contract/responses";
import type { PublicWave } from "@tiltas/contract/waves";

/**
 * An interview that is not finished: everything needed to go on after a reload, on the version it began with.
 * Types only: the light page's script imports this, and must stay light.
 */
export interface Draft {
  readonly wave: string;
  readonly responseId: string;
  readonly instrument: string;
  readonly consent: Consent;
  readonly language: string;
  readonly channel: string | null;
  readonly answers: Record<string, Json>;
  readonly mode: Mode;
  readonly form: PublicWave["form"];
  readonly sample: PublicWave["sample"];
  readonly stage: PublicWave["stage"];
  /** Name of the page the person is on; null on the first one. */
  readonly page: string | null;
  /** Personal code the link carried. */
  readonly code?: string | undefined;
  /** The field that people cannot see was filled. */
  readonly trap?: true | undefined;
  /** Changes of language and mode on the way, oldest first. */
  readonly changes?: { page: string; language?: string | undefined; mode?: Mode | undefined }[] | undefined;
  /** Case of an interviewer's list; never leaves with the answers. */
  readonly case?: string | undefined;
}

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
