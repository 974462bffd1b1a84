import { copyFile, readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";

const daysKept = 14;
/** About three builds: a workshop that builds all day does not fill a server's memory. */
const filesKept = 500;

/**
 * Pages that are open name files of the build they came from: those stay beside the files of a new build, for two weeks.
 *
 * @param earlier  folder of the files as they were served until now; it may not be there
 * @param made     folder of the new build's files, whose names hold a hash of their content
 */
export async function keepEarlierFiles(earlier: string, made: string, now: Date): Promise<void> {
  const present = new Set(await readdir(made));
  const names = (await readdir(earlier).catch((): string[] => [])).filter((name) => !present.has(name));
  const since = now.getTime() - daysKept * 24 * 3_600_000;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, made: (await stat(join(earlier, name))).mtime })),
  );
  const kept = dated
    .filter(({ made }) => made.getTime() > since)
    .sort((a, b) => b.made.getTime() - a.made.getTime())
    .slice(0, filesKept);
  for (const { name, made: time } of kept) {
    await copyFile(join(earlier, name), join(made, name));
    await utimes(join(made, name), time, time);
  }
}
