import type { OpenedStore, Place } from "./place.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { openReading } from "./reading.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { makeReader, type Reader } from "./store.ts";

/**
 * Opens the data for the one server of this folder, brings the tables up to date and takes the folder's lock.
 * @param tell  takes sentences about what goes wrong later, for whoever runs the server
 * @throws FolderHeldError when another server has the folder, FolderUnusableError when nobody could have it
 */
export async function openStore(
  { folder, url }: Place,
  tell: (sentence: string) => void = () => undefined,
): Promise<OpenedStore> {
  return url === undefined ? openSqliteStore(folder, tell) : openPostgresStore(folder, url);
}

/** Opens the data for reading only, in a worker thread or beside a running server; takes no lock and changes no table. */
export async function openReader(place: Place): Promise<Reader> {
  const { read, close } = openReading(place);
  return makeReader({ dialect: place.url === undefined ? "sqlite" : "postgres", read, close });
}
