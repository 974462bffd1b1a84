/** The tables by name, as drizzle-kit wants to find them. */
import { sqliteAccess } from "../src/tables/index.ts";

export const { people, invitations, sessions } = sqliteAccess;
