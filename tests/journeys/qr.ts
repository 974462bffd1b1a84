import jsQR from "jsqr";
import type { Page } from "playwright-core";

/** Reads the QR code that a page shows, from its pixels on the screen, as a phone would. */
export async function readQr(page: Page, selector: string): Promise<string | undefined> {
  const picture = (await page.locator(selector).screenshot()).toString("base64");
  const { width, height, data } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const margin = 40;
    const canvas = document.createElement("canvas");
    canvas.width = image.width + 2 * margin;
    canvas.height = image.height + 2 * margin;
    const drawing = canvas.getContext("2d");
    if (!drawing) throw new Error("This browser draws nothing.");
    drawing.fillStyle = "white";
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.drawImage(image, margin, margin);
    const pixels = drawing.getImageData(0, 0, canvas.width, canvas.height);
    return { width: pixels.width, height: pixels.height, data: [...pixels.data] };
  }, picture);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}
