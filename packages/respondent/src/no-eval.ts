import { config } from "zod";

// Zod tries eval to be faster; our content security policy forbids it and would report the attempt on every visit.
config({ jitless: true });
