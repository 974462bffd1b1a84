import { RescueFile, type RescueOutcome, type SealedResponse } from "@tiltas/contract/sealing";

/** What travels at once: the server reads 1 MB in a request, and the page shows how far it has come. */
const most = { responses: 20, characters: 700_000 };

/** The sealed responses of a file; undefined for anything that is no such file. */
export function readRescueFile(text: string): readonly SealedResponse[] | undefined {
  try {
    return RescueFile.parse(JSON.parse(text)).responses;
  } catch {
    return undefined;
  }
}

/** Parts in which a file is sent, in its order. */
export function partsOf(responses: readonly SealedResponse[]): RescueFile[] {
  const parts: SealedResponse[][] = [];
  let part: SealedResponse[] = [];
  let size = 0;
  for (const response of responses) {
    const length = response.sealed.ciphertext.length;
    if (part.length > 0 && (part.length === most.responses || size + length > most.characters)) {
      parts.push(part);
      [part, size] = [[], 0];
    }
    part.push(response);
    size += length;
  }
  if (part.length > 0) parts.push(part);
  return parts.map((all) => ({ format: "tiltas sealed responses 1", responses: all }));
}

export const nothingYet: RescueOutcome = { stored: 0, alreadyStored: 0, quarantined: 0, refused: [] };

/** What has become of two parts together. */
export function together(one: RescueOutcome, other: RescueOutcome): RescueOutcome {
  return {
    stored: one.stored + other.stored,
    alreadyStored: one.alreadyStored + other.alreadyStored,
    quarantined: one.quarantined + other.quarantined,
    refused: [...one.refused, ...other.refused],
  };
}
