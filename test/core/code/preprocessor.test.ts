import assert from 'node:assert/strict';
import test from 'node:test';
import { directiveReader } from '../../../src/core/code/preprocessor.ts';

/** The lines that are read when each directive is passed over, with the brackets that are open before it. */
function linesRead(text: string): string[] {
  const directiveEnd = directiveReader(text);
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const isDirective = text.charAt(at) === '#';
    const end = isDirective ? directiveEnd(at, depth) : text.indexOf('\n', at);
    const line = text.slice(at, end);
    if (!isDirective) {
      lines.push(line);
      depth += line.split('{').length - line.split('}').length;
    }
    at = end;
  }
  return lines;
}

const cases: Readonly<Record<string, readonly [text: string, read: readonly string[]]>> = {
  'branches that close what they open are all read': [
    '#if A\nf();\n#elif B\nif (b) { g(); }\n#else\nh();\n#endif\nend\n',
    ['f();', 'if (b) { g(); }', 'h();', 'end'],
  ],
  'of branches that open a bracket only the first is read': [
    '#ifdef A\nf {\n#elif B\ng {\n#else\nh {\n#endif\n}\nend\n',
    ['f {', '}', 'end'],
  ],
  'a conditional in a branch that is passed over is passed over with it': [
    '#if A\nf {\n# else\n#  ifdef B\ng {\n#  endif\nh {\n#endif // A\n}\n',
    ['f {', '}'],
  ],
  'a conditional inside another has its own depth': [
    '#ifndef H\nf {\n#if A\ng();\n#else\nh();\n#endif\n}\n#endif\n',
    ['f {', 'g();', 'h();', '}'],
  ],
  'a conditional that is closed leaves the one around it': [
    '#if A\nf {\n#if B\ng();\n#endif\n}\n#else\nh();\n#endif\n',
    ['f {', 'g();', '}', 'h();'],
  ],
  'a directive goes on after a backslash': ['#define F(x) { \\\n  x \\\n}\nint a;\n', ['int a;']],
  'a branch without an end is passed over to the end of the text': ['#if A\nf {\n#else\ng {\n', ['f {']],
};

for (const [name, [text, read]] of Object.entries(cases)) {
  test(name, () => assert.deepEqual(linesRead(text), read));
}
