import assert from 'node:assert/strict';
import test from 'node:test';
import { listed } from './listed.ts';

test('Python: indentation, decorators, strings and brackets over lines', () => {
  const text = `class Cart:
    """A cart:
def not_this(): pass
"""
    @cached(
        size=1)
    @other
    async def add(self, x=(
1)):
        def inner(): return 1

        return inner  # def no

    x = 1
def free(): pass
if True:
    def guarded():
        s = '#'
`;
  assert.deepEqual(listed('python', text), ['Cart.add 5-12', 'inner 10-10', 'free 15-15', 'guarded 17-18']);
});
