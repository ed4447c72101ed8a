import { html, nothing, type TemplateResult } from 'lit-html';
import type { DiffInfo, FileInfo } from '../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { type DifferenceMode, differenceModes, isDifference } from '../../src/core/flame/widthMode.ts';
import { type Granularity, granularities } from '../../src/core/names/granularity.ts';
import { shown, shownName } from '../../src/core/shown.ts';
import type { WidthMode } from '../../src/protocol.ts';
import { button, type Choice, dropdown } from '../controls.ts';
import { swapIcon } from '../icons.ts';
import { type ExportActions, exportMenu } from '../menus/exportMenu.ts';
import { keyTable } from '../menus/keyTable.ts';
import { isAlone } from '../state/alone.ts';
import type { AppState } from '../state/appState.ts';
import { captureTimes } from '../state/times.ts';

/** What the header can ask for. */
export interface HeaderActions extends ExportActions {
  setOptions(changes: Partial<ViewOptions>): void;
  setWidth(width: WidthMode): void;
  swap(): void;
}

const granularityNames: Readonly<Record<Granularity, string>> = {
  functions: 'Functions',
  lines: 'Lines',
  files: 'Files',
  packages: 'Packages',
};

const differences: Readonly<Record<DifferenceMode, Omit<Choice<DifferenceMode>, 'value'>>> = {
  change: { text: 'Change', title: 'increase + decrease' },
  growth: { text: 'Growth', title: 'increase only' },
  both: { text: 'Both', title: 'base + current' },
};

/** Which files are compared, and how they are looked at. */
export function header(
  diff: DiffInfo,
  options: ViewOptions,
  { width, difference }: Pick<AppState, 'width' | 'difference'>,
  actions: HeaderActions,
): TemplateResult {
  return html`<header>
    ${files(diff)}
    <div class="controls">
      ${isAlone(diff) ? nothing : widthSwitch(width, difference, actions.setWidth)}
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
        diff.base === null
          ? nothing
          : button({
              text: swapIcon,
              label: 'Swap base and current',
              icon: true,
              onClick: actions.swap,
            })
      }
      ${exportMenu(isAlone(diff), actions)} ${keyTable()}
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

/** Whether boxes are as wide as the base, as the current profile or as their difference, and that in which sense. */
function widthSwitch(
  width: WidthMode,
  difference: DifferenceMode,
  choose: (width: WidthMode) => void,
): TemplateResult {
  const way = (to: WidthMode, text: string, why: string, isOn: boolean): TemplateResult =>
    html`<button title=${why} aria-pressed=${isOn ? 'true' : 'false'} @click=${() => choose(to)}>${text}</button>`;
  return html`<div class="switch" role="group" aria-label="What the widths show">
    ${way('base', 'Base', 'As wide as in the base', width === 'base')}
    ${way('current', 'Current', 'As wide as in the current profile', width === 'current')}
    ${way(difference, 'Difference', 'As wide as the difference of both', isDifference(width))}
    ${
      isDifference(width)
        ? dropdown({
            label: 'Width of boxes',
            value: width,
            choices: differenceModes.map(mode => ({
              value: mode,
              ...differences[mode],
            })),
            onChange: choose,
          })
        : nothing
    }
  </div>`;
}
