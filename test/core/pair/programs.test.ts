import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { differentPrograms } from '../../../src/core/pair/programs.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, profileOf, samplesOf } from '../answers/lookAt.ts';

const program = (file: string, buildId: string, ...stacks: string[]): Profile =>
  profileOf({ samples: samplesOf(...stacks.map(stack => `${stack} 1`)), binary: { file, buildId } });
const lib = 'net/http.serve@/usr/local/go/src/net/http/server.go';
const go = (name: string, own: string): string =>
  `main.main@/src/${name}/main.go;${lib};main.${own}@/src/${name}/${own}.go`;

const cases: readonly [title: string, base: Profile, current: Profile, expected: boolean][] = [
  ['no function in common', heap('a;b 1'), heap('c;d 1'), true],
  ['one function in common', heap('a;b 1'), heap('a;d 1'), false],
  ['one build', program('/a', '1', 'f'), program('/b', '1', 'g'), false],
  ['a binary of the same name', program('/v1/app', '1', 'f'), program('/v2/app', '2', 'g'), false],
  ['libraries only', program('/a', '1', go('a', 'put')), program('/b', '2', go('b', 'get')), true],
  ['a renamed binary', program('/a', '1', go('a', 'put')), program('/b', '2', go('b', 'put')), false],
  ['libraries only, no names of binaries', heap(`${go('a', 'put')} 1`), heap(`${go('b', 'get')} 1`), true],
  ['another function of one file', heap(`${lib};main.f@/a.go:1 1`), heap(`${lib};main.g@/a.go:2 1`), false],
  ['nothing in one', heap(), heap('f 1'), false],
];
for (const [title, base, current, expected] of cases) {
  test(title, () => {
    const profiles = [base, current];
    assert.equal(differentPrograms(profiles, internLines(profiles)), expected);
  });
}
