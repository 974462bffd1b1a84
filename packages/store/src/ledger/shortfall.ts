import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Said at start when the database ends before the ledger does, as after a lost write-ahead log or an older copy put back.
 *
 * @param following ids in the ledger after the database's last response; asked only when there may be some
 */
export function shortfallWarning(
  folder: string,
  lastInLedger: number,
  lastInDatabase: number,
  following: () => readonly string[],
): readonly string[] {
  if (lastInDatabase >= lastInLedger) return [];
  const gone = idsOfGone(folder);
  if (following().every((id) => gone.has(id))) return [];
  return [
    `The receipt ledger reaches response ${lastInLedger}, the database only ${lastInDatabase}: acknowledged responses are missing. npx tiltas admin verify names them. Stop the server, keep a copy of the whole folder, and restore the newest backup into a new one.`,
  ];
}

/** Responses that somebody withdrew, whose term was over, or that were accepted as lost: they are missing for a reason. */
function idsOfGone(folder: string): ReadonlySet<string> {
  const ids = ["withdrawals.ledger", "removals.ledger", "losses.ledger"].flatMap((name) => {
    const file = join(folder, name);
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    return [...text.matchAll(/"responseId":"([^"]*)"/g)].map(([, id = ""]) => id);
  });
  return new Set(ids);
}
