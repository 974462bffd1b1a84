import { FolderHeldError, FolderUnusableError } from "@tiltas/store/port";
import { ZodError } from "zod";
import { UsageError } from "./settings/usage-error.ts";

/** Why the server did not start, in one sentence for the person at the keyboard, and the exit code. */
export interface FailedStart {
  readonly sentence: string;
  /** 2: asked for something that cannot be; 1: something around the server is not as it should be. */
  readonly exitCode: 1 | 2;
}

interface Asked {
  readonly host: string;
  readonly port: number;
  readonly data: string;
}

export function failedStart(error: unknown, asked: Asked | undefined): FailedStart {
  if ([UsageError, FolderHeldError, FolderUnusableError].some((kind) => error instanceof kind))
    return { sentence: oneLine(String((error as Error).message)), exitCode: 2 };
  const code = codeOf(error);
  const message = messageOf(error);
  const known = asked && knownCause(code, asked);
  return { sentence: oneLine(known ?? message), exitCode: unusableFolder.test(code) ? 2 : 1 };
}

/** The folder was named, and cannot be used: as wrong as a wrong option. */
const unusableFolder = /^(ENOTDIR|EEXIST|EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/;

function knownCause(code: string, { host, port, data }: Asked): string | undefined {
  if (code === "EADDRINUSE")
    return `Port ${port} of ${host} is in use by another program. Stop that program, or choose another port with --port.`;
  if (/^(EADDRNOTAVAIL|ENOTFOUND)$/.test(code))
    return `This machine has no address ${host}. Give another with --host.`;
  if (/^(ENOTDIR|EEXIST)$/.test(code))
    return `The data folder ${data} is a file, or lies inside one. Give a folder with --data.`;
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) {
    return `The data folder ${data} cannot be written, or the port may not be opened. Check the permissions of both, and that the disk is not read-only.`;
  }
  if (/^(ENOSPC|SQLITE_FULL)/.test(code))
    return `There is no space left on the disk that holds the data folder ${data}. Free some space and start again.`;
  if (/^(SQLITE_CORRUPT|SQLITE_NOTADB)/.test(code))
    return `A database file in ${data} is damaged. Restore the folder from a backup.`;
  if (/^(ERR_OSSL|ERR_TLS)/.test(code))
    return "The certificate and the key given with --tls-cert and --tls-key cannot be used together. Check that they belong to each other and are in PEM form.";
  if (/^(ECONNREFUSED|ENETUNREACH|ETIMEDOUT|28\w{3}|3D000|57P03)$/.test(code)) {
    return "The database given with --database-url cannot be reached or does not let the server in. Check its address, name and password.";
  }
  return undefined;
}

/** Of what has not the shape it should have: the place and what is wrong there; its own message begins with a bracket. */
function messageOf(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function oneLine(message: string): string {
  return message.split("\n")[0]?.trim() || "The server could not start, and the reason is not known.";
}
