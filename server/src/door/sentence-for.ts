import { faultOf } from "./fault.ts";

const faults = new Set([
  "Error",
  "TypeError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "AssertionError",
  "ZodError",
]);

/**
 * What people who asked for figures are told when there are none. Refusals of the analysis are sentences about margins,
 * plans and waves; anything else is a fault of ours and goes to the log.
 *
 * @param during what the log says was done
 */
export function sentenceFor(error: unknown, during: string): string {
  if (error instanceof Error && !faults.has(error.name) && !("code" in error)) return error.message;
  const { fault, ...more } = faultOf(error);
  process.stderr.write(`${JSON.stringify({ level: 50, msg: `${during} failed`, fault, ...more })}\n`);
  return `This could not be computed because of a fault in the program (${fault}). Nothing was lost; please tell whoever operates this server.`;
}
