/** "Exit" clears the screen at once; what is being written is written to its end by the browser. */
export function leaveOnExit(): void {
  const next = isKiosk() ? startOfKiosk() : "about:blank";
  document.querySelector("#first .exit")?.addEventListener("click", () => {
    document.documentElement.replaceChildren();
    location.replace(next);
  });
}

/** Milliseconds without a sign of life after which a kiosk shows its first page again; nothing was answered so far. */
const calm = 90_000;

/** A kiosk that somebody has left while reading is ready for the next person, in their language. */
export function returnWhenCalm(): void {
  if (!isKiosk()) return;
  const leave = () => document.getElementById("first") && location.replace(startOfKiosk());
  let left = setTimeout(leave, calm);
  for (const sign of ["pointerdown", "keydown", "scroll"])
    document.addEventListener(
      sign,
      () => {
        clearTimeout(left);
        left = setTimeout(leave, calm);
      },
      { capture: true, passive: true },
    );
}

const isKiosk = () => new URL(location.href).searchParams.get("mode") === "kiosk";

/** The link without a language: whoever comes next chooses. */
function startOfKiosk(): string {
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  address.hash = "";
  return address.href;
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
