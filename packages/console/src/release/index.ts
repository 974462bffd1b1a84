export { CandidateWatch } from "./candidate-watch.tsx";
export { ReleasePage } from "./release-page.tsx";
