/**
 * Strongly connected components of a graph with nodes 0 … size-1: the number of the component of each node.
 *
 * @source Tarjan (1972), Depth-first search and linear graph algorithms; without recursion
 */
export function components(size: number, nextOf: (node: number) => readonly number[]): number[] {
  const search = new Search(size, nextOf);
  for (let node = 0; node < size; node += 1) search.from(node);
  return search.component;
}

class Search {
  readonly component: number[];
  private readonly order: number[];
  private readonly low: number[];
  private readonly nextOf: (node: number) => readonly number[];
  private readonly open: number[] = [];
  private visited = 0;
  private found = 0;

  constructor(size: number, nextOf: (node: number) => readonly number[]) {
    this.component = new Array<number>(size).fill(-1);
    this.order = new Array<number>(size).fill(-1);
    this.low = new Array<number>(size).fill(-1);
    this.nextOf = nextOf;
  }

  from(start: number): void {
    if (this.order[start] !== -1) return;
    const path = [this.enter(start)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const next = step.next[step.at];
      step.at += 1;
      if (next === undefined) {
        this.leave(step.node);
        path.pop();
        const before = path.at(-1);
        if (before) this.lower(before.node, this.low[step.node]);
      } else if (this.order[next] === -1) path.push(this.enter(next));
      else if (this.component[next] === -1) this.lower(step.node, this.order[next]);
    }
  }

  private enter(node: number): { node: number; next: readonly number[]; at: number } {
    this.order[node] = this.visited;
    this.low[node] = this.visited;
    this.visited += 1;
    this.open.push(node);
    return { node, next: this.nextOf(node), at: 0 };
  }
  private lower(node: number, value: number | undefined): void {
    this.low[node] = Math.min(this.low[node] ?? 0, value ?? 0);
  }
  private leave(node: number): void {
    if (this.low[node] !== this.order[node]) return;
    for (let last = this.open.pop(); last !== undefined; last = this.open.pop()) {
      this.component[last] = this.found;
      if (last === node) break;
    }
    this.found += 1;
  }
}
