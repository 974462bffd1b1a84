export {
  contextOf,
  migrateSqlite,
  openForReading,
  openForWriting,
  runNow,
  type SqliteConnection,
} from "./sqlite.ts";
