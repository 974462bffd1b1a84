/**
 * Where to go after signing in. Only a path of this console counts: anything that a browser could read as
 * another site, or that would lead back to the door, becomes the start page.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/[^/\\]/.test(wanted) || hasControlCharacter(wanted)) return "/";
  const place = new URL(wanted, "https://console.invalid");
  if (place.origin !== "https://console.invalid") return "/";
  if (/^\/(sign-in|invitation)(\/|$)/.test(place.pathname)) return "/";
  return place.pathname + place.search;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\u007f");
}
