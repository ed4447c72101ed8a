import { withoutBuildParts } from './buildParts.ts';
import { withoutTypeArguments } from './goName.ts';

/** A function's name without what changes from build to build: what it can be found again by. */
export function stableName(name: string): string {
  return withoutBuildParts(withoutTypeArguments(name));
}
