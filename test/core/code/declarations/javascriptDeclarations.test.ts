import assert from 'node:assert/strict';
import test from 'node:test';
import { listed } from './listed.ts';

test('JavaScript and TypeScript: functions, methods, arrows, types between', () => {
  const text = `export async function* walk<T>(a: T): AsyncGenerator<{ a: T }> { yield a }
const put = async (key: string): Promise<Map<string, { n: number }>> => {
  return new Map();
};
const one = x => x + 1, two = function () { return /[/}]/.test(\`\${one(1) + \`}\`}\`) };
const typed: Handler<A> = (e) =>
  e.target;
class Cart extends Base<T> {
  #items = new Map();
  constructor(private n: number) { super(); }
  static async add(item) { if (item) { this.x(() => { }); } }
  get size(): number { return 1 } #grow() { }
  handler = (e) => { };
}
module.exports.update = function () { };
Cart.prototype.remove = function (id) {
};
const o = { method() { }, arrow: () => 1, 'quoted': function () { } };
foo(function () { }); if (a) { } while (b) { }
`;
  assert.deepEqual(listed('javascript', text), [
    'walk 1-1',
    'put 2-4',
    'one 5-5',
    'two 5-5',
    'typed 6-7',
    'Cart.constructor 10-10',
    'Cart.add 11-11',
    'Cart.size 12-12',
    'Cart.grow 12-12',
    'Cart.handler 13-13',
    'update 15-15',
    'Cart.remove 16-17',
    'method 18-18',
    'arrow 18-18',
    'quoted 18-18',
  ]);
});
