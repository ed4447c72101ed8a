import assert from 'node:assert/strict';
import test from 'node:test';
import { listed } from './listed.ts';

test('Rust: impl, trait, lifetimes, raw strings, nested comments', () => {
  const text = `mod store {
  pub struct Cache<'a> { x: &'a str }
  impl<'a, K: Into<String>> Insert<K> for crate::Cache<'a> where K: Clone {
    fn put<F>(&'a mut self, k: K, f: F) -> Result<(), Box<dyn Error>> where F: Fn(char) -> bool {
      let c = '{'; let r = r#"fn no() { " "#; /* { /* nested */ } */
    }
    fn declared(&self);
  }
  trait Insert<K> { fn default(&self, x: impl Fn()) { fn inner() {} } }
}
pub(crate) unsafe fn free() {}
`;
  assert.deepEqual(listed('rust', text), [
    'Cache.put 4-6',
    'Insert.default 9-9',
    'Insert.inner 9-9',
    'free 11-11',
  ]);
});
