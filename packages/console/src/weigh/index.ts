export { planQuery, weighingQuery } from "./queries.ts";
export { WeighPage } from "./weigh-page.tsx";
