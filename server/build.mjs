// Builds the two web applications if their sources have changed; `npm start` runs it, and so may anybody.
import "./node-version.mjs";
import { fileURLToPath } from "node:url";

// Also where tests start the build and say "test": React would then bring its slow half that serves developers.
process.env.NODE_ENV = "production";
const { buildApplications } = await import("./src/pages/build.ts");
const repository = fileURLToPath(new URL("..", import.meta.url));
try {
  await buildApplications(repository, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(
    `The web applications could not be built. ${error instanceof Error ? error.message : ""}\n`,
  );
  process.exitCode = 1;
}
