/** What a page asks of the service worker; answered on the port that comes with it. */
export type WorkerRequest =
  /** Keep these addresses for the time without network; `everything`: all files of the application too. */
  | { readonly kind: "keep"; readonly addresses: readonly string[]; readonly everything: boolean }
  /** The person wants everything to go: nothing more is kept. */
  | { readonly kind: "forget" };

/** Addresses that could not be kept; empty when all is here. */
export interface WorkerAnswer {
  readonly missing: readonly string[];
}
