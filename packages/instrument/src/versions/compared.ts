/** What a comparison looks at: a questionnaire, and what else its folder says. A bare SurveyJS file has no more. */
export interface ComparedDefinition {
  readonly questionnaire: unknown;
  /** Content of measures.json. */
  readonly measures?: unknown;
  /** Content of manifest.json. */
  readonly manifest?: unknown;
}
