export { DispositionError, type Dispositions, type Recruitment } from "./dispositions.ts";
export { type OutcomeRate, outcomeRates, type RateName } from "./rates.ts";
