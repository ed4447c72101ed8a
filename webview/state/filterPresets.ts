import * as l10n from '@vscode/l10n';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import { type FilterField, filterFields } from '../../src/core/stacks/filterFields.ts';

/** What a filter is called: by itself, and before what it is; and what it does. */
interface FilterWords {
  readonly label: string;
  readonly before: string;
  readonly why: string;
}

/** What a filter is called, and what it does. */
export function filterWords(field: FilterField): FilterWords {
  switch (field) {
    case 'focus':
      return {
        label: l10n.t`Focus`,
        before: l10n.t`focus`,
        why: l10n.t`only stacks with a frame that matches`,
      };
    case 'ignore':
      return {
        label: l10n.t`Ignore`,
        before: l10n.t`ignore`,
        why: l10n.t`no stacks with a frame that matches`,
      };
    case 'hide':
      return {
        label: l10n.t`Hide`,
        before: l10n.t`hide`,
        why: l10n.t`take matching frames out of the stacks`,
      };
    case 'show':
      return {
        label: l10n.t`Show`,
        before: l10n.t`show`,
        why: l10n.t`keep only matching frames in the stacks`,
      };
    case 'showFrom':
      return {
        label: l10n.t`Show from`,
        before: l10n.t`show from`,
        why: l10n.t`cut what is above the first match`,
      };
    case 'tagFocus':
      return {
        label: l10n.t`Tag focus`,
        before: l10n.t`tag focus`,
        why: l10n.t`only samples with a label, key=value or key=1kb:2mb`,
      };
    case 'tagIgnore':
      return {
        label: l10n.t`Tag ignore`,
        before: l10n.t`tag ignore`,
        why: l10n.t`no samples with a label`,
      };
    default:
      return assertNever(field);
  }
}

/** Whether the numbers are not those of the whole profiles. */
export function isFiltered({ filter, normalize }: ViewOptions): boolean {
  return normalize || filterFields.some(field => filter[field] !== '');
}

/** A filter in words: a preset's name says more than its expression. */
export function filterText(field: FilterField, expression: string, goModules: readonly string[]): string {
  if (field === 'hide' && expression === runtimeFrames) return l10n.t`hide runtime`;
  if (field === 'show' && goModules.length > 0 && expression === moduleFrames(goModules)) {
    return l10n.t`only my module`;
  }
  return `${filterWords(field).before} ${expression}`;
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
