/**
 * Which of `count` hues each package has: the one that its name stands for, so that it has the same in every session, or
 * the next that is free. `largest` are packages, the largest first; when all hues are taken, packages share them.
 */
export function packageHues(largest: readonly string[], count: number): ReadonlyMap<string, number> {
  const hues = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of largest) {
    let hue = hashOf(name) % count;
    if (taken.size < count) while (taken.has(hue)) hue = (hue + 1) % count;
    taken.add(hue);
    hues.set(name, hue);
  }
  return hues;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
