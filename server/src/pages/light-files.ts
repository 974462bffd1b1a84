import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inlineHash, type LightFiles } from "@tiltas/instrument/page";
import { z } from "zod";
import { policyOfPage } from "../door/headers.ts";

const Light = z.object({
  icon: z.string(),
  application: z.object({
    script: z.string(),
    styles: z.array(z.string()),
    files: z.array(z.string()),
    byLanguage: z.record(z.string(), z.array(z.string())),
    fonts: z.array(z.string()),
  }),
});

/** What the build made for the light page, and the policy that allows exactly that. */
export interface LightBuild {
  readonly files: LightFiles;
  readonly policy: string;
  /** The same for the page of receipts: another script, the same styles. */
  readonly receipt: { readonly files: LightFiles; readonly policy: string };
}

/** Reads `light.json`, `first.js` and `first.css` of the built application; called once, when the server starts. */
export function readLightBuild(folder: string): LightBuild {
  const read = (name: string) => readFileSync(join(folder, name), "utf8").trim();
  const { icon, application } = Light.parse(JSON.parse(read("light.json")));
  const [script, style] = [read("first.js"), read("first.css")];
  const page = (script: string) => ({
    files: { script, style, icon, application },
    policy: policyOfPage({ "script-src": [inlineHash(script)], "style-src": [inlineHash(style)] }),
  });
  return { ...page(script), receipt: page(read("receipt.js")) };
}
