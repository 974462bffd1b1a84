import "./node-version.mjs";
import "./without-page-keys.mjs";

const { main } = await import("./src/main.ts");
await main(process.argv.slice(2));
