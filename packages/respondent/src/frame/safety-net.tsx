import type { Words } from "@tiltas/instrument/words";
import { Component, type ReactNode } from "react";
import { whereKept } from "./place.ts";
import { Screen } from "./screen.tsx";

interface SafetyNetProps {
  readonly words: Words;
  readonly children: ReactNode;
}

/** Catches what nobody expected. What was answered is on the device by then, so loading the page again is safe. */
export class SafetyNet extends Component<SafetyNetProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    const { words, children } = this.props;
    if (!this.state.isBroken) return children;
    const again = (
      <button type="button" className="primary" onClick={() => window.location.reload()}>
        {words.tryAgain}
      </button>
    );
    return (
      <Screen name="broken" heading={words.brokenTitle} bottom={again}>
        <p>{words.broken(whereKept(words))}</p>
      </Screen>
    );
  }
}
