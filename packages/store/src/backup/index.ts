export { type Backup, backUp } from "./backup.ts";
export { sweepWorkFolders } from "./image.ts";
export { type BackupKey, makeKeyFile, readKeyFile } from "./key.ts";
export { BackupError } from "./refusal.ts";
export { restore } from "./restore.ts";
