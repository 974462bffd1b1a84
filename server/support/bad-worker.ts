/** Stands in for a worker that computes: the wave's name says what goes wrong. */
export default async function badWorker({ task }: { task: { wave: string } }): Promise<unknown> {
  if (task.wave === "crash") process.exit(7);
  while (task.wave === "endless") Math.sqrt(2);
  if (task.wave === "hungry") {
    const held: number[][] = [];
    while (true) held.push(new Array(1_000_000).fill(held.length));
  }
  return { state: "finished", respondents: 1 };
}
