/** A point of the plane, and what stands there. */
export interface Spot<T> {
  what: T;
  x: number;
  y: number;
}

/** Spots that a single pin stands for: at the place of the first. */
export interface Cluster<T> extends Omit<Spot<T>, 'what'> {
  members: T[];
}

/**
 * Puts spots together that are nearer to one another than a distance: each joins the nearest of those before it, so that
 * what comes first keeps its place, and no two pins overlap. Each is compared with each pin, which for a thousand offices
 * takes a few milliseconds; an index such as Supercluster's pays with ten thousand points and more.
 */
export function cluster<T>(spots: readonly Spot<T>[], distance: number): Cluster<T>[] {
  const clusters: Cluster<T>[] = [];
  for (const { what, x, y } of spots) {
    let nearest: Cluster<T> | undefined;
    let least = distance ** 2;
    for (const entry of clusters) {
      const squared = (entry.x - x) ** 2 + (entry.y - y) ** 2;
      if (squared < least) [nearest, least] = [entry, squared];
    }
    if (nearest) nearest.members.push(what);
    else clusters.push({ x, y, members: [what] });
  }
  return clusters;
}
