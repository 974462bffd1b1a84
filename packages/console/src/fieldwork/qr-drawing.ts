import { encode } from "uqr";

/** Empty modules around the code; scanners need four (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code as one path in a square of `size` modules, quiet zone included. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

export function drawQr(text: string): QrDrawing {
  const code = encode(text, { ecc: "M", border: 0 });
  const runs = code.data.flatMap((row, y) =>
    darkRuns(row).map(([x, length]) => run(x + quietZone, y + quietZone, length)),
  );
  return { size: code.size + 2 * quietZone, path: runs.join("") };
}

/** The code as a file for print: black on white, no fonts, no links. */
export function qrFile({ size, path }: QrDrawing): string {
  const edge = size * 8;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${edge}" height="${edge}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>\n`
  );
}

/** Start and length of each unbroken run of dark modules in a row. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    runs.push([start, x - start + 1]);
  }
  return runs;
}

const run = (x: number, y: number, length: number) => `M${x} ${y}h${length}v1h-${length}z`;
