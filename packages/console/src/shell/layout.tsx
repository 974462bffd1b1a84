import { Link, Outlet, useLocation, useSearch } from "@tanstack/react-router";
import type { Verb } from "@tiltas/contract/roles";
import { type ReactNode, useEffect, useRef } from "react";
import { AccountMenu, Icon, Mark, Notices, Switcher } from "../widgets/index.ts";
import { useDemonstration } from "./demonstration.ts";
import { useSpeech, useStrings } from "./language.tsx";
import { useSignOut } from "./leave.ts";
import { useMay, useSession } from "./session.ts";

/** The frame of every page: the banner, the bar above, and below it what the page brings. */
export function Frame({ children }: { children: ReactNode }) {
  const { shell } = useStrings();
  const demonstration = useDemonstration();
  return (
    <>
      <a className="skip" href="#content">
        {shell.skip}
      </a>
      <header>
        {demonstration ? (
          <div className="demonstration" role="note">
            <Icon name="attention" />
            {shell.demonstration}
          </div>
        ) : null}
        <TopBar />
      </header>
      {children}
      <Notices label={shell.notices} dismiss={shell.dismiss} />
    </>
  );
}

function TopBar() {
  const { language, strings, speak } = useSpeech();
  const { shell, people } = strings;
  const signedIn = useSession();
  const signOut = useSignOut();
  return (
    <div className="top-bar">
      <Link to="/" className="product">
        <Mark />
        {shell.product}
      </Link>
      <Switcher
        label={shell.language}
        value={language}
        onChange={speak}
        options={[
          { value: "lt", short: "LT", name: "Lietuvių" },
          { value: "en", short: "EN", name: "English" },
        ]}
      />
      {signedIn === null ? null : (
        <AccountMenu
          label={shell.account}
          email={signedIn.session.person.email}
          role={people.roleNames[signedIn.session.person.role]}
          signOut={shell.signOut}
          onSignOut={() => signOut("signed-out")}
        />
      )}
    </div>
  );
}

/** The rail at the left and the page beside it, for those who are signed in. */
export function Workplace({ children }: { children?: ReactNode }) {
  return (
    <div className="workplace">
      <Rail />
      <Outlet />
      {children}
    </div>
  );
}

/** The way of the work, in its order; what a role cannot do is not shown. */
const places = [
  { to: "/waves", verb: "wave.read", name: "field" },
  { to: "/tablets", verb: "device.manage", name: "tablets" },
  { to: "/quality", verb: "weights.read", name: "quality" },
  { to: "/weigh", verb: "weights.read", name: "weigh" },
  { to: "/explore", verb: "explore.read", name: "explore" },
  { to: "/release", verb: "release.read", name: "release" },
  { to: "/microdata", verb: "microdata.read", name: "microdata" },
  { to: "/people", verb: "people.read", name: "people" },
] as const satisfies readonly { to: string; verb: Verb; name: string }[];

function Rail() {
  const { shell } = useStrings();
  const { rail } = shell;
  const allowed = useMay();
  // The wave one works on stays the same from page to page.
  const { wave } = useSearch({ strict: false });
  const search = typeof wave === "string" ? { wave } : {};
  const shown = places.filter((place) => allowed(place.verb));
  const frame = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the rail is wider than the screen: the place one is at comes into sight.
  useEffect(() => {
    const here = frame.current?.querySelector('[aria-current="page"]');
    if (here && frame.current) frame.current.scrollLeft = leftOf(here, frame.current);
  }, [pathname]);
  if (shown.length === 0) return null;
  return (
    <nav ref={frame} className="rail" aria-label={shell.navigation}>
      <ul>
        {shown.map(({ to, name }) => (
          <li key={to} className={name === "people" ? "rail-apart" : undefined}>
            <Link to={to} search={search} className="rail-link" activeOptions={{ includeSearch: false }}>
              <span className="rail-name">{rail[name]}</span>
              <span className="rail-about">{rail[`${name}About`]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How far a row is moved so that one of its places stands in the middle. */
function leftOf(place: Element, row: HTMLElement): number {
  const { left, width } = place.getBoundingClientRect();
  return row.scrollLeft + left - row.getBoundingClientRect().left - (row.clientWidth - width) / 2;
}
