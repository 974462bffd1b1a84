/** Answers nested deeper are neither compared nor looked through: no questionnaire asks for them. */
export const deepest = 100;

/** An object as JSON writes it: no list, no Date. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
