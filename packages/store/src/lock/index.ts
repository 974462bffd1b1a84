export { type FolderLock, holdFolder } from "./lock.ts";
export { isFull, refuseWithoutSpace } from "./space.ts";
