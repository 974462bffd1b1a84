// Writes the next migration of every database whose tables have changed: `npm run generate -- --name what_changed`.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const room = fileURLToPath(new URL("..", import.meta.url));
for (const config of readdirSync(`${room}/drizzle`).filter((file) => file.endsWith(".config.ts"))) {
  const words = ["generate", "--config", `drizzle/${config}`, ...process.argv.slice(2)];
  execFileSync("drizzle-kit", words, { cwd: room, stdio: "inherit" });
}
