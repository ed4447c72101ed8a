import assert from 'node:assert/strict';
import test from 'node:test';
import { headerPaths, ownHeaders } from '../../../src/core/code/includes.ts';

test('a source’s own headers are those that are called like it', () => {
  const text = [
    '#include <session.h>',
    '#include "store/session.h"',
    '  #  include "session.hpp"',
    '#include "other/cache.h"',
    '// #include "session.hh"',
    '#include "store/session.h"',
  ].join('\n');
  assert.deepEqual(ownHeaders('session.cc', text), ['store/session.h', 'session.hpp']);
  assert.deepEqual(ownHeaders('session.h', text), []);
});

test('nothing leads up or away', () => {
  for (const path of [
    '../session.h',
    'a/../../session.h',
    '/etc/session.h',
    'file://x/session.h',
    'a//session.h',
    '.session.h',
  ])
    assert.deepEqual(ownHeaders('session.cc', `#include "${path}"`), [], path);
});

test('a header stands beside its source, or below a folder above it', () => {
  const paths = headerPaths('store/session.h');
  assert.deepEqual(paths.slice(0, 4), [
    'store/session.h',
    '../include/store/session.h',
    '../store/session.h',
    '../../include/store/session.h',
  ]);
  assert.equal(paths.length, 11);
});

test('many includes are read in linear time', () => {
  const started = performance.now();
  ownHeaders('a.cc', '#include "'.repeat(50_000));
  ownHeaders('a.cc', `#include "${'a/'.repeat(50_000)}`);
  ownHeaders('a.cc', `#include "${'a.'.repeat(50_000)}`);
  assert.ok(performance.now() - started < 2_000);
});
