import type { OpenedStore, Place, Reader } from "../open/index.ts";
import type { AccessStore } from "../port/index.ts";

/** Where the suite runs: SQLite in temporary folders, or a PostgreSQL. */
export interface Databases {
  readonly name: string;
  /** A new place with no data. */
  newPlace(): Promise<Place>;
  openStore(place: Place): Promise<OpenedStore>;
  openReader(place: Place): Promise<Reader>;
  openAccessStore(place: Place): Promise<AccessStore>;
}
