import Client from "better-sqlite3";
import { migrateSqlite } from "../../packages/store/src/dialects/index.ts";

/** Brings a data file up to date and dies by SIGKILL before the statement with the given number. Words: file, number. */
const [file = "", last = "0"] = process.argv.slice(2);
let statement = 0;

const client = new Client(file, {
  verbose: () => {
    statement += 1;
    if (statement === Number(last)) process.kill(process.pid, "SIGKILL");
  },
});
migrateSqlite(client, "data");
client.close();
