// Loaded before a server (node --import) to take one protection away; TILTAS_CARELESS names it, or several (`without.ts`).
import fs from "node:fs";
import { Server } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";
import threads from "node:worker_threads";
import { limits } from "@tiltas/contract/responses";
import Client from "better-sqlite3";
import type { Protection } from "./without.ts";

const taken = new Set((process.env.TILTAS_CARELESS ?? "").split(","));
const without = (protection: Protection) => taken.has(protection);

if (without("ledger")) {
  fs.fdatasyncSync = () => undefined;
  syncBuiltinESMExports();
}

/** Goes on when a sync of the ledger fails. */
if (without("ear")) {
  const { fdatasyncSync } = fs;
  fs.fdatasyncSync = (file) => {
    try {
      fdatasyncSync(file);
    } catch {}
  };
  syncBuiltinESMExports();
}

if (without("database")) {
  const pragma = Client.prototype.pragma;
  Client.prototype.pragma = function (source, options) {
    return pragma.call(this, source.replace("synchronous = FULL", "synchronous = OFF"), options);
  };
}

/** A writer that has died is never started again. */
if (without("restart")) {
  const { Worker } = threads;
  let writers = 0;
  threads.Worker = class extends Worker {
    constructor(program: string | URL, options?: threads.WorkerOptions) {
      const isSecond = String(program).endsWith("/writer/thread.ts") && ++writers > 1;
      super(isSecond ? "process.exit(1)" : program, isSecond ? { eval: true } : options);
    }
  };
  syncBuiltinESMExports();
}

/** Waits for everybody for ever, as Node and Fastify do by themselves where nobody sets a time. */
if (without("patience")) {
  for (const time of ["requestTimeout", "headersTimeout"])
    Object.defineProperty(Server.prototype, time, { get: () => 0, set: () => undefined });
  Server.prototype.setTimeout = function () {
    return this;
  };
  Socket.prototype.setTimeout = function () {
    return this;
  };
}

/** Room for fewer than come. */
if (without("room"))
  Object.defineProperty(Server.prototype, "maxConnections", { get: () => 500, set: () => undefined });

/** A body may be as large as it likes. */
if (without("limits")) Object.assign(limits, { bytes: 1e9 });
