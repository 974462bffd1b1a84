import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { type Encoding, encodings } from "../door/compression.ts";
import { type Accompanying, type ReadyMade, readyMade } from "../door/ready-made.ts";
import { endings } from "./compress.ts";

/** A file of a built application as it is sent. */
export interface SentFile {
  readonly ready: ReadyMade;
  readonly headers: Accompanying;
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** Plain names and the kinds of file that pages load; nothing hidden, nothing of the build's own. */
const served = /^(?:[\w-]+\/)*[\w-][\w.-]*\.(?:js|css|woff2?|svg|png|ico|webmanifest)$/;

/**
 * The files that pages load, by their path below the folder ("assets/index-1a2b.js"): read once, when the server starts,
 * with what the build compressed beside them, so that no file is opened while somebody waits. A build of both
 * applications is ten megabytes of memory; files of earlier builds, at most 500 an application, may add twenty-five.
 */
export function readFiles(
  folder: string,
  headersOf: (path: string) => Accompanying,
): ReadonlyMap<string, SentFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"));
  const there = new Set(paths);
  return new Map(
    paths
      .filter((path) => served.test(path))
      .map((path) => [path, readFile(folder, path, headersOf(path), (name) => there.has(name))]),
  );
}

/** `index.html` of an application. */
export function readPage(folder: string, headers: Accompanying): SentFile {
  const there = new Set(readdirSync(folder));
  return readFile(folder, "index.html", headers, (name) => there.has(name));
}

function readFile(
  folder: string,
  path: string,
  headers: Accompanying,
  isThere: (path: string) => boolean,
): SentFile {
  const compressed = encodings
    .filter((encoding) => isThere(path + endings[encoding]))
    .map((encoding): [Encoding, Buffer] => [encoding, readFileSync(join(folder, path + endings[encoding]))]);
  return {
    ready: readyMade(readFileSync(join(folder, path)), new Map(compressed)),
    headers: {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      vary: "accept-encoding",
      ...headers,
    },
  };
}
