import { afterAll, describe } from "vitest";
import { databases } from "../server/support/test-server.ts";
import { startPostgres } from "./support/postgres.ts";

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

// The same sentences as on the embedded database, word for word: the file itself is run again.
describe.skipIf(postgres === undefined)("the intake on PostgreSQL", async () => {
  if (postgres) databases.newUrl = postgres.newDatabase;
  await import("../server/src/responses/intake.test.ts");
});
