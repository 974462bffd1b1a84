/** Rows of words as columns, the first row as heading; numbers stand to the right. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((cells) => [...(cells[i] ?? "")].length)));
  return rows
    .map((cells) => `  ${cells.map((cell, i) => placed(cell, widths[i] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

function placed(cell: string, width: number): string {
  const space = " ".repeat(Math.max(0, width - [...cell].length));
  return /^[\d.–]+$/.test(cell) ? space + cell : cell + space;
}
