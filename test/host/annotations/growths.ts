import type { Growth } from '../../../src/core/answers/growth.ts';

/** A line's growth as the engine gives it. */
export function growth(changes: Partial<Growth> = {}): Growth {
  return {
    kind: 'flat',
    name: 'main.f',
    file: '/build/main.go',
    line: 1,
    startLine: 0,
    value: { base: 0, current: 0 },
    share: 0,
    objects: null,
    retained: null,
    mayBeGone: false,
    evidence: null,
    callers: [],
    allocators: [],
    stack: [],
    ...changes,
  };
}

/** A function that allocates for another. */
export function allocator(name: string, delta: number): Growth['allocators'][number] {
  return { name, file: 'lib.go', line: 0, startLine: 0, value: { base: 0, current: delta } };
}
