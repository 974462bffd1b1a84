import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Environment of programs that are started and killed again and again: what one has compiled the next one finds there.
 * A program must write it down itself (`flushCompileCache`) once it is up, because a killed one cannot.
 */
export const compiledOnce = { NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache") };
