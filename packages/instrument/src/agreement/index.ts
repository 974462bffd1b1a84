export { type Agreement, type AgreeOptions, agree, type Compiled, type Disagreement } from "./agree.ts";
export { type Difference, differences, type Verdict } from "./compare.ts";
export { AnswerGenerator, type GivenAnswers, type Route } from "./generator.ts";
export { type InterviewCoverage, interviewCoverage } from "./interview-coverage.ts";
export { minimise } from "./minimise.ts";
export { agreeOn } from "./on-questionnaire.ts";
export { type SurveyCoreFault, surveyCoreFaults } from "./survey-core-faults.ts";
export { type Coverage, CoverageCount, type Share } from "./targets.ts";
