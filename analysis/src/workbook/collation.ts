/**
 * Order of the Lithuanian alphabet, own table: the order of a printed list must not depend on the machine's ICU.
 * č, š, ž are letters of their own; ą, ę, ė, į, y, ų, ū differ from a, e, i, u only when all else is equal.
 *
 * @source rules "lt" of the Unicode CLDR collation
 */
export function compareLithuanian(a: string, b: string): number {
  return (
    compareBy(a, b, primary) ||
    compareBy(a, b, secondary) ||
    compareBy(a.normalize("NFC"), b.normalize("NFC"), (character) => character.codePointAt(0) ?? 0)
  );
}

const alphabet = " -–().,'0123456789abcčdefghijklmnopqrsštuvwxzž";
const variants = new Map(Object.entries({ ą: "a", ę: "e", ė: "e", į: "i", y: "i", ų: "u", ū: "u" }));
const variantOrder = "ąęėįyųū";

function primary(character: string): number {
  const letter = character.toLowerCase();
  const place = alphabet.indexOf(variants.get(letter) ?? letter);
  return place === -1 ? alphabet.length + (letter.codePointAt(0) ?? 0) : place;
}

const secondary = (character: string): number => variantOrder.indexOf(character.toLowerCase()) + 1;

function compareBy(a: string, b: string, weight: (character: string) => number): number {
  const [first, second] = [[...a.normalize("NFC")], [...b.normalize("NFC")]];
  for (let i = 0; i < Math.min(first.length, second.length); i++) {
    const difference = weight(first[i] ?? "") - weight(second[i] ?? "");
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
