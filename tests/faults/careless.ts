// Loaded before a server (node --import) to take one protection away. TILTAS_CARELESS: "database", "ledger" or "ear".
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import Client from "better-sqlite3";

if (process.env.TILTAS_CARELESS === "ledger") {
  fs.fdatasyncSync = () => undefined;
  syncBuiltinESMExports();
}

/** Goes on when a sync of the ledger fails. */
if (process.env.TILTAS_CARELESS === "ear") {
  const { fdatasyncSync } = fs;
  fs.fdatasyncSync = (file) => {
    try {
      fdatasyncSync(file);
    } catch {}
  };
  syncBuiltinESMExports();
}

if (process.env.TILTAS_CARELESS === "database") {
  const pragma = Client.prototype.pragma;
  Client.prototype.pragma = function (source, options) {
    return pragma.call(this, source.replace("synchronous = FULL", "synchronous = OFF"), options);
  };
}
