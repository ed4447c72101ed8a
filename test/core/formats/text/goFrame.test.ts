import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { ProfileBuilder } from '../../../../src/core/formats/profileBuilder.ts';
import { goFrame } from '../../../../src/core/formats/text/goFrame.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';

function dump(line: string): string | undefined {
  const builder = new ProfileBuilder(defaultLimits);
  const location = goFrame(line, builder);
  if (location === undefined) return undefined;
  builder.sample([location], [1]);
  return dumpProfile(builder.build({ format: 'goText', sampleTypes: [{ type: 'a', unit: 'b' }] }))[1];
}

test('reads names, files and lines with tabs between them, or spaces', () => {
  const cases = [
    ['#\t0x4b4972\tmain.(*list[...]).add+0x52\t/srv/main.go:22', 'main.(*list[...]).add@/srv/main.go:22 1'],
    ['#\t0x4b464c\tmain.main+0x6c\t\t/srv/my app/main.go:34', 'main.main@/srv/my app/main.go:34 1'],
    ['#\t0x1\tmain.f[struct { a, b int }]+0x1\tC:/x.go:1', 'main.f[struct { a, b int }]@C:/x.go:1 1'],
    ['#\t0x10', '0x10 1'],
    ['#    0x4b4972    main.(*T).add+0x52    /srv/my app/a.go:22', 'main.(*T).add@/srv/my app/a.go:22 1'],
    ['# 0x1 main.f[struct { a, b int }]+0x1 C:/x.go:1', 'main.f[struct { a, b int }]@C:/x.go:1 1'],
    ['#  0x10  main.f+0x20', 'main.f 1'],
    ['#   0x10', '0x10 1'],
  ] as const;
  for (const [line, expected] of cases) assert.equal(dump(line), expected);
});

test('is no frame: any other comment', () => {
  for (const line of [
    '#',
    '# runtime.MemStats',
    '# Alloc = 0x10',
    '#\tf+0x1\tmain.go:1',
    '# 0x10g f+0x1 main.go:1',
  ]) {
    assert.equal(dump(line), undefined, line);
  }
});
