export { OpenDataError, openData } from "./open-data.ts";
