import { deviceDatabase } from "../device/database.ts";
import { isAnythingWaiting } from "../device/presence.ts";

/**
 * What others have left on this kiosk is sent while nobody stands at it, and behind whoever reads: the application does
 * that as soon as it is run.
 *
 * @param script  address of the application
 */
export async function sendBehind(script: string): Promise<void> {
  const database = deviceDatabase();
  const isNeeded = await isAnythingWaiting(database);
  database.close();
  if (isNeeded) await import(/* @vite-ignore */ script);
}
