/** The tables by name, as drizzle-kit wants to find them. */
import { postgresParadata } from "../src/tables/index.ts";

export const { batches } = postgresParadata;
