import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Link,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { InvitationPage, SignInPage } from "./access/index.ts";
import { WavePage, WavesPage } from "./fieldwork/index.ts";
import { LinksPage } from "./inviting/index.ts";
import { PeoplePage } from "./people/index.ts";
import { ReportsPage, ReportWatch } from "./reports/index.ts";
import { ReviewPage } from "./review/index.ts";
import {
  Frame,
  type Leaving,
  Page,
  ProblemNote,
  returnPath,
  SessionWatch,
  sessionQuery,
  useStrings,
  Workplace,
} from "./shell/index.ts";
import { Start } from "./start.tsx";
import { CasesPage, RescuePage, TabletsPage } from "./tablets/index.ts";

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
  errorComponent: ({ error }) => (
    <Frame>
      <Trouble problem={error} />
    </Frame>
  ),
  notFoundComponent: Lost,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { reason?: Leaving; from?: string } => ({
    ...(isLeaving(search.reason) ? { reason: search.reason } : {}),
    ...(typeof search.from === "string" ? { from: search.from } : {}),
  }),
  beforeLoad: async ({ context, search }) => {
    if (await context.queries.ensureQueryData(sessionQuery))
      throw redirect({ href: `/console${returnPath(search.from)}` });
  },
  component: () => <SignInPage {...signIn.useSearch()} />,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: () => <InvitationPage hash={location.hash} />,
});

/** Everything behind the sign-in. */
const staff = createRoute({
  getParentRoute: () => root,
  id: "staff",
  beforeLoad: async ({ context, location: place }) => {
    const signedIn = await context.queries.ensureQueryData(sessionQuery);
    if (signedIn !== null) return;
    const from = place.href === "/" ? {} : { from: place.href };
    throw redirect({ to: "/sign-in", search: from });
  },
  component: () => (
    <Workplace>
      <SessionWatch />
      <ReportWatch />
    </Workplace>
  ),
});

const start = createRoute({ getParentRoute: () => staff, path: "/", component: Start });
const waves = createRoute({ getParentRoute: () => staff, path: "/waves", component: WavesPage });
const wave = createRoute({
  getParentRoute: () => staff,
  path: "/waves/$wave",
  component: () => <WavePage {...wave.useParams()} />,
});
const links = createRoute({
  getParentRoute: () => staff,
  path: "/waves/$wave/links",
  component: () => <LinksPage {...links.useParams()} />,
});
const review = createRoute({
  getParentRoute: () => staff,
  path: "/waves/$wave/review",
  component: () => <ReviewPage {...review.useParams()} />,
});
const cases = createRoute({
  getParentRoute: () => staff,
  path: "/waves/$wave/cases",
  component: () => <CasesPage {...cases.useParams()} />,
});
const tablets = createRoute({ getParentRoute: () => staff, path: "/tablets", component: TabletsPage });
const rescue = createRoute({ getParentRoute: () => staff, path: "/rescue", component: RescuePage });
const reports = createRoute({
  getParentRoute: () => staff,
  path: "/reports",
  validateSearch: (search): { wave?: string } =>
    typeof search.wave === "string" ? { wave: search.wave } : {},
  component: () => <ReportsPage {...reports.useSearch()} />,
});
const people = createRoute({ getParentRoute: () => staff, path: "/people", component: PeoplePage });

export function createConsoleRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      invitation,
      staff.addChildren([start, waves, wave, links, review, cases, tablets, rescue, reports, people]),
    ]),
    basepath: "/console",
    context: { queries },
    defaultPendingMinMs: 0,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}

function isLeaving(reason: unknown): reason is Leaving {
  return reason === "signed-out" || reason === "idle" || reason === "ended";
}

function Lost() {
  const { shell } = useStrings();
  return (
    <Page name="lost" title={shell.lostTitle} sentence={shell.lost}>
      <Link to="/" className="link">
        {shell.toStart}
      </Link>
    </Page>
  );
}

function Trouble({ problem }: { problem: unknown }) {
  const { shell } = useStrings();
  return (
    <Page name="trouble" title={shell.product}>
      <ProblemNote problem={problem} onRetry={() => location.reload()} />
    </Page>
  );
}
