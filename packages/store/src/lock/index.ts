export { type FolderLock, holdFolder } from "./lock.ts";
export { refuseWithoutSpace } from "./space.ts";
