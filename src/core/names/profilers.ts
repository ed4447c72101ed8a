/** Others of Go's package run the program's own code, as `Do` does, or keep what the program counts itself. */
const writers =
  /^(?:net\/http\/pprof\.|runtime\/pprof\.(?:\(\*Profile\)\.WriteTo|write|profileWriter|StartCPUProfile)|<?jemalloc_pprof::.*::dump_|dump_pprof\b)/;

/** Whether a function writes a profile, so that what is allocated below it is the profiler's own memory. */
export function writesProfile(name: string): boolean {
  // Of a program's thousands of names hardly any goes on to the expression.
  return name.includes('pprof') && writers.test(name);
}
