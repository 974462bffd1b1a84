import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { readOptions, refuseKeptByNpm } from "./options.ts";
import { refuseUnreachable } from "./reachable.ts";
import { UsageError } from "./usage-error.ts";

const Flag = z.boolean().default(false);

const portIs = "must be a whole number from 0 to 65535";

const Given = z.strictObject({
  host: z.string().min(1).default("127.0.0.1"),
  port: z.coerce.number(portIs).int(portIs).min(0, portIs).max(65_535, portIs).default(4700),
  data: z.string().min(1).default("data"),
  demo: Flag,
  "public-url": z.url("must be a complete address such as https://tiltas.example").optional(),
  "tls-cert": z.string().optional(),
  "tls-key": z.string().optional(),
  "trust-proxy": Flag,
  "database-url": z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres://")
    .optional(),
});

/** Everything that decides how this server runs; read once, at the start. */
export interface Settings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly demonstration: boolean;
  /** Origin of `--public-url`, without a slash at the end. */
  readonly publicOrigin: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly trustProxy: boolean;
  readonly databaseUrl: string | undefined;
}

/** @throws UsageError with one sentence when the server could not be reached safely as asked */
export function readSettings(argumentsGiven: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  refuseKeptByNpm(argumentsGiven, environment);
  const written = readOptions(argumentsGiven);
  const given = Given.safeParse({
    "database-url": environment.TILTAS_DATABASE_URL || undefined,
    ...written,
  });
  if (!given.success) throw new UsageError(objection(given.error));
  const options = given.data;
  const settings = {
    host: options.host,
    port: options.port,
    data: resolve(options.data),
    demonstration: options.demo,
    publicOrigin: originOf(options["public-url"]),
    tls: certificate(options["tls-cert"], options["tls-key"]),
    trustProxy: options["trust-proxy"],
    databaseUrl: options["database-url"],
  };
  refuseUnreachable(settings);
  return settings;
}

/** The settings in one line for the log, without the certificate's key and without the database's address. */
export function described(settings: Settings): Record<string, unknown> {
  const { tls, databaseUrl, ...open } = settings;
  return { ...open, tls: tls !== undefined, database: databaseUrl === undefined ? "sqlite" : "postgres" };
}

function objection(error: z.ZodError): string {
  const [issue] = error.issues;
  return `The option --${issue?.path.join(".")} is not right: ${issue?.message}. See npm start -- --help.`;
}

function originOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { origin, pathname, search, hash, username } = new URL(url);
  if (pathname !== "/" || search !== "" || hash !== "" || username !== "") {
    throw new UsageError(
      "The option --public-url must be an origin alone, such as https://tiltas.example, without a path.",
    );
  }
  return origin;
}

function certificate(cert: string | undefined, key: string | undefined): Settings["tls"] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new UsageError("Give --tls-cert and --tls-key together.");
  return { cert: readPem("--tls-cert", cert), key: readPem("--tls-key", key) };
}

function readPem(option: string, path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`The file ${path} given with ${option} cannot be read.`);
  }
  if (!text.includes("-----BEGIN "))
    throw new UsageError(`The file ${path} given with ${option} is not in PEM form.`);
  return text;
}
