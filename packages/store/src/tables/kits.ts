import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

/** The columns of PostgreSQL. What is hashed goes into `text` only: JSON columns may reorder keys and rewrite numbers. */
export const postgresKit = {
  table: pg.pgTable,
  text: () => pg.text(),
  integer: () => pg.integer(),
  boolean: () => pg.boolean(),
  json: <Value>() => pg.json().$type<Value>(),
  /** An instant to the millisecond. */
  instant: () => pg.timestamp({ withTimezone: true, mode: "date", precision: 3 }),
  /** Server order: a whole number that only grows. */
  sequence: () => pg.bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  primaryKey: pg.primaryKey,
  unique: pg.uniqueIndex,
  index: pg.index,
};

export type Kit = typeof postgresKit;

/** The same columns in SQLite. The cast lets every table be written once, in PostgreSQL's types; the contract suite proves both. */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: () => sqlite.text(),
  integer: () => sqlite.integer(),
  boolean: () => sqlite.integer({ mode: "boolean" }),
  json: () => sqlite.text({ mode: "json" }),
  instant: () => sqlite.integer({ mode: "timestamp_ms" }),
  sequence: () => sqlite.integer().primaryKey({ autoIncrement: true }),
  primaryKey: sqlite.primaryKey,
  unique: sqlite.uniqueIndex,
  index: sqlite.index,
} as unknown as Kit;
