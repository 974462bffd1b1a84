const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const lithuanianMonths = [
  "sausio",
  "vasario",
  "kovo",
  "balandžio",
  "gegužės",
  "birželio",
  "liepos",
  "rugpjūčio",
  "rugsėjo",
  "spalio",
  "lapkričio",
  "gruodžio",
];

/** Keeps a number and what belongs to it on one line. */
export const tie = "\u00a0";

const month = (iso: string): number => Number(iso.slice(5, 7)) - 1;

export const englishDay = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${englishMonths[month(iso)]} ${iso.slice(0, 4)}`;

export const lithuanianDay = (iso: string): string =>
  `${iso.slice(0, 4)}${tie}m. ${lithuanianMonths[month(iso)]} ${Number(iso.slice(8, 10))}${tie}d.`;

/** A number in words of a sentence, the same on every machine. A small negative one that rounds to zero has no sign. */
export function writtenNumber(value: number, decimals: number, group: string, point: string): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value < 0 && /[1-9]/.test(`${whole}${fraction ?? ""}`) ? "−" : "";
  return `${sign}${grouped}${fraction ? `${point}${fraction}` : ""}`;
}
