export { type FolderLock, holdFolder } from "./lock.ts";
