export { keepForOffline, openableOffline, type Wanted } from "./offline.ts";
