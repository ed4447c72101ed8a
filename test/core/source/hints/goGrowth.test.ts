import assert from 'node:assert/strict';
import test from 'node:test';
import {
  growthAt,
  isBounded,
  isExported,
  isLongLived,
  isOwnerReset,
} from '../../../../src/core/source/hints/goGrowth.ts';
import { siteAt } from './goSite.ts';

const text = `package p
type cache struct {
	mu      sync.Mutex
	entries map[string]int
	Open    map[string]int
}
type visit struct{ found map[string]int }
var names []string
func (c *cache) run(k string) {
	c.entries[k] = 1
	c.entries["constant"] = 1
	c.Open[k] = 1
	names = append(names, k)
	x, y := 1, 2
}
func (v *visit) run(k string) {
	v.found[k] = 1
}
func (c *cache) reset() {
	*c = cache{}
}
`;

function growth(mark: string) {
  const site = siteAt(text, mark);
  return { site, grown: growthAt(site) };
}
function grown(mark: string) {
  const { site, grown: found } = growth(mark);
  return { site, found: found ?? assert.fail(`${mark} adds to nothing`) };
}

test('the container that a line adds to', () => {
  const name = (mark: string): string => {
    const { owner, name: field } = grown(mark).found.container;
    return `${owner}.${field}`;
  };
  assert.equal(name('c.entries[k]'), 'cache.entries');
  assert.equal(name('names = append'), '.names');
  assert.equal(growth('x, y').grown, null);
});

test('constant keys cannot grow for ever', () => {
  assert.equal(isBounded(grown('c.entries["constant"]').found), true);
  assert.equal(isBounded(grown('c.entries[k]').found), false);
});

test('what is shared, global or named for keeping lives long; a visit does not', () => {
  const lives = (mark: string): boolean => {
    const { site, found } = grown(mark);
    return isLongLived(site, found.container);
  };
  assert.deepEqual(['c.entries[k]', 'names = append', 'v.found[k]'].map(lives), [true, true, false]);
});

test('what other packages reach, or the struct as a whole resets, is told', () => {
  const of = (mark: string, tells: typeof isExported): boolean => {
    const { site, found } = grown(mark);
    return tells(site, found.container);
  };
  assert.equal(of('c.entries[k]', isExported), false);
  assert.equal(of('c.entries[k]', isOwnerReset), true);
  assert.equal(of('v.found[k]', isOwnerReset), false);
});
