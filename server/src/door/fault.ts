/** What the log may say of a fault. */
export interface Fault {
  readonly fault: string;
  readonly code: string | undefined;
  readonly frames: readonly string[];
}

/**
 * Name, code and frames of an error, or of one that was written as JSON. Its message may hold what somebody typed, so it stays
 * out, and so does every line of it.
 */
export function faultOf(error: unknown): Fault {
  if (typeof error !== "object" || error === null)
    return { fault: typeof error, code: undefined, frames: [] };
  const { name, type, code, message, stack } = error as Record<string, unknown>;
  return { fault: word(name) ?? word(type) ?? "Error", code: word(code), frames: framesOf(stack, message) };
}

/** A name as programs give it; anything longer or odder may be somebody's text. */
function word(name: unknown): string | undefined {
  return typeof name === "string" && /^[\w-]{1,60}$/.test(name) ? name : undefined;
}

function framesOf(stack: unknown, message: unknown): string[] {
  if (typeof stack !== "string" || typeof message !== "string") return [];
  const afterMessage = message === "" ? 0 : stack.lastIndexOf(message) + message.length;
  const lines = stack.slice(afterMessage).split("\n").slice(1);
  return lines
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8);
}
