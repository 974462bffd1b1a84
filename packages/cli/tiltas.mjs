#!/usr/bin/env node
// Checks the Node version in one sentence before any module that needs it is loaded.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `tiltas needs Node 22.18 or newer and found ${process.versions.node}. Run "npm run setup" once in the project folder; it brings its own Node, which "npx tiltas" then uses.`,
  );
  process.exit(2);
}
await import("./src/main.ts");
