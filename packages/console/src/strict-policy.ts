import { config } from "zod";

// Without this zod tries whether it may compile code, and the strict content policy reports the attempt.
// It must run before any schema is made, so `main.tsx` imports this file first.
config({ jitless: true });
