/** "a, b or c" */
export function joined(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** "; at least 1, at most 3", or nothing where neither bound is given. */
export function rangeOf(
  least: number | undefined,
  most: number | undefined,
  atLeast: string,
  atMost: string,
  before: string,
): string {
  const bounds = [
    ...(least === undefined ? [] : [`${atLeast} ${least}`]),
    ...(most === undefined ? [] : [`${atMost} ${most}`]),
  ];
  return bounds.length === 0 ? "" : before + bounds.join(", ");
}
