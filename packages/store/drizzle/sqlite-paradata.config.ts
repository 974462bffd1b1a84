import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  casing: "snake_case",
  schema: "./drizzle/sqlite-paradata.tables.ts",
  out: "./migrations/sqlite/paradata",
});
