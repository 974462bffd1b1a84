export { type InterviewFinding, type InterviewResult, Interviews, runInterview, Step } from "./interview.ts";
