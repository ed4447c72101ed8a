import { profileBytes } from '../../fixtures/buildProfile.ts';

const stack = ['main.main@main.go:1', 'main.small@small.go:1'];
const small = Array.from({ length: 60 }, (_, i) => ({
  stack: [...stack, `main.tiny${i}@tiny.go:${i + 1}`],
  values: [i + 1],
}));
const large = { stack: ['main.main@main.go:1', 'main.large@large.go:7'], values: [1e9] };
/** A pair in which most of what changed is in one frame, and sixty are too narrow to be sent at first. */
export const base = profileBytes({ samples: [{ ...large, values: [1] }] });
export const current = profileBytes({ samples: [large, { stack, values: [1e5] }, ...small] });
