/** What colours a frame of one profile alone: the part of its name before the first function or type. */
export function packageOfName(name: string): string {
  const scope = name.indexOf('::');
  if (scope > 0) return name.slice(0, scope);
  const slash = name.lastIndexOf('/', name.search(/[[(]/) >>> 0);
  const dot = name.indexOf('.', slash + 1);
  return dot > 0 ? name.slice(0, dot) : name;
}
