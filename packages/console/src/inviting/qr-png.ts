import type { QrDrawing } from "../fieldwork/index.ts";

/** Pixels of one module: large enough to print a hand's breadth at 300 dots an inch. */
const moduleSize = 24;

/** The code as a picture for programs that know no SVG. */
export function qrPng({ size, path }: QrDrawing): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * moduleSize;
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.reject(new Error("This browser draws no pictures."));
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(moduleSize, moduleSize);
  pen.fillStyle = "#000";
  pen.fill(new Path2D(path));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture was made."))), "image/png");
  });
}
