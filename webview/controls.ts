import {
  type Dropdown,
  provideVSCodeDesignSystem,
  type TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';

/** Registers the toolkit's elements. Call while the page loads: their theme hooks the window's `load` event. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeProgressRing(),
    vsCodeTextField(),
  );
}

/** One entry of a drop-down; `selected` is what the closed control says when it is chosen. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
  readonly title?: string;
}

/** A drop-down. `closed` makes of the chosen entry what is said while it is closed. */
export function dropdown<Value extends string>(given: {
  readonly label: string;
  readonly closed?: (text: string) => string | TemplateResult;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}): TemplateResult {
  const chosen = given.choices.find(choice => choice.value === given.value)?.text ?? given.value;
  // The control forgets a value that it is given before its options are there.
  const setValue = (element: Element | undefined): void => {
    if (element !== undefined)
      requestAnimationFrame(() => setDropdownValue(element as Dropdown, given.value));
  };
  const onChange = (event: Event): void => {
    const { value } = event.target as Dropdown;
    const choice = given.choices.find(each => each.value === value);
    if (choice !== undefined && choice.value !== given.value) given.onChange(choice.value);
  };
  return html`<vscode-dropdown aria-label=${given.label} title=${given.label} @change=${onChange} ${ref(setValue)}>
    <span slot="selected-value">${given.closed?.(chosen) ?? chosen}</span>
    ${given.choices.map(
      ({ value, text, title }) =>
        html`<vscode-option value=${value} title=${title ?? nothing}>${text}</vscode-option>`,
    )}
  </vscode-dropdown>`;
}

function setDropdownValue(element: Dropdown, value: string): void {
  if (element.value !== value) element.value = value;
}

/** A push button. */
export function button(given: {
  readonly text: string | TemplateResult;
  readonly label?: string;
  /** Without a ground of its own, for a picture that the label explains. */
  readonly icon?: boolean;
  readonly disabled?: boolean;
  readonly secondary?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}): TemplateResult {
  const plain = given.secondary === true ? 'secondary' : 'primary';
  return html`<vscode-button
    appearance=${given.icon === true ? 'icon' : plain}
    aria-label=${given.label ?? nothing}
    title=${given.label ?? nothing}
    aria-expanded=${given.pressed ?? nothing}
    ?disabled=${given.disabled === true}
    @click=${given.onClick}
    >${given.text}</vscode-button
  >`;
}

/** A line of text to fill in. */
export function textField(given: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly className?: string;
  readonly onInput?: (value: string) => void;
  readonly onKey?: (event: KeyboardEvent) => void;
  /** In the slots `start` and `end`. */
  readonly before?: TemplateResult;
  readonly after?: TemplateResult;
}): TemplateResult {
  // The control calls itself “Text field” when it is put into the page.
  const name = (element: Element | undefined): void =>
    queueMicrotask(() => element?.setAttribute('aria-label', given.label));
  return html`<vscode-text-field
    class=${given.className ?? nothing}
    aria-label=${given.label}
    placeholder=${given.placeholder}
    maxlength="1000"
    .value=${given.value}
    @input=${(event: Event) => given.onInput?.((event.target as TextField).value)}
    @keydown=${(event: KeyboardEvent) => {
      // What stands in its slots has keys of its own.
      if (event.target === event.currentTarget) given.onKey?.(event);
    }}
    ${ref(name)}
    >${given.before ?? nothing}${given.after ?? nothing}</vscode-text-field
  >`;
}

/** A box to tick. */
export function checkbox(given: {
  readonly text: string;
  /** Where it stands says enough to whoever sees it; the text is for the others. */
  readonly unseen?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): TemplateResult {
  const onChange = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    if (checked !== given.checked) given.onChange(checked);
  };
  // The control takes its text for its name when it is put into the page, and never again.
  return html`<vscode-checkbox aria-label=${given.text} .checked=${given.checked} @change=${onChange}
    ><span class=${given.unseen === true ? 'unseen' : nothing}>${given.text}</span></vscode-checkbox
  >`;
}

/** Something is going on. */
export function progressRing(label: string): TemplateResult {
  return html`<vscode-progress-ring aria-label=${label}></vscode-progress-ring>`;
}
