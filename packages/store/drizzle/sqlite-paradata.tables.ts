/** The tables by name, as drizzle-kit wants to find them. */
import { sqliteParadata } from "../src/tables/index.ts";

export const { batches } = sqliteParadata;
