export { canonicalJson, NotCanonicalError } from "./canonical.ts";
export { contentHash, digest, type ResponseContent, sha256 } from "./digest.ts";
