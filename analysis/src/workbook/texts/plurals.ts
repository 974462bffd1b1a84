/** Which of the three Lithuanian forms a number takes: 21 atsakymas, 22 atsakymai, 20 atsakymų. */
export function lithuanianForm(count: number): "one" | "few" | "many" {
  const [lastTwo, last] = [count % 100, count % 10];
  if (last === 0 || (lastTwo >= 11 && lastTwo <= 19)) return "many";
  return last === 1 ? "one" : "few";
}
