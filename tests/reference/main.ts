// npm run reference -- FOLDER [--write PAGE]: every case of the folder put to our engine, its answers beside R's.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { agreementPage } from "./agreement-page.ts";
import { runFolder } from "./run-folder.ts";
import { textOfRun } from "./run-text.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const at = words.indexOf("--write");
  const page = at < 0 ? undefined : words[at + 1];
  const folders = words.filter((word, i) => !word.startsWith("--") && (at < 0 || i !== at + 1));
  const [folder] = folders;
  if (folder === undefined || folders.length > 1 || (at >= 0 && page === undefined)) {
    console.error(
      "Name one folder of reference cases: npm run reference -- FOLDER. With --write PAGE the page on agreement is written.",
    );
    return 2;
  }
  // npm runs scripts in the folder of package.json; the caller's own folder is INIT_CWD.
  const caller = process.env.INIT_CWD ?? process.cwd();
  try {
    const verdicts = await runFolder(resolve(caller, folder));
    if (page !== undefined) writeFileSync(resolve(caller, page), agreementPage(verdicts));
    console.log(textOfRun(verdicts));
    return verdicts.some(({ outcome }) => outcome === "failed") ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
