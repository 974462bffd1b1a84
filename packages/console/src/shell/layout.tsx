import { Link, Outlet } from "@tanstack/react-router";
import type { Verb } from "@tiltas/contract/roles";
import type { ReactNode } from "react";
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

function Rail() {
  const { shell } = useStrings();
  const { rail } = shell;
  const allowed = useMay();
  const places: readonly {
    to: "/waves" | "/tablets" | "/reports" | "/people";
    verb: Verb;
    name: string;
    about: string;
    apart?: boolean;
  }[] = [
    { to: "/waves", verb: "wave.read", name: rail.field, about: rail.fieldAbout },
    { to: "/tablets", verb: "device.manage", name: rail.tablets, about: rail.tabletsAbout },
    { to: "/reports", verb: "report.read", name: rail.release, about: rail.releaseAbout },
    { to: "/people", verb: "people.read", name: rail.people, about: rail.peopleAbout, apart: true },
  ];
  const shown = places.filter((place) => allowed(place.verb));
  if (shown.length === 0) return null;
  return (
    <nav className="rail" aria-label={shell.navigation}>
      <ul>
        {shown.map((place) => (
          <li key={place.to} className={place.apart ? "rail-apart" : undefined}>
            <Link to={place.to} className="rail-link">
              <span className="rail-name">{place.name}</span>
              <span className="rail-about">{place.about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
