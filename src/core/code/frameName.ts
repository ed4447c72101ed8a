import { withoutBrackets } from '../displayName.ts';
import type { Language } from './language.ts';

/** A frame's function as its source would declare it. */
export interface FrameName {
  readonly name: string;
  /** Type, class or namespace; `''` for none or one without a name, null when the frame does not tell. */
  readonly owner: string | null;
  /** Go: which function literal, counted from 1, one number for each level of nesting. Empty for none. */
  readonly literals: readonly number[];
}

const maxLength = 8192;

/** Reads a profile's function name; null where it names nothing that a file could declare. */
export function frameName(language: Language, functionName: string): FrameName | null {
  if (functionName === '' || functionName.length > maxLength) return null;
  switch (language) {
    case 'go':
      return goFrameName(functionName);
    case 'cpp':
      return scopedName(functionName);
    case 'rust':
      return scopedName(functionName.replace(/::h[0-9a-f]{16}$/, ''));
    case 'javascript':
    case 'python':
      return dottedName(functionName);
    case 'java':
      return javaFrameName(functionName);
  }
}

/**
 * `main.(*dedupeCache).seen`, `main.cache[...].put`, `net/http.HandlerFunc.ServeHTTP`, `main.serve.func1.2`,
 * `main.(*T).m-fm`, `main.init.0.func1`. What gives a package's variables their first values is declared by no function:
 * `main.init`, and literals in it, `main.init.func1` (before Go 1.21 `main.glob..func1`).
 */
function goFrameName(functionName: string): FrameName | null {
  const plain = withoutBrackets(functionName, ']')
    .replace(/-(?:fm|range\d+)/g, '')
    .replace(/·.*$/s, '');
  const parts = plain.slice(plain.lastIndexOf('/') + 1).split('.');
  parts.shift();
  let owner = '';
  const pointer = /^\(\*?(\w+)\)$/u.exec(parts[0] ?? '');
  if (pointer?.[1] !== undefined) {
    owner = pointer[1];
    parts.shift();
  }
  const names = parts.filter(part => !isWrapper(part));
  const literals = parts.filter(isWrapper).map(part => Number(/^(?:func)?(\d+)$/.exec(part)?.[1] ?? 0));
  if (names[0] === 'glob' && names[1] === '') return null;
  if (owner === '' && names[0] === 'init')
    return /^\d+$/.test(parts[1] ?? '') ? { name: 'init', owner: '', literals } : null;
  // A value receiver looks like a function with something inlined into it: `T.m`, `serve.handle.func1`.
  if (owner === '' && names.length > 1) owner = names.at(-2) ?? '';
  const name = names.at(-1);
  return name === undefined || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? null : { name, owner, literals };
}

/** Parts that the compiler adds: literals, and wrappers around `go` and `defer` (0: no literal of the source). */
function isWrapper(part: string): boolean {
  return /^(?:func|gowrap|deferwrap)?\d+$/.test(part);
}

/** `shop::Cart<int>::add(int) const`, `<store::Cache as Insert>::put::{{closure}}`, `operator new(unsigned long)`. */
function scopedName(functionName: string): FrameName | null {
  const impl = /^<(?:\w+::)*(\w+)(?:<.*>)? as .*>::(\w+)/s.exec(functionName);
  if (impl?.[1] !== undefined && impl[2] !== undefined)
    return { name: impl[2], owner: impl[1], literals: [] };
  const outer = functionName.replaceAll('(anonymous namespace)', '').replace(/::\{(?:\{|lambda).*$/s, '');
  const operator = /\boperator(?!\w|::)\s*(\(\)|\[\]|[^\w\s(]+|(?:new|delete)(?:\[\])?|[\w:]+)/.exec(outer);
  const head = operator === null ? outer : outer.slice(0, operator.index);
  const plain = withoutBrackets(withoutBrackets(head, '>'), ')').replace(
    /(?:\s(?:const|volatile|&&?))+$/,
    '',
  );
  const scopes = (plain.split(/\s/).at(-1) ?? '').split('::');
  const symbol = operator?.[1] ?? '';
  const last = scopes.pop() ?? '';
  const name = operator === null ? last : `operator${/^\w/.test(symbol) ? ' ' : ''}${symbol}`;
  if (operator === null && !/^~?[\w$]+$/.test(name)) return null;
  return { name, owner: scopes.filter(scope => scope !== '').at(-1) ?? null, literals: [] };
}

/** `add`, `Cart.add`, `async Cart.add`, `get size`, `Outer.make.<locals>.inner`. */
function dottedName(functionName: string): FrameName | null {
  const parts = functionName
    .replace(/^(?:async |get |set |new |static )+/, '')
    .replace(/ \[as .*\]$/, '')
    .split('.');
  const name = parts.pop();
  if (name === undefined || !/^#?[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return null;
  const owner = parts.at(-1) ?? '';
  const known =
    /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(owner) &&
    !['exports', 'module', 'Object', 'prototype'].includes(owner);
  return { name: name.replace('#', ''), owner: known ? owner : null, literals: [] };
}

/**
 * `com.acme.Cache.put`, `com/acme/Cache$Entry.put(int)`, `com.acme.Cache$1.run` of a class without a name, whose owner is
 * `''`, `Cache.<init>` and `Cache.<clinit>`, and the lambdas in them, which javac calls `lambda$put$0`, `lambda$new$0`
 * and `lambda$static$0`. A class that the virtual machine makes up, `Cache$$Lambda$12/0x00.run`, is declared nowhere.
 */
function javaFrameName(functionName: string): FrameName | null {
  const parts = functionName.replace(/\(.*$/s, '').split('.');
  const method = parts.pop() ?? '';
  const lambda = /^lambda\$(.+?)\$(?:[0-9a-f]+\$)?\d+$/s.exec(method)?.[1];
  const name = lambda === undefined ? method : (lambdaHomes.get(lambda) ?? lambda);
  const path = parts.pop() ?? '';
  const type = path.slice(path.lastIndexOf('/') + 1);
  if (path.includes('$$') || !/^(?:<init>|<clinit>|[\p{L}_$][\p{L}\p{N}_$]*)$/u.test(name)) return null;
  // A class inside of a method is `Outer$1Inner`.
  const owner = type.slice(type.lastIndexOf('$') + 1).replace(/^\d+/, '');
  return { name, owner: type === '' ? null : owner, literals: [] };
}

const lambdaHomes: ReadonlyMap<string, string> = new Map([
  ['new', '<init>'],
  ['static', '<clinit>'],
]);
