import { type Profile, v8Builtins } from '../profile.ts';
import { isJvmLibrary, jvmClassPath } from './jvmName.ts';

/** Whether a profile is of V8: one of its own, or one in which code of Node stands in files called `node:…`. */
export function isOfV8({
  format,
  functions,
  strings,
}: Pick<Profile, 'format' | 'functions' | 'strings'>): boolean {
  if (format === 'v8') return true;
  for (let row = 0; row < functions.count; row++) {
    if (strings.get(functions.file[row] ?? 0).startsWith('node:')) return true;
  }
  return false;
}

/**
 * Tells where functions are that a profile gives no file, by their names; `''` where nothing tells. A class of Java in the file of its
 * name, as async-profiler writes all of them; what V8 brings along, as `pprof` for Node writes it, with the rest of that.
 */
export function filelessIn(profile: Profile): (name: string) => string {
  if (namesClasses(profile)) return jvmClassPath;
  if (profile.format !== 'v8' && isOfV8(profile))
    return name => (name === '' || name.startsWith('(') ? '' : v8Builtins);
  return () => '';
}

/** Whether functions without a file are those of a virtual machine of Java. */
function namesClasses({ functions, strings }: Profile): boolean {
  for (let row = 0; row < functions.count; row++) {
    const hasFile = (functions.file[row] ?? 0) !== 0 && strings.get(functions.file[row] ?? 0) !== '';
    if (!hasFile && isJvmLibrary(strings.get(functions.name[row] ?? 0))) return true;
  }
  return false;
}
