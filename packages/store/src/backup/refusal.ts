/** A backup that cannot be made, or a file that cannot be restored; a sentence with the remedy. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** The sentence for what the operating system or the database objected to while a backup was written or read. */
export function backupErrorOf(error: unknown, file: string): Error {
  if (error instanceof BackupError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (fullCodes.has(code))
    return new BackupError(
      `There is no space left for ${file} or for the copy that is made beside the data first. Free some space and run it again; earlier backups are untouched.`,
    );
  if (code === "ENOENT")
    return new BackupError(`${file} cannot be reached: there is no such file or folder.`);
  if (deniedCodes.has(code)) return new BackupError(`This user may not read or write ${file}.`);
  return error instanceof Error ? error : new Error(String(error));
}

const fullCodes = new Set(["ENOSPC", "EDQUOT", "EFBIG", "SQLITE_FULL"]);
const deniedCodes = new Set(["EACCES", "EPERM", "EROFS"]);
