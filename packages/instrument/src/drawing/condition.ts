import {
  bindCondition,
  ExpressionError,
  type Host,
  isEmptyValue,
  lookUp,
  missing,
  parseExpression,
  referencesIn,
} from "../expressions/index.ts";

/** Answers by item name, as SurveyJS writes them; items that were not asked or left empty are absent. */
export type Answers = Readonly<Record<string, unknown>>;

/** Whether a condition on the answers holds. */
export type Holds = (answers: Answers) => boolean;

/**
 * A condition under which an option can be drawn, read once. It looks at answers alone: no calculated values, no clock.
 *
 * @throws  ExpressionError where the text is no condition
 */
export function conditionOf(text: string): Holds {
  return bindCondition(parseExpression(text), host);
}

/** Names, in small letters, under which a condition may look among the answers; none for a text that is no condition. */
export function namesReadBy(text: string): readonly string[] {
  try {
    return referencesIn(parseExpression(text)).flatMap(({ path }) =>
      path.map((_, last) =>
        path
          .slice(0, last + 1)
          .map(({ name }) => name.toLowerCase())
          .join("."),
      ),
    );
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

const nothing = () => undefined;

const host: Host<Answers> = {
  reference: ({ path }) => {
    const seen = (answers: Answers) => {
      const value = lookUp(answers, path);
      return isEmptyValue(value) ? missing : value;
    };
    return {
      read: (answers) => {
        const value = seen(answers);
        return value === missing ? undefined : value;
      },
      exists: (answers) => seen(answers) !== missing,
    };
  },
  now: () => new Date(0),
  displayValue: nothing,
  comment: nothing,
};
