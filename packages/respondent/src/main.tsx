import "./no-eval.ts";
import "./frame/type.css";
import "./frame/ground.css";
import "./frame/choice.css";
import "./frame/questions.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { indexedDevice } from "./device/index.ts";
import { httpCollector } from "./outbox/index.ts";
import { readLink } from "./start/index.ts";

const fetchNow: typeof fetch = (...request) => fetch(...request);
const tools = {
  device: indexedDevice(),
  collector: httpCollector(fetchNow),
  fetchNow,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root).render(
  <App link={readLink(new URL(window.location.href))} browserLanguages={navigator.languages} tools={tools} />,
);
