import { closingBracket } from '../displayName.ts';

/**
 * A Go function's name with its type arguments written `[...]`: Go versions name one and the same instance
 * `F[go.shape.int_0]`, `F[go.shape.int]` or `F[...]`, and frames are matched by name. Other names are unchanged.
 */
export function withoutTypeArguments(name: string): string {
  let at = name.indexOf(shape);
  if (at < 0) return name;
  let result = '';
  let done = 0;
  while (at >= 0) {
    const end = closingBracket(name, at, ']');
    if (end < 0) break;
    result += `${name.slice(done, at)}[...]`;
    done = end + 1;
    at = name.indexOf(shape, done);
  }
  return result + name.slice(done);
}

const shape = '[go.shape.';
