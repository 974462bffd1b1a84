/** Said at start when the database ends before the ledger does, as after a lost write-ahead log or an older copy put back. */
export function shortfallWarning(lastInLedger: number, lastInDatabase: number): readonly string[] {
  if (lastInDatabase >= lastInLedger) return [];
  return [
    `The receipt ledger reaches response ${lastInLedger}, the database only ${lastInDatabase}: acknowledged responses are missing. Stop the server, keep both files, and restore the newest backup beside this ledger.`,
  ];
}
