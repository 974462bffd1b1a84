// The Node platform packages state `os` and `cpu` as plain strings; pnpm carries only lists into the lockfile.
// Without this, the Windows build of Node (90 MB) is installed on Linux too.
module.exports = {
  hooks: {
    readPackage(manifest) {
      if (/^node-(bin-)?(linux|win|darwin)-/.test(manifest.name)) {
        manifest.os = [].concat(manifest.os);
        manifest.cpu = [].concat(manifest.cpu);
      }
      return manifest;
    },
  },
};
