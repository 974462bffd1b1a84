import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { lightPage } from "./light-build.ts";
import { serviceWorker } from "./worker-build.ts";

const target = ["chrome100", "edge100", "firefox100", "safari15.4"];

/**
 * What the server adds to its content security policy for this application: nothing. SurveyJS's inline styles are
 * switched off and all styles are files of ours; the file says so, so that nobody has to guess.
 */
function contentSecurityPolicy(): Plugin {
  return {
    name: "tiltas-csp",
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "csp.json",
        source: `${JSON.stringify({ "style-src": [] })}\n`,
      });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: "/respondent/",
  plugins: [react(), contentSecurityPolicy(), lightPage(target), serviceWorker(target)],
  build: {
    target,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
  },
});
