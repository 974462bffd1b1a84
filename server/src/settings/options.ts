import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

export const help = `Tiltas: the server of questionnaires, answers and reports.

  npm start -- [options]

  --host ADDRESS         address to listen on (127.0.0.1)
  --port NUMBER          port to listen on (4700; 0 takes a free one)
  --data FOLDER          where everything is kept (data)
  --demo                 a demonstration: synthetic respondents and sign-ins, labelled as such everywhere
  --public-url URL       https address under which people reach this server; used in links, QR codes and cookies
  --tls-cert FILE        certificate (PEM) with which this server speaks https itself
  --tls-key FILE         its private key (PEM)
  --trust-proxy          https ends at a proxy in front of this server; its X-Forwarded-For is believed
  --database-url URL     PostgreSQL instead of the embedded database (or TILTAS_DATABASE_URL, which hides it from ps)
  --help                 this text
`;

const options = {
  host: { type: "string" },
  port: { type: "string" },
  data: { type: "string" },
  demo: { type: "boolean" },
  "public-url": { type: "string" },
  "tls-cert": { type: "string" },
  "tls-key": { type: "string" },
  "trust-proxy": { type: "boolean" },
  "database-url": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm start --demo` keeps the option for npm: without a word, a server for real answers would start. */
export function refuseKeptByNpm(argumentsGiven: readonly string[], environment: NodeJS.ProcessEnv): void {
  const kept = Object.keys(options).find(
    (name) =>
      environment[`npm_config_${name.replaceAll("-", "_")}`] &&
      !argumentsGiven.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  );
  if (kept) throw new UsageError(`Options go behind two dashes: npm start -- --${kept}`);
}

/** The command line as written: option names to values. */
export function readOptions(argumentsGiven: readonly string[]): Record<string, string | boolean | undefined> {
  try {
    return parseArgs({ args: [...argumentsGiven], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const sentence = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    throw new UsageError(`${sentence.replace(/\.?$/, ".")} See npm start -- --help.`);
  }
}
