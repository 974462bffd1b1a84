/** What an acknowledgement promised to keep. */
export type Receipted =
  | {
      readonly sequence: number;
      readonly responseId: string;
      readonly revision: number;
      readonly hash: string;
    }
  | { readonly quarantined: true; readonly responseId: string; readonly hash: string };

export function lineOf(entry: Receipted): string {
  return "quarantined" in entry
    ? `${JSON.stringify({ quarantined: true, responseId: entry.responseId, hash: entry.hash })}\n`
    : `${JSON.stringify({ sequence: entry.sequence, responseId: entry.responseId, revision: entry.revision, hash: entry.hash })}\n`;
}
