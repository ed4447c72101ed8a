// Asks the thread that reads code, on whatever Node runs this, and prints what it answered.
import { CodeClient } from '../../src/engine/code/codeClient.ts';

const [script = '', syntax = ''] = process.argv.slice(2);
const troubles: string[] = [];
const client = new CodeClient(script, syntax, error => troubles.push(error.message));
const text = 'package p\n\nfunc (c *cache) put() {\n\tgo func() {\n\t}()\n}\n\nfunc other() {}\n';

async function run(): Promise<void> {
  const functions = ['p.(*cache).put.func1'];
  const outline = await client.outline({ path: 'cache.go', text, functions });
  const unread = await client.outline({ path: 'cache.txt', text, functions });
  const braces = `package p\n//go:linkname put p.g\nfunc put() ${'{'.repeat(1_000_000)}`;
  const hostile = await client.outline({ path: 'braces.go', text: braces, functions });
  const again = await client.outline({ path: 'cache.go', text, functions: ['p.other'] });
  client.dispose();
  process.stdout.write(JSON.stringify({ outline, unread, hostile, again, troubles: troubles.length }));
}

void run();
