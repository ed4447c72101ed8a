/**
 * A package path of a Go symbol without the linker's escapes, UTF-8 in `%xx` (cmd/internal/objabi, PathToPrefix):
 * `gopkg.in/yaml%2ev3` → `gopkg.in/yaml.v3`. What is no such escape stays as it is.
 */
export function withoutGoEscapes(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/(?:%[0-9a-f]{2})+/gi, escaped => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
