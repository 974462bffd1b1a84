// After `npm test`: says in sentences what did not run here, and how to get it.
import { existsSync, readdirSync } from "node:fs";

const chromium = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].some(
  (path) => path && existsSync(path),
);
const postgres =
  process.env.DATABASE_URL !== undefined ||
  (existsSync("/usr/lib/postgresql") && readdirSync("/usr/lib/postgresql").length > 0);

const sentences = [
  ...(process.env.TILTAS_REFERENCE
    ? []
    : ["Skipped: comparisons on reference inputs. Set TILTAS_REFERENCE to their folder."]),
  `Not part of this run: browser journeys. npm run test:browser${chromium ? "" : " needs Chromium: apt-get install chromium, or set CHROMIUM_PATH"}.`,
  `Not part of this run: the same suite on PostgreSQL. npm run test:postgres${postgres ? "" : " needs a server: apt-get install postgresql, or set DATABASE_URL"}.`,
  "Not part of this run: kills, full disks and damaged files. npm run test:faults.",
];
console.log(`\n${sentences.join("\n")}`);
