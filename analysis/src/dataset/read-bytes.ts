import { closeSync, openSync, readSync } from "node:fs";

/** Bytes of a file, in a buffer of their own. */
export function readBytes(
  file: string,
  { at, bytes }: { readonly at: number; readonly bytes: number },
): Uint8Array<ArrayBuffer> {
  const into = new Uint8Array(bytes);
  const handle = openSync(file, "r");
  try {
    let read = 0;
    while (read < bytes) {
      const more = readSync(handle, into, read, bytes - read, at + read);
      if (more === 0) throw new RangeError("A file of columns ended before its last cell.");
      read += more;
    }
  } finally {
    closeSync(handle);
  }
  return into;
}
