/** What the log may say of a fault: name, code and frames. Its message may hold what somebody typed, so it stays out. */
export function faultOf(error: unknown): {
  fault: string;
  code: string | undefined;
  frames: readonly string[];
} {
  if (!(error instanceof Error)) return { fault: typeof error, code: undefined, frames: [] };
  const lines = (error.stack ?? "").split("\n").map((line) => line.trim());
  const frames = lines.filter((line) => line.startsWith("at ")).slice(0, 8);
  return { fault: error.name, code: "code" in error ? String(error.code) : undefined, frames };
}
