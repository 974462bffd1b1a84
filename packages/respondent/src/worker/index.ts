export { dataOf, keepForOffline, keepInterviewForOffline, openableOffline } from "./offline.ts";
