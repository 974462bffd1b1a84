/**
 * A Hadamard matrix of at least this order, as small as the constructions of Sylvester and Paley give: entries 1 and -1,
 * rows orthogonal, first row and column all 1. Entry [i][j] is at i·order + j.
 *
 * @source Paley (1933), On orthogonal matrices, Journal of Mathematics and Physics 12; Sylvester (1867)
 */
export function hadamardMatrix(atLeast: number): { readonly order: number; readonly entries: Int8Array } {
  for (let order = Math.max(1, atLeast); ; order++) {
    const entries = construct(order);
    if (entries) return { order, entries: normalised(entries, order) };
  }
}

function construct(order: number): Int8Array | undefined {
  if (order === 1) return Int8Array.of(1);
  if (order === 2) return Int8Array.of(1, 1, 1, -1);
  if (order % 4 !== 0) return undefined;
  if (isPrime(order - 1)) return firstOfPaley(order - 1);
  const half = order / 2;
  if (half % 2 === 0 && (half - 1) % 4 === 1 && isPrime(half - 1)) return secondOfPaley(half - 1);
  const smaller = construct(half);
  return smaller && doubled(smaller, half);
}

function isPrime(number: number): boolean {
  if (number < 2) return false;
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}

/** 1 where the number is a square modulo the prime, -1 where not, 0 for multiples. */
function quadraticCharacter(prime: number): Int8Array {
  const character = new Int8Array(prime).fill(-1);
  character[0] = 0;
  for (let root = 1; root < prime; root++) character[(root * root) % prime] = 1;
  return character;
}

/** Order q + 1 for a prime q with remainder 3 by 4. */
function firstOfPaley(prime: number): Int8Array {
  const [order, character] = [prime + 1, quadraticCharacter(prime)];
  const entries = new Int8Array(order * order).fill(1);
  for (let i = 0; i < prime; i++) {
    entries[(i + 1) * order] = -1;
    for (let j = 0; j < prime; j++)
      entries[(i + 1) * order + j + 1] = i === j ? 1 : character[(i - j + prime) % prime]!;
  }
  return entries;
}

/** Order 2(q + 1) for a prime q with remainder 1 by 4: each entry of a conference matrix becomes a block of four. */
function secondOfPaley(prime: number): Int8Array {
  const [size, character] = [prime + 1, quadraticCharacter(prime)];
  const order = 2 * size;
  const entries = new Int8Array(order * order);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const entry = i === j ? 0 : i === 0 || j === 0 ? 1 : character[(i - j + prime) % prime]!;
      const [a, b, c, d] = entry === 0 ? [1, -1, -1, -1] : [entry, entry, entry, -entry];
      entries.set([a, b], 2 * i * order + 2 * j);
      entries.set([c, d], (2 * i + 1) * order + 2 * j);
    }
  return entries;
}

function doubled(smaller: Int8Array, half: number): Int8Array {
  const order = 2 * half;
  const entries = new Int8Array(order * order);
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) {
      const entry = smaller[(i % half) * half + (j % half)]!;
      entries[i * order + j] = i >= half && j >= half ? -entry : entry;
    }
  return entries;
}

function normalised(entries: Int8Array, order: number): Int8Array {
  for (let j = 0; j < order; j++)
    if (entries[j] === -1) for (let i = 0; i < order; i++) entries[i * order + j]! *= -1;
  for (let i = 0; i < order; i++)
    if (entries[i * order] === -1) for (let j = 0; j < order; j++) entries[i * order + j]! *= -1;
  return entries;
}
