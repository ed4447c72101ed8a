import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { DiffInfo, FileInfo } from '../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { assertNever } from '../../src/core/assertNever.ts';
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
import { clocksOf } from '../state/clock.ts';

/** What the header can ask for. */
export interface HeaderActions extends ExportActions {
  setOptions(changes: Partial<ViewOptions>): void;
  setWidth(width: WidthMode): void;
  swap(): void;
}

function granularityName(granularity: Granularity): string {
  switch (granularity) {
    case 'functions':
      return l10n.t`Functions`;
    case 'lines':
      return l10n.t`Lines`;
    case 'files':
      return l10n.t`Files`;
    case 'packages':
      return l10n.t`Packages`;
    default:
      return assertNever(granularity);
  }
}

function differenceChoice(value: DifferenceMode): Choice<DifferenceMode> {
  switch (value) {
    case 'change':
      return { value, text: l10n.t`Change`, title: l10n.t`increase + decrease` };
    case 'growth':
      return { value, text: l10n.t`Growth`, title: l10n.t`increase only` };
    case 'both':
      return { value, text: l10n.t`Both`, title: l10n.t`base + current` };
    default:
      return assertNever(value);
  }
}

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
        label: l10n.t`Sample type`,
        value: options.sampleType,
        choices: diff.sampleTypes.map(({ type, unit }) => ({
          value: type,
          text: shownName(type),
          title: shown(unit),
        })),
        onChange: sampleType => actions.setOptions({ sampleType }),
      })}
      ${dropdown({
        label: l10n.t`Granularity`,
        value: options.granularity,
        choices: granularities.map(value => ({ value, text: granularityName(value) })),
        onChange: granularity => actions.setOptions({ granularity }),
      })}
      ${
        diff.base === null
          ? nothing
          : button({
              text: swapIcon,
              label: l10n.t`Swap base and current`,
              icon: true,
              onClick: actions.swap,
            })
      }
      ${exportMenu(isAlone(diff), actions)} ${keyTable()}
    </div>
  </header>`;
}

function files(diff: DiffInfo): TemplateResult {
  const [base = '', current = ''] = clocksOf([diff.base?.timeMs ?? null, diff.current.timeMs], '');
  if (diff.base === null) {
    return html`<p class="files">${file('', diff.current, current)}</p>`;
  }
  return html`<p class="files">
    ${file(l10n.t`base`, diff.base, base)} <span class="to" aria-label=${l10n.t`to`}>→</span>
    ${file(l10n.t`current`, diff.current, current)}
  </p>`;
}

function file(role: string, { name, samples, timeMs }: FileInfo, time: string): TemplateResult {
  const when = timeMs === null ? l10n.t`capture time unknown` : new Date(timeMs).toString();
  const count = samples === 1 ? l10n.t`1 sample` : l10n.t`${samples} samples`;
  return html`<span class="file" title=${`${shown(name)}\n${count}\n${when}`}
    ><span class="name">${role} <strong>${shown(name)}</strong></span> <span class="time">${time}</span></span
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
  return html`<div class="switch" role="group" aria-label=${l10n.t`What the widths show`}>
    ${way('base', l10n.t`Base`, l10n.t`As wide as in the base`, width === 'base')}
    ${way('current', l10n.t`Current`, l10n.t`As wide as in the current profile`, width === 'current')}
    ${way(difference, l10n.t`Difference`, l10n.t`As wide as the difference of both`, isDifference(width))}
    ${
      isDifference(width)
        ? dropdown({
            label: l10n.t`Width of boxes`,
            value: width,
            choices: differenceModes.map(differenceChoice),
            onChange: choose,
          })
        : nothing
    }
  </div>`;
}
