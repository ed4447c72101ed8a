import { withoutGoEscapes } from './goEscape.ts';
import { type Shown, shown, shownName } from './shown.ts';

/**
 * A function's name as a label: without the import path before its package and without type arguments, but for those that tell
 * instances of one function of Go apart.
 * `go.etcd.io/etcd/api/v3/mvccpb.(*KeyValue).Unmarshal` → `mvccpb.(*KeyValue).Unmarshal`,
 * `gopkg.in/yaml%2ev3.unmarshal` → `yaml.v3.unmarshal`, `std::vector<int>::push_back(int)` → `vector::push_back`.
 * A frame without a name, `[libfoo.so] 0x1a2b`, stays as it is.
 */
export function shortName(name: string): Shown {
  return shownName(shortened(name) || name);
}

function shortened(name: string): string {
  if (name.startsWith('[')) return name;
  if (name.includes('::') || instance.test(name)) return shortNativeName(name);
  // What Java has arrays of is no type argument.
  const [array = ''] = /(?:\[\]){1,255}$/.exec(name) ?? [];
  const plain = withoutBrackets(name.slice(0, name.length - array.length), ']', goShapes) + array;
  const end = plain.search(/[([ ]/);
  const last = end === -1 ? plain.length : end;
  const slash = plain.lastIndexOf('/', last);
  const version = /^\/v\d+(?=\.)/.exec(plain.slice(slash));
  if (version !== null) {
    // A major version is no package name: `go.etcd.io/raft/v3.(*RawNode).Step` is package raft.
    const before = plain.lastIndexOf('/', slash - 1);
    return withoutGoEscapes(plain.slice(before + 1, slash) + plain.slice(slash + version[0].length));
  }
  return withoutGoEscapes(plain.slice(slash + 1));
}

/** Shapes of structs are as long as these; nobody reads on in a label. */
const longestShapes = 64;

/** What an instance was compiled for, without import paths: `[go.shape.struct { cache.key string }]`. */
function goShapes(inner: string): string {
  return inner.startsWith('go.shape.') ? `[${shown(inner.replace(/[\w.~%-]+\//g, ''), longestShapes)}]` : '';
}

/** A function of Rust or C++ with type arguments, where debug information gives no path: `to_owned<u8>`, `{closure#0}<T>`. */
const instance = /^(?!operator)[\w{}#]+</;

/** The short name without its package: `(*KeyValue).Unmarshal`. Names that have none stay as they are. */
export function localName(name: string): Shown {
  const short = shortened(name);
  if (name.includes('::') || /[ <]/.test(withoutBrackets(short, ']'))) return shortName(name);
  const match = /^[^.()]+(?:\.v\d+)?\.(?=[^.])(.+)$/.exec(short);
  return match?.[1] === undefined ? shortName(name) : shown(match[1]);
}

/** Methods need no package to be known by; a plain function does. */
export function siteName(name: string): Shown {
  const local = localName(name);
  return local.startsWith('(') ? local : shortName(name);
}

/** The last segment of a path with `/` or `\`: `kv.pb.go`. */
export function baseName(path: string): Shown {
  return shown(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) || path);
}

function shortNativeName(name: string): string {
  const plain = name.replace(/operator(<<=|<<|>>=|>>|<=>|<=|>=|<|>|->)/, 'operator');
  const templateless = withoutBrackets(withRustTypes(plain), '>');
  const call = templateless.replaceAll('(anonymous namespace)', '{anonymous}');
  const parenthesis = call.indexOf('(');
  const qualified = lambda.test(call)
    ? lambdaName(call)
    : parenthesis > 0
      ? call.slice(0, parenthesis)
      : call;
  const parts = qualified.slice(qualified.lastIndexOf(' ') + 1).split('::');
  // Of closures within closures the last, of the function that they are in.
  while (isClosure(parts.at(-1)) && isClosure(parts.at(-2))) parts.splice(-2, 1);
  return parts.slice(-2).join('::');
}

/** Lambdas of C++ as GCC and LLVM call them. */
const lambda = /\{lambda\(|'lambda\d*'|::\$_\d/;

/** `serve(int) const::{lambda(int)#1}::operator()(int) const` → `serve::{lambda#1}`. */
function lambdaName(call: string): string {
  return withoutBrackets(call, ')')
    .replace(/ const(?=::|$)/g, '')
    .replace(/(\{lambda#\d+\}|'lambda\d*'|\$_\d+)::operator(?=::|$)/g, '$1');
}

/** Whether a part of a name is a closure: Rust's `{{closure}}`, `{closure#0}`, C++'s `{lambda#1}`, `'lambda'`, `$_0`. */
function isClosure(part: string | undefined): boolean {
  return part !== undefined && /^(?:\{+closure|\{lambda|'lambda|\$_\d)/.test(part);
}

/**
 * Rust writes the type that has a method in brackets, `<Vec<u8> as Clone>::clone`, `slice::<impl [u8]>::to_vec`: by its own name,
 * `Vec::clone`. What a function was made for, `grow::<u8>`, goes.
 */
function withRustTypes(name: string): string {
  if (!name.startsWith('<') && !name.includes('::<')) return name;
  let kept = '';
  let from = 0;
  for (let at = name.indexOf('<'); at >= 0; at = name.indexOf('<', from)) {
    const end = closingBracket(name, at, '>');
    if (end < 0) return name;
    const inner = name.slice(at + 1, end);
    if (at === 0 || inner.startsWith('impl ')) kept += name.slice(from, at) + ownName(inner);
    else kept += name.slice(from, name.endsWith('::', at) ? at - 2 : at);
    from = end + 1;
  }
  return kept + name.slice(from);
}

/** A closing bracket. */
export type Closing = ')' | ']' | '>';

/** Where the bracket at `open` is closed, −1 where it is not. The arrow of a function's type, `->`, closes none. */
export function closingBracket(text: string, open: number, close: Closing): number {
  const opening = text[open];
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === opening) depth += 1;
    else if (character === close && !(close === '>' && text[at - 1] === '-') && --depth === 0) return at;
  }
  return -1;
}

/** The text without brackets and what is in them, or with something else instead. From one on that nothing closes it stays as it is. */
export function withoutBrackets(
  text: string,
  close: Closing,
  instead: (inner: string) => string = () => '',
): string {
  let kept = '';
  let from = 0;
  for (let at = text.indexOf(opening[close]); at >= 0; at = text.indexOf(opening[close], from)) {
    const end = closingBracket(text, at, close);
    if (end < 0) break;
    kept += text.slice(from, at) + instead(text.slice(at + 1, end));
    from = end + 1;
  }
  return kept + text.slice(from);
}

const opening = { ')': '(', ']': '[', '>': '<' } as const;

/** `impl Read for &mut fs::File` → `File`, `alloc::vec::Vec<T> as Clone` → `Vec`. */
function ownName(type: string): string {
  const plain = (withoutBrackets(type, '>') || type).split(' as ')[0] ?? type;
  const path = (plain.split(' for ').at(-1) ?? plain).replace(/^(?:[&*\s]|(?:impl|dyn|mut|const)\s)+/, '');
  return (
    path
      .split(/[\s+(]/)[0]
      ?.split('::')
      .at(-1) ?? path
  );
}
