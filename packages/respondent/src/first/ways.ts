/** "Exit" clears the screen at once; what is being written is written to its end by the browser. */
export function leaveOnExit(): void {
  document.querySelector("#first .exit")?.addEventListener("click", () => {
    document.documentElement.replaceChildren();
    location.replace("about:blank");
  });
}

/** The same link in another language; everything else it carries stays. */
export function addressIn(language: string): string {
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  return address.href;
}

/** On the list of languages: each link carries on what stands behind the # of this one, such as a personal code. */
export function carryOnFragment(): void {
  const { hash } = location;
  if (hash === "") return;
  history.replaceState(history.state, "", location.pathname + location.search);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) link.hash = hash;
}
