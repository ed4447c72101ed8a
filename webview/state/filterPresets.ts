import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { type FilterField, filterFields } from '../../src/core/stacks/filterFields.ts';

/** What each filter is called, and what it does. */
export const filterWords: Readonly<Record<FilterField, { readonly label: string; readonly why: string }>> = {
  focus: { label: 'Focus', why: 'only stacks with a frame that matches' },
  ignore: { label: 'Ignore', why: 'no stacks with a frame that matches' },
  hide: { label: 'Hide', why: 'take matching frames out of the stacks' },
  show: { label: 'Show', why: 'keep only matching frames in the stacks' },
  showFrom: { label: 'Show from', why: 'cut what is above the first match' },
  tagFocus: {
    label: 'Tag focus',
    why: 'only samples with a label, key=value or key=1kb:2mb',
  },
  tagIgnore: { label: 'Tag ignore', why: 'no samples with a label' },
};

/** Whether the numbers are not those of the whole profiles. */
export function isFiltered({ filter, normalize }: ViewOptions): boolean {
  return normalize || filterFields.some(field => filter[field] !== '');
}

/** A filter in words: a preset's name says more than its expression. */
export function filterText(field: FilterField, expression: string, goModules: readonly string[]): string {
  if (field === 'hide' && expression === runtimeFrames) return 'hide runtime';
  if (field === 'show' && goModules.length > 0 && expression === moduleFrames(goModules)) {
    return 'only my module';
  }
  return `${filterWords[field].label.toLowerCase()} ${expression}`;
}

/** An expression for these names, too. */
export function hideAlso(hidden: string, expression: string): string {
  if (hidden === '') return expression;
  return `|${hidden}|`.includes(`|${expression}|`) ? hidden : `${hidden}|${expression}`;
}

/** Frames of Go's runtime: rarely what one looks for, always in the way. */
export const runtimeFrames = '^runtime\\.|^runtime/|^internal/runtime/';

/**
 * Frames of these Go modules, by function name: the package `main`, which is named so whatever its module, and every
 * package at or below a module's path.
 */
export function moduleFrames(modules: readonly string[]): string {
  const paths = modules.map(path => `${goPath(path)}[./]`);
  return `^(?:${['main\\.', ...paths].join('|')})`;
}

/** An expression for an import path as names have it: the linker writes the dots of a package's last segment as %2e. */
export function goPath(path: string): string {
  const last = path.lastIndexOf('/') + 1;
  return `${literally(path.slice(0, last))}${literally(path.slice(last)).replaceAll('\\.', '(?:\\.|%2e)')}`;
}

/** An expression for this text and nothing else. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
