export {
  migratePostgres,
  openPool,
  type PostgresPool,
  poolContext,
  runLater,
  transactLater,
  waitForTurn,
} from "./postgres.ts";
export {
  contextOf,
  inOneTransaction,
  migrateSqlite,
  openForReading,
  openForWriting,
  runNow,
  type SqliteConnection,
  type SqliteStatement,
} from "./sqlite.ts";
