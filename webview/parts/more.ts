import { html, nothing, type TemplateResult } from 'lit-html';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { ExportFormat } from '../../src/core/answers/requests.ts';
import { type Filter, type FilterField, filterFields, noFilter } from '../../src/core/stacks/filterFields.ts';
import { button, checkbox, textField } from '../controls.ts';
import { moduleFrames, runtimeFrames } from '../state/filterPresets.ts';

const fields: Readonly<Record<FilterField, { readonly label: string; readonly why: string }>> = {
  focus: { label: 'Focus', why: 'only stacks with a frame that matches' },
  ignore: { label: 'Ignore', why: 'no stacks with a frame that matches' },
  hide: { label: 'Hide', why: 'take matching frames out of the stacks' },
  show: { label: 'Show', why: 'keep only matching frames in the stacks' },
  showFrom: { label: 'Show from', why: 'cut what is above the first match' },
  tagFocus: { label: 'Tag focus', why: 'only samples with a label, key=value or key=1kb:2mb' },
  tagIgnore: { label: 'Tag ignore', why: 'no samples with a label' },
};

const saves: readonly (readonly [format: ExportFormat, text: string])[] = [
  ['pprof', 'Save for pprof (.pb.gz)…'],
  ['csv', 'Save table (CSV)…'],
  ['folded', 'Save folded stacks…'],
  ['markdown', 'Save report (Markdown)…'],
];

const keys: readonly (readonly [key: string, what: string])[] = [
  ['Click', 'select a frame, show its line beside'],
  ['Ctrl/Cmd + click', 'go to the line'],
  ['Double-click, Enter', 'zoom in on a frame'],
  ['Esc', 'zoom out one step'],
  ['Alt + ← →', 'undo, redo the view'],
  ['↑ ↓ ← →', 'caller, largest callee, frames beside'],
  ['Home', 'root'],
  ['Space', 'show the selected line beside'],
  ['Ctrl/Cmd + Enter', 'go to the selected line'],
  ['Ctrl/Cmd + wheel, + −', 'scale'],
  ['Drag, Shift + wheel, [ ]', 'move sideways'],
  ['/, Ctrl/Cmd + F', 'search; Enter and Shift + Enter walk the matches'],
];

/** What the panel of options can ask for. */
export interface MoreActions {
  setOptions(changes: Partial<ViewOptions>): void;
  copySummary(): void;
  copyForAi(): void;
  save(format: ExportFormat): void;
}

/** Filters, further options and the keys. */
export function more(
  options: ViewOptions,
  alone: boolean,
  goModules: readonly string[],
  actions: MoreActions,
): TemplateResult {
  const { filter } = options;
  const set = (changes: Partial<Filter>): void => actions.setOptions({ filter: { ...filter, ...changes } });
  return html`<section class="more" aria-label="Filters, options and keys">
    <div class="more-part">
      <h2>Filters (pprof's, regular expressions)</h2>
      ${filterFields.map(field => {
        const { label, why } = fields[field];
        return html`<label class="filter"
          ><span>${label}</span> ${textField({
            label: `${label}: ${why}`,
            placeholder: why,
            value: filter[field],
            onCommit: text => set({ [field]: text }),
          })}</label>`;
      })}
      <div class="buttons">
        ${button({ text: 'Hide runtime', secondary: true, onClick: () => set({ hide: runtimeFrames }) })}
        ${
          goModules.length === 0
            ? nothing
            : button({
                text: 'Only my module',
                secondary: true,
                onClick: () => set({ show: moduleFrames(goModules) }),
              })
        }
        ${button({ text: 'Clear filters', secondary: true, onClick: () => set(noFilter) })}
      </div>
    </div>
    <div class="more-part">
      <h2>Options</h2>
      ${
        alone
          ? html``
          : checkbox({
              text: 'Scale current to the base’s total (normalize)',
              checked: options.normalize,
              onChange: normalize => actions.setOptions({ normalize }),
            })
      }
      <div class="buttons">
        ${button({ text: 'Copy summary', secondary: true, onClick: actions.copySummary })}
        ${alone ? nothing : button({ text: 'Copy for AI', secondary: true, onClick: actions.copyForAi })}
        ${saves
          .filter(([format]) => !alone || format !== 'markdown')
          .map(([format, text]) => button({ text, secondary: true, onClick: () => actions.save(format) }))}
      </div>
      <h2>Keys</h2>
      <dl class="keys">${keys.map(([key, what]) => html`<div class="key"><dt>${key}</dt><dd>${what}</dd></div>`)}</dl>
    </div>
  </section>`;
}

/** What keeps part of the profiles from view, in words; empty when everything is shown. */
export function filterText({ filter, normalize }: ViewOptions): string {
  const parts = filterFields
    .filter(field => filter[field] !== '')
    .map(field => `${fields[field].label.toLowerCase()} ${filter[field]}`);
  if (normalize) parts.push('current scaled to the base’s total');
  return parts.join(' · ');
}
