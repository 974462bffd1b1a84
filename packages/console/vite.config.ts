import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The widgets speak Lithuanian and English; their other thirty languages stay out of the bundle. */
const onlyStaffLanguages: Plugin = {
  name: "only-staff-languages",
  load: {
    filter: { id: /\/intl\/(?:[a-z]+\/)?(?!lt-LT|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/ },
    handler: () => "export default {};",
  },
};

/**
 * react-aria inserts a style element unless it finds one with this id; our strict policy would block it.
 * The rule it wants is in `src/widgets/controls.css`.
 */
const namedStylesheet: Plugin = {
  name: "named-stylesheet",
  transformIndexHtml: {
    order: "post",
    handler: (html) =>
      html.replace('<link rel="stylesheet"', '<link id="react-aria-pressable-style" rel="stylesheet"'),
  },
};

export default defineConfig({
  base: "/console/",
  plugins: [react(), onlyStaffLanguages, namedStylesheet],
  // Fonts and pictures stay files (`font-src 'self'`), and light-dark() stays as written.
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    target: ["chrome123", "edge123", "firefox121", "safari17.5"],
  },
  server: { proxy: { "/api": "http://127.0.0.1:4700" } },
});
