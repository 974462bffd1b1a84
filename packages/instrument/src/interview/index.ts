export { askedIn } from "./asked.ts";
export { type InterviewFinding, type InterviewResult, Interviews, runInterview, Step } from "./interview.ts";
export { validateWithSurveyCore } from "./plain.ts";
export {
  checkWithSurveyCore,
  prepareReference,
  type Reference,
  type ReferenceCheck,
  type ReferenceFailure,
  type ReferenceVerdict,
  type Seen,
} from "./reference.ts";
export { witnessed } from "./rulings.ts";
export { inStillness } from "./stillness.ts";
