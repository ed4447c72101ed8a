import assert from 'node:assert/strict';
import test from 'node:test';
import { allocatorFrames, keptRuntimeFrames } from '../../../../src/core/formats/text/legacyFrames.ts';

const drop = new RegExp(`^(${allocatorFrames})$`);
const keep = new RegExp(`^(${keptRuntimeFrames})$`);

test('allocators are dropped', () => {
  const names = [
    'malloc',
    'calloc',
    'posix_memalign',
    '__posix_memalign',
    'tc_malloc',
    'tc_new_nothrow',
    'tcmalloc::ThreadCache::Allocate',
    'operator new',
    'operator new[]',
    '__builtin_vec_new',
    '__gnu_cxx::new_allocator::allocate',
    'do_malloc',
    '::do_malloc_pages',
    'malloc_zone_malloc',
    'runtime.mallocgc',
  ];
  for (const name of names) assert.match(name, drop);
});

test('a program is not, even where it only starts like an allocator', () => {
  for (const name of [
    'mallocator',
    'main.malloc2',
    'my_calloc',
    'net/http.Serve',
    'runtimeX',
    'operator newt',
  ]) {
    assert.doesNotMatch(name, drop);
  }
});

test("what Go's runtime calls back from stays", () => {
  for (const name of ['runtime.panic', 'runtime.reflectcall', 'runtime.call32']) assert.match(name, keep);
  assert.doesNotMatch('runtime.mallocgc', keep);
});
