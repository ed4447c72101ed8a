import assert from 'node:assert/strict';
import test from 'node:test';
import type { Look } from '../../../src/core/answers/look.ts';
import { type FanOut, fanOutOf } from '../../../src/core/measures/fanOut.ts';
import { heap, lookAt, profileOf, samplesOf } from '../answers/lookAt.ts';

function fanOut({ merged, measure, noise, siteNodes }: Look): FanOut | null {
  return fanOutOf(merged, measure, noise(), siteNodes());
}

/** The share in percent and the names on the way. */
function said(way: FanOut | null): string | null {
  if (way === null) return null;
  const names = way.own.map(({ name }) => name);
  return `${Math.round(way.share * 100)} % ${names.join(' › ')}${way.leftOut === 0 ? '' : ` (${way.leftOut} left out)`}`;
}

/** Of live bytes where the functions of `/src/` are the reader's own. */
function wayOf(base: readonly string[], current: readonly string[]): string | null {
  const named = (lines: readonly string[]): string[] =>
    lines.map(line => line.replace(/\bown(\w*)/g, (name: string) => `${name}@/src/a.go:1`));
  return said(fanOut(lookAt([heap(...named(base)), heap(...named(current))], { own: ['/src/a.go'] })));
}

test('down to where no child keeps 70 % of the whole growth, by own code', () => {
  assert.equal(
    wayOf(['lib;ownA;x 5'], ['lib;ownA;x;ownB;ownC 60', 'lib;ownA;x;ownB;ownD 20', 'lib;ownA;y 20']),
    '80 % ownA › ownB',
  );
});

test('70 % is of the root’s increase, not of the parent’s', () => {
  // 80 % of 80 % is less than 70 %.
  assert.equal(wayOf([], ['ownA;ownB;ownC 64', 'ownA;ownB;x 16', 'ownA;y 20']), '80 % ownA › ownB');
});

test('what shrank beside it takes nothing away', () => {
  assert.equal(wayOf(['ownA;ownB 10', 'old 40'], ['ownA;ownB 110']), '100 % ownA › ownB');
});

test('none where it fans out at once, nothing grew, or what is on the way became less', () => {
  assert.equal(wayOf([], ['ownA 50', 'ownB 50']), null);
  assert.equal(wayOf(['ownA 50'], ['ownA 50']), null);
  assert.equal(wayOf(['ownA;x 50'], ['ownA;y 6', 'ownA;z 6']), null);
});

test('none within sampling noise', () => {
  const period = 512 * 1024;
  const of = (value: number) => profileOf({ samples: samplesOf(`f;g ${value}`), period });
  assert.equal(fanOut(lookAt([of(1), of(period)])), null);
  assert.notEqual(fanOut(lookAt([of(1), of(100 * period)])), null);
});

test('recursion counts once, and a long way is named by its ends', () => {
  assert.equal(wayOf([], ['ownA;ownA;ownA;ownB 9']), '100 % ownA › ownB');
  const long = Array.from({ length: 9 }, (_, i) => `own${i}`).join(';');
  assert.equal(wayOf([], [`${long} 9`]), '100 % own0 › own4 › own5 › own6 › own7 › own8 (3 left out)');
});
