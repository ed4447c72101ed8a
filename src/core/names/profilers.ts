/** Others of Go's package run the program's own code, as `Do` does, or keep what the program counts itself. */
const writers =
  /^(?:net\/http\/pprof\.|runtime\/pprof\.(?:\(\*Profile\)\.WriteTo|write|profileWriter|StartCPUProfile)|(?:<?jemalloc_pprof::.*::)?(?:dump_pprof|dump_flamegraph)\b)/;

/** Whether a function writes a profile, so that what is allocated below it is the profiler's own memory. */
export function writesProfile(name: string): boolean {
  return writers.test(name);
}
