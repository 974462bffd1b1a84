export {
  beginTurn,
  clientContext,
  migratePostgres,
  openPool,
  type PostgresClient,
  type PostgresPool,
  poolContext,
  runLater,
  transactLater,
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
