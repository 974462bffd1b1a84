import type { ParadataEvent } from "@tiltas/contract/paradata";
import { createContext } from "react";
import type { HandOver } from "../first/hand-over.ts";
import type { Shelf } from "./recorder.ts";

export interface Recording {
  readonly shelf: Shelf;
  /** What happened before the application was there, and in which interview. */
  readonly before?: { readonly responseId: string; readonly events: readonly ParadataEvent[] } | undefined;
}

/** Where paradata are put; without a place, nothing is recorded. */
export const ParadataPlace = createContext<Recording | undefined>(undefined);

/** Records on this device, and goes on from what the light first page saw of the same interview. */
export function recordingOn(shelf: Shelf, handOver?: HandOver): Recording {
  const { draft, happened } = handOver ?? {};
  return { shelf, before: draft && happened && { responseId: draft.responseId, events: happened } };
}
