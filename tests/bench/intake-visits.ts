import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PublicWave } from "@tiltas/contract/waves";
import { post } from "./intake-client.ts";

const built = fileURLToPath(new URL("../../packages/respondent/dist/light.json", import.meta.url));
/** What the build says of the application's files. */
interface Light {
  readonly icon: string;
  readonly application: {
    readonly script: string;
    readonly styles: readonly string[];
    readonly files: readonly string[];
  };
}

/** Everything that the phone of one respondent asks of the server, from the link to the receipt: nothing is cached before. */
export async function visit(origin: string, body: string): Promise<void> {
  const wave = PublicWave.parse(JSON.parse(await got(`${origin}/api/waves/demo`)));
  const { icon, application } = JSON.parse(readFileSync(built, "utf8")) as Light;
  const files = new Set([icon, application.script, ...application.styles, ...application.files]);
  const questionnaire = `/api/instruments/${wave.instrument}`;
  const addresses = ["/w/demo?lang=uk", ...files, questionnaire, `${questionnaire}/drawing`];
  for (const address of [...addresses, `${questionnaire}/conduct`]) await got(origin + address);
  await post(origin, [body], 1);
}

async function got(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { "accept-encoding": "br, gzip" } });
  if (!answer.ok) throw new Error(`A page of the bench was answered with ${answer.status}.`);
  return answer.text();
}
