import { goImportPath, hasHost, isStandard, unescapeModule } from './goPackage.ts';
import type { ProfilePath } from './profilePath.ts';

/** What a Go file's path and function tell about the package it came from. */
export interface GoOrigin {
  /** Import path + file name, without versions, surest first: `example.com/dedupe/store/cache.go`. */
  readonly files: readonly string[];
  /** The module as the module cache names it, and the file below it. */
  readonly cached: { readonly module: string; readonly version: string; readonly file: string } | null;
  /** The file below GOROOT's `src`; `sure` when the function's own package says that it stands there. */
  readonly standard: { readonly file: string; readonly sure: boolean } | null;
}

const none: GoOrigin = { files: [], cached: null, standard: null };
/** Folders that hold a Go distribution: `go`, `libexec` (Homebrew), `x64` (CI images), `go1.22.0`, `go_sdk`. */
const distribution =
  /^(?:go|golang|libexec|x64|x86|arm64|goroot|\$goroot|go[-_.]?\d.*|go_sdk.*|.*~go_sdk.*|.*\.linux\..*|toolchain@.*)$/i;

/** Reads the package out of a path as Go's linker, `-trimpath`, GOPATH, `vendor` and Bazel write it. */
export function goOrigin(path: ProfilePath, functionName: string): GoOrigin {
  const { segments } = path;
  const base = segments[segments.length - 1] ?? '';
  if (!/\.(?:go|s|y|rl)$/.test(base)) return none;
  const cached = cachedModule(segments, path.root !== '');
  const importPath = goImportPath(functionName);
  if (cached?.module === 'golang.org/toolchain') {
    return { ...none, standard: { file: cached.file.replace(/^src\//, ''), sure: true } };
  }
  const files: string[] = [];
  if (cached !== null) files.push(`${cached.module}/${cached.file}`);
  if (importPath !== null) files.push(`${importPath}/${base}`);
  const vendor = segments.lastIndexOf('vendor');
  if (vendor > 0 && vendor < segments.length - 2) files.push(segments.slice(vendor + 1).join('/'));
  if (path.root === '' && segments.length > 1 && cached === null) files.push(segments.join('/'));
  const source = segments.lastIndexOf('src');
  const below = segments.slice(source + 1).join('/');
  if (source >= 0 && hasHost(below)) files.push(below);
  return {
    files: [...new Set(files)],
    cached,
    standard: standardFile(path, importPath, base, cached !== null),
  };
}

/** `…/pkg/mod/github.com/!burnt!sushi/toml@v1.0.0/decode.go`, or the same without its head. */
function cachedModule(segments: readonly string[], absolute: boolean): GoOrigin['cached'] {
  const at = segments.findIndex(segment => /^[^@]+@v\d/.test(segment));
  if (at < 0 || at === segments.length - 1) return null;
  const mod = segments.lastIndexOf('mod', at);
  const host = segments.findIndex((segment, i) => i <= at && hasHost(segment.replace(/@.*$/, '')));
  const start = mod > 0 && segments[mod - 1] === 'pkg' ? mod + 1 : absolute ? host : 0;
  if (start < 0 || start > at) return null;
  const [last = '', version = ''] = (segments[at] ?? '').split('@');
  return {
    module: unescapeModule([...segments.slice(start, at), last].join('/')),
    version: unescapeModule(version),
    file: segments.slice(at + 1).join('/'),
  };
}

function standardFile(
  path: ProfilePath,
  importPath: string | null,
  base: string,
  cached: boolean,
): GoOrigin['standard'] {
  if (cached) return null;
  const { segments, root } = path;
  const folder = segments.slice(0, -1).join('/');
  const source = segments.lastIndexOf('src');
  const below = segments.slice(source + 1).join('/');
  const inDistribution = source > 0 && distribution.test(segments[source - 1] ?? '');
  if (inDistribution && isStandard(below)) return { file: below, sure: true };
  const isPackageStandard = importPath !== null && isStandard(importPath);
  if (root === '') {
    // A linknamed function stands in another package of the library: `reflect.makemap` in runtime/map.go.
    const stands = isStandard(folder) && (isPackageStandard || importPath === null);
    return stands ? { file: segments.join('/'), sure: isPackageStandard } : null;
  }
  const stands = isPackageStandard && `/${folder}`.endsWith(`/src/${importPath}`);
  return stands ? { file: `${importPath}/${base}`, sure: false } : null;
}
