export { dataOf, keepForOffline, keepInterviewForOffline, openableOffline, type Wanted } from "./offline.ts";
