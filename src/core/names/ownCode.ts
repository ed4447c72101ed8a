import { goMainModule } from './goMainModule.ts';
import { isJvmFile, jvmClassPath } from './jvmName.ts';

/** A function as a profile names it, and its file. */
export interface FunctionText {
  readonly name: string;
  readonly file: string;
}

/** Whether a function is the reader's own code. */
export type OwnTest = (name: string, file: string) => boolean;

const library = new RegExp(
  [
    '(?:^|/)(?:vendor|third_party|node_modules|site-packages|dist-packages|gems|bower_components)/',
    '@v\\d|/rustc/|/\\.cargo/|/cargo/(?:registry|git)/|/registry/src/|/library/(?:std|core|alloc|test)/|/rust/deps/',
    '^/usr/(?:include|lib|lib64|share|src/(?:debug|kernels|linux[^/]*))/|^/usr/local/(?:include|lib)/|/lib/python\\d|/lib/ruby/|/nix/store/',
    '^node:|^internal/|^<frozen |^<string>|^\\[|\\.jar!|(?:^|/)(?:jdk|jre)[^/]*/',
  ].join('|'),
);

/** Whether a file is a library's by its path: fetched, or brought along by the language or the system. */
export function isLibraryFile(file: string): boolean {
  return library.test(file);
}

/**
 * What can be told of a program's own code from its functions alone, where no workspace says it: Go's main module, what
 * is neither a package's, the toolchain's nor the system's in scripts and Rust, the packages beside Java's `main`, the
 * folder of C's. `binary` is the path of the program, `''` where nobody says.
 */
export function ownCode(functions: readonly FunctionText[], binary: string): OwnTest {
  const ofGo = goMainModule(functions, binary);
  const others = functions.filter(({ file }) => !file.endsWith('.go'));
  const javaPackages = javaRoots(others);
  const nativeRoot = nativeRootOf(others);
  return (name, file) => {
    switch (languageOf(name, file)) {
      case 'go':
        return ofGo?.(name, file) === true;
      case 'rs':
        return !library.test(file) && !/^library\//.test(file);
      case 'script':
        return file.includes('/') && !library.test(file);
      case 'java':
        return javaPackages.some(root => dotted(name).startsWith(root));
      case 'native':
        return nativeRoot !== '' && file.startsWith(nativeRoot) && !library.test(file);
      default:
        return file === '' && name.startsWith('main.') && ofGo !== null;
    }
  };
}

type Language = 'go' | 'rs' | 'script' | 'java' | 'native' | null;

/** A class that does not say its file is one of Java, too. */
function languageOf(name: string, file: string): Language {
  const known = extensionOf(file);
  if (known !== null || file === '') return known;
  return isJvmFile(file) || file === jvmClassPath(name) ? 'java' : null;
}

/** Profilers write `com/acme/Main.main` or `com.acme.Main.main`. */
function dotted(name: string): string {
  return name.replaceAll('/', '.');
}

function extensionOf(file: string): Language {
  if (file.endsWith('.go')) return 'go';
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (extension === 'go' || extension === 'rs') return extension;
  if (/^(?:[cm]?[jt]sx?|py|pyx|rb|php|vue|svelte)$/.test(extension)) return 'script';
  return /^(?:c|cc|cpp|cxx|c\+\+|h|hh|hpp|hxx|m|mm|zig|d)$/.test(extension) ? 'native' : null;
}

const launchers =
  /^(?:java|javax|jdk|sun|com\.sun|org\.springframework|org\.apache|org\.junit|org\.gradle)\./;

/** Names that the classes beside a Java program's `main` begin with: `com.acme.`. */
function javaRoots(functions: readonly FunctionText[]): readonly string[] {
  const roots = new Set<string>();
  for (const { name, file } of functions) {
    if (languageOf(name, file) !== 'java') continue;
    const packages = /^((?:[\w$]+\.)+)[\w$]+\.main(?:\(|$)/.exec(dotted(name))?.[1];
    if (packages === undefined || launchers.test(packages)) continue;
    const parts = packages.split('.').slice(0, -1);
    roots.add(`${parts.slice(0, Math.max(2, parts.length - 1)).join('.')}.`);
  }
  return [...roots];
}

/** The folder of a C or C++ program's `main`, `''` when not known. */
function nativeRootOf(functions: readonly FunctionText[]): string {
  const main = functions.find(
    ({ name, file }) => /^main(?:\(|$)/.test(name) && extensionOf(file) === 'native',
  );
  return main === undefined ? '' : main.file.slice(0, main.file.lastIndexOf('/') + 1);
}
