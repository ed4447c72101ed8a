import { goPackage } from '../names/packages.ts';

/** First segments of the standard library's import paths. */
const stdTop = new Set(
  (
    'archive arena bufio builtin bytes cmd cmp compress container context crypto database debug embed encoding ' +
    'errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin ' +
    'reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique ' +
    'unsafe vendor weak'
  ).split(' '),
);

/**
 * The import path of a Go function's package: `net/http` of `net/http.(*conn).serve`, `gopkg.in/yaml.v2` of
 * `gopkg.in/yaml%2ev2.unmarshal`; null for what is no Go name, and for `main`, which every program has.
 */
export function goImportPath(functionName: string): string | null {
  const path = goPackage(functionName);
  if (path === undefined || !/^[\w.~+-]+(?:\/[\w.~+-]+)*$/.test(path) || path.split('/').includes('..'))
    return null;
  const name = path.replace(/_test$/, '');
  return name === 'main' || name === 'type' || name === 'command-line-arguments' ? null : name;
}

/** True when an import path can only be the standard library's or a module without a host in its name. */
export function isStandard(importPath: string): boolean {
  return stdTop.has(firstSegment(importPath));
}

/** True when an import path begins with a host name, as fetched modules' do. */
export function hasHost(importPath: string): boolean {
  return /^[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+$/.test(firstSegment(importPath));
}

/** Capitals as the module cache writes them on disk: `BurntSushi` → `!burnt!sushi`. */
export function escapeModule(text: string): string {
  return text.replace(/[A-Z]/g, capital => `!${capital.toLowerCase()}`);
}

/** The reverse of `escapeModule`. */
export function unescapeModule(text: string): string {
  return text.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function firstSegment(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : path.slice(0, slash);
}
