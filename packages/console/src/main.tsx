import "./strict-policy.ts";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./shell/styles/fonts.css";
import "./shell/styles/ground.css";
import "./shell/styles/frame.css";
import "./widgets/controls.css";
import "./widgets/overlays.css";
import "./widgets/parts.css";
import "./widgets/data-table.css";
import "./widgets/lists.css";
import "./fieldwork/fieldwork.css";
import "./inviting/inviting.css";
import "./pictures/pictures.css";
import "./explore/explore.css";
import "./release/release.css";
import "./weigh/weigh.css";
import "./plan/plan.css";
import "./review/review.css";
import "./tablets/tablets.css";
import { createConsoleRouter } from "./routes.tsx";
import { ApiProblem, LanguageProvider, leave, mayPass } from "./shell/index.ts";

const onError = (problem: unknown) => {
  if (problem instanceof ApiProblem && problem.kind === "signed-out") void leave(router, queries, "ended");
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (failures, problem) => failures < 2 && mayPass(problem) },
  },
});
const router = createConsoleRouter(queries);

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
