import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { widthModes } from '../../src/core/flame/widthMode.ts';
import { granularities } from '../../src/core/names/granularity.ts';
import { type Filter, noFilter } from '../../src/core/stacks/filterFields.ts';
import type { PanelState, Tab } from '../../src/protocol.ts';
import type { AppState } from './appState.ts';

const tabs: readonly Tab[] = ['flame', 'top', 'suspects', 'neighbours'];

/** What survives a reload. */
export function toSaved(state: AppState): PanelState {
  const { base, current, options, width, tab, zoom } = state;
  return { version: 1, base, current, options, width, tab, zoom };
}

/** What an earlier run saved, null when it is not ours or of another version. Fields that do not fit are left out. */
export function fromSaved(value: unknown): Pick<PanelState, 'options' | 'width' | 'tab' | 'zoom'> | null {
  if (!isRecord(value) || value['version'] !== 1) return null;
  const zoom = value['zoom'];
  return {
    options: optionsFrom(value['options']),
    width: oneOf(value['width'], widthModes) ?? 'change',
    tab: oneOf(value['tab'], tabs) ?? 'flame',
    zoom: Array.isArray(zoom) && zoom.every(key => typeof key === 'string') ? zoom : [],
  };
}

function optionsFrom(value: unknown): ViewOptions | null {
  if (!isRecord(value)) return null;
  const { sampleType, granularity: frames, normalize, filter } = value as Partial<Record<string, unknown>>;
  const granularity = oneOf(frames, granularities);
  if (typeof sampleType !== 'string' || granularity === null || typeof normalize !== 'boolean') return null;
  return { sampleType, granularity, normalize, filter: filterFrom(filter) };
}

function filterFrom(value: unknown): Filter {
  if (!isRecord(value)) return noFilter;
  const text = (field: keyof Filter): string => {
    const expression = value[field];
    return typeof expression === 'string' ? expression : '';
  };
  return {
    focus: text('focus'),
    ignore: text('ignore'),
    hide: text('hide'),
    show: text('show'),
    showFrom: text('showFrom'),
    tagFocus: text('tagFocus'),
    tagIgnore: text('tagIgnore'),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function oneOf<T>(value: unknown, allowed: readonly T[]): T | null {
  return allowed.find(each => each === value) ?? null;
}
