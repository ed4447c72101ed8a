/**
 * File names that are offered for comparison: the extensions profiles have, compressed and numbered too; names that
 * speak of `heap`, `allocs` or `goroutine` without a telling extension (`heap.1300`, not `heap.go`), or have `.heap.` in them and are
 * no source; what Go's benchmarks (`mem.out`) and ddtrace (`profile.1234.1`) write. The same text stands in package.json.
 */
export const profileName =
  /\.(pb|pprof|prof|mprof|heap|heapprofile|symbolized)(\.(gz|zst|lz4))?(\.\d+)?$|^(?=.*(heap|allocs|goroutine))[^.]*(\.(\d[^.]*|heap|allocs|out|gz|zst|lz4|txt|raw|dump))*$|\.heap\.(?!(.*\.)?(go|[cm]?[jt]sx?|java|kts?|scala|groovy|rs|pyx?|rb|php|c|cc|cpp|cxx|h|hh|hpp|cs|fs|swift|mm?|lua|dart|exs?|erl|zig|mdx?|rst|adoc|json|ya?ml|toml|xml|html?|s?css|svg|png|gif|pdf|sh|sql|proto|vue|svelte|map|diff|patch|jfr|hprof|heapsnapshot)$).|^mem.*\.out$|^profile\.\d+\.\d+(\.(gz|zst|lz4))?$/i;

/** Profiles that are not of the heap, by what their names begin with: they lie beside it in the same folder. */
const otherProfile = /^(goroutine(leak)?|threadcreate|block|mutex|cpu|trace)([^a-z]|$)/i;

/** Whether a file in a folder is taken for a capture of the heap. */
export function isCapture(name: string): boolean {
  return profileName.test(name) && !otherProfile.test(name);
}

/** Names of the files in a folder that are a series: its captures of the heap or, where it has none, its other profiles. */
export function capturesAmong(names: readonly string[]): readonly string[] {
  const captures = names.filter(isCapture);
  return captures.length > 0 ? captures : names.filter(name => profileName.test(name));
}
