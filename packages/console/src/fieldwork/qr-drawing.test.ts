import { encode } from "uqr";
import { expect, test } from "vitest";
import { drawQr, qrFile } from "./qr-drawing.ts";

const link = "https://tyrimas.example/w/integration-2026-autumn";

/** Paints the path's runs back into modules. */
function painted(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return modules;
}

test("the drawn code is the encoded link, module by module, inside a quiet zone of four", () => {
  const { size, path } = drawQr(link);
  const modules = painted(path, size);
  const code = encode(link, { ecc: "M", border: 0 });
  expect(size).toBe(code.size + 8);
  expect(modules.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(code.data);
  expect(modules.slice(0, 4).flat().includes(true)).toBe(false);
});

test("the file for print is one black path on white and carries nothing else", () => {
  const file = qrFile(drawQr(link));
  expect(file).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*><rect [^>]*fill="#fff"\/><path [^>]*fill="#000"\/><\/svg>\n$/,
  );
});
