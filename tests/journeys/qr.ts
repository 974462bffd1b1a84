import jsQR from "jsqr";
import type { Page } from "playwright-core";

/** Reads the QR code that a page shows, from its pixels, as a phone would. */
export async function readQr(page: Page, selector: string): Promise<string | undefined> {
  const { width, height, data } = await page.locator(selector).evaluate(async (svg) => {
    const size = 600;
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    const drawing = canvas.getContext("2d");
    if (!drawing) throw new Error("This browser draws nothing.");
    drawing.fillStyle = "white";
    drawing.fillRect(0, 0, size, size);
    drawing.drawImage(image, 20, 20, size - 40, size - 40);
    return { width: size, height: size, data: [...drawing.getImageData(0, 0, size, size).data] };
  });
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}
