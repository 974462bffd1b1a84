export { municipalitiesQuery, type Places, usePlaces } from "./places.ts";
