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
import { askedIn, ExplorePage } from "./explore/index.ts";
import { WavePage, WavesPage } from "./fieldwork/index.ts";
import { LinksPage } from "./inviting/index.ts";
import { MicrodataPage } from "./microdata/index.ts";
import { PeoplePage } from "./people/index.ts";
import { PlanPage } from "./plan/index.ts";
import { QualityPage } from "./quality/index.ts";
import { CandidateWatch, ReleasePage } from "./release/index.ts";
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
import { WeighPage } from "./weigh/index.ts";

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
      <CandidateWatch />
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
const waveIn = (search: Record<string, unknown>): { wave?: string } =>
  typeof search.wave === "string" ? { wave: search.wave } : {};
const quality = createRoute({
  getParentRoute: () => staff,
  path: "/quality",
  validateSearch: waveIn,
  component: () => <QualityPage {...quality.useSearch()} />,
});
const weigh = createRoute({
  getParentRoute: () => staff,
  path: "/weigh",
  validateSearch: waveIn,
  component: () => <WeighPage {...weigh.useSearch()} />,
});
const plan = createRoute({
  getParentRoute: () => staff,
  path: "/weigh/plan",
  validateSearch: waveIn,
  component: () => <PlanPage {...plan.useSearch()} />,
});
const explore = createRoute({
  getParentRoute: () => staff,
  path: "/explore",
  validateSearch: askedIn,
  component: () => {
    const asked = explore.useSearch();
    const navigate = explore.useNavigate();
    return (
      <ExplorePage
        asked={asked}
        onAsk={(change) => void navigate({ search: { ...asked, ...change }, replace: true })}
      />
    );
  },
});
const release = createRoute({
  getParentRoute: () => staff,
  path: "/release",
  validateSearch: waveIn,
  component: () => <ReleasePage {...release.useSearch()} />,
});
const microdata = createRoute({
  getParentRoute: () => staff,
  path: "/microdata",
  validateSearch: waveIn,
  component: () => <MicrodataPage {...microdata.useSearch()} />,
});
const people = createRoute({ getParentRoute: () => staff, path: "/people", component: PeoplePage });

export function createConsoleRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      invitation,
      staff.addChildren([
        start,
        ...[waves, wave, links, review, cases, tablets, rescue],
        ...[quality, weigh, plan, explore, release, microdata],
        people,
      ]),
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
