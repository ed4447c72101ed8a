import { html, nothing, type TemplateResult } from 'lit-html';
import type { DiffInfo, FileInfo } from '../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { widthModes } from '../../src/core/flame/widthMode.ts';
import { type Granularity, granularities } from '../../src/core/names/granularity.ts';
import { shown, shownName } from '../../src/core/shown.ts';
import type { WidthMode } from '../../src/protocol.ts';
import { button, type Choice, dropdown } from '../controls.ts';
import { isAlone } from '../state/alone.ts';
import { captureTimes } from '../state/times.ts';
import { moreIcon, swapIcon } from './icons.ts';

/** What the header can ask for. */
export interface HeaderActions {
  setOptions(changes: Partial<ViewOptions>): void;
  setWidth(width: WidthMode): void;
  swap(): void;
  toggleMore(): void;
}

const granularityNames: Readonly<Record<Granularity, string>> = {
  functions: 'Functions',
  lines: 'Lines',
  files: 'Files',
  packages: 'Packages',
};

const widthTexts: Readonly<Record<WidthMode, Omit<Choice<WidthMode>, 'value'>>> = {
  change: { text: 'Change', title: 'increase + decrease' },
  growth: { text: 'Growth', title: 'increase only' },
  both: { text: 'Both', title: 'base + current' },
  current: { text: 'Current', title: 'current only' },
};

/** Which files are compared, and how they are looked at. */
export function header(
  diff: DiffInfo,
  options: ViewOptions,
  width: WidthMode,
  moreOpen: boolean,
  actions: HeaderActions,
): TemplateResult {
  return html`<header>
    ${files(diff)}
    <div class="controls">
      ${dropdown({
        label: 'Sample type',
        value: options.sampleType,
        choices: diff.sampleTypes.map(({ type, unit }) => ({
          value: type,
          text: shownName(type),
          title: shown(unit),
        })),
        onChange: sampleType => actions.setOptions({ sampleType }),
      })}
      ${dropdown({
        label: 'Granularity',
        value: options.granularity,
        choices: granularities.map(value => ({ value, text: granularityNames[value] })),
        onChange: granularity => actions.setOptions({ granularity }),
      })}
      ${
        isAlone(diff)
          ? nothing
          : dropdown({
              label: 'Width of boxes',
              prefix: 'Width: ',
              value: width,
              choices: widthModes.map(mode => ({ value: mode, ...widthTexts[mode] })),
              onChange: actions.setWidth,
            })
      }
      ${
        diff.base === null
          ? nothing
          : button({
              text: swapIcon,
              label: 'Swap base and current',
              icon: true,
              onClick: actions.swap,
            })
      }
      ${button({
        text: moreIcon,
        label: 'Filters, options and keys',
        icon: true,
        pressed: moreOpen,
        onClick: actions.toggleMore,
      })}
    </div>
  </header>`;
}

function files(diff: DiffInfo): TemplateResult {
  const times = captureTimes(diff);
  if (diff.base === null) {
    return html`<p class="files">${file('', diff.current, times.current)}</p>`;
  }
  return html`<p class="files">
    ${file('base', diff.base, times.base)} <span class="to" aria-label="to">→</span>
    ${file('current', diff.current, times.current)}
  </p>`;
}

function file(role: string, { name, samples, timeMs }: FileInfo, time: string): TemplateResult {
  const when = timeMs === null ? 'capture time unknown' : new Date(timeMs).toString();
  return html`<span class="file" title=${`${shown(name)}\n${samples} samples\n${when}`}
    >${role} <strong>${shown(name)}</strong> <span class="time">${time}</span></span
  >`;
}
