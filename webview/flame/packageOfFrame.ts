/**
 * What colours a frame of one profile alone: a Go function's package, a C++ or Rust name's outermost namespace, else
 * the file.
 */
export function packageOfFrame(name: string, file: string): string {
  const scope = name.indexOf('::');
  if (scope > 0) return name.slice(0, scope);
  const isGo = file === '' || file.endsWith('.go') || file.endsWith('.s');
  if (!isGo) return file;
  const generic = name.search(/[[(]/);
  const path = generic < 0 ? name : name.slice(0, generic);
  const dot = path.indexOf('.', path.lastIndexOf('/') + 1);
  return dot > 0 ? path.slice(0, dot) : name;
}
