import assert from 'node:assert/strict';
import test from 'node:test';
import { writesProfile } from '../../../src/core/names/profilers.ts';

test('functions that write profiles', () => {
  for (const name of [
    'runtime/pprof.(*Profile).WriteTo',
    'runtime/pprof.writeHeap',
    'runtime/pprof.profileWriter',
    'runtime/pprof.StartCPUProfile',
    'net/http/pprof.handler.ServeHTTP',
    'dump_pprof',
    'jemalloc_pprof::JemallocProfCtl::dump_pprof',
  ])
    assert.equal(writesProfile(name), true, name);
});

test('those that run the program’s own code, or keep what it counts', () => {
  for (const name of [
    'runtime/pprof.Do',
    'runtime/pprof.WithLabels',
    'runtime/pprof.(*Profile).Add',
    'main.dump_pprof_later',
    'example.com/net/http/pprof.serve',
    '',
  ])
    assert.equal(writesProfile(name), false, name);
});
