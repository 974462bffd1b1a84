// Plain JavaScript on purpose: it must be able to say which Node is needed, even on one that is too old for the rest.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Tiltas needs Node 22.18 or newer, and this is Node ${process.versions.node}; start it with "npm start", which brings its own.\n`,
  );
  process.exit(1);
}
