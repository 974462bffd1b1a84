import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Built } from "./pages.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** Builds what is stale, in a process of its own: the builder's memory does not stay with the server. */
export async function prepareApplications(): Promise<Built> {
  const code = await new Promise<number | null>((resolve, reject) => {
    const builder = spawn(process.execPath, [join(repository, "server/build.mjs")], { stdio: "inherit" });
    builder.once("error", reject).once("exit", resolve);
  });
  const built = {
    respondent: join(repository, "packages/respondent/dist"),
    console: join(repository, "packages/console/dist"),
  };
  if (code !== 0 || !Object.values(built).every((folder) => existsSync(join(folder, "index.html")))) {
    throw new Error(
      "The web applications could not be built, so the server did not start; the lines above say why.",
    );
  }
  return built;
}
