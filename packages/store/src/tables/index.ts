export { type AccessTables, postgresAccess, sqliteAccess } from "./access.ts";
export { type DataTables, postgresData, sqliteData } from "./data.ts";
export { type ParadataTables, postgresParadata, sqliteParadata } from "./paradata.ts";
