/** The tables by name, as drizzle-kit wants to find them. */
import { postgresAccess } from "../src/tables/index.ts";

export const { people, invitations, sessions } = postgresAccess;
