// After a failed `npm run setup`, which is silent: says what to look at, and keeps the exit code a failure.
process.stderr.write(`The packages that Tiltas needs could not be installed. Look at three things:
  - this machine reaches the npm registry;
  - this folder and the home folder (${process.env.HOME ?? process.env.USERPROFILE ?? "HOME is not set"}) can be written;
  - the disk has space left.
Then start again. The whole reason: npx --yes pnpm@12.21.0 install --frozen-lockfile
`);
process.exit(1);
