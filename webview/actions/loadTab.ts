import { mostSuspects } from '../../src/core/answers/sitesBy.ts';
import { effectiveWidth } from '../state/alone.ts';
import type { AppContext } from '../state/appContext.ts';
import type { AppState, Loaded } from '../state/appState.ts';
import { aroundOf } from '../state/around.ts';
import { FrameNames } from '../state/frameNames.ts';
import { RequestError } from '../state/rpc.ts';
import { frameOf } from '../state/scene.ts';

type TabField = 'top' | 'suspects' | 'neighbours';

/** Asks for what the front tab shows, unless it is there or on its way. */
export function loadTab(context: AppContext): void {
  const { store, rpc } = context;
  const { tab, options, scene, selected, overall } = store.state;
  if (options === null || scene === null || overall === null) return;
  const view = String(overall.view.id);
  if (tab === 'top') {
    load(context, 'top', view, async () => {
      const table = await rpc.request('table', { options });
      return { table, names: new FrameNames(table.frames, options.granularity) };
    });
  } else if (tab === 'suspects') {
    const { suspectsBy: by, ownCode } = store.state;
    const question = (known: number): string => `${view}\n${by}\n${known}`;
    const ask = (): Promise<ValueOf<'suspects'>> =>
      rpc.request('suspects', { options, by, limit: mostSuspects });
    load(context, 'suspects', question(ownCode), ask, question(ownCode - 1));
  } else if (tab === 'neighbours') {
    if (selected === 0 || scene.layout.tree.elided.has(selected)) {
      store.update({ neighbours: { kind: 'nothing' } });
      return;
    }
    const frame = frameOf(scene, selected);
    const name = scene.names.name(frame);
    const file = scene.names.file(frame);
    load(context, 'neighbours', `${view}\n${name}\n${file}`, async () => {
      const answer = await rpc.request('neighbours', { options, name, file });
      return aroundOf(answer, effectiveWidth(store.state));
    });
  }
}

type ValueOf<Field extends TabField> = Extract<AppState[Field], { kind: 'ready' }>['value'];

/** The answer to `renews`, if it is there, stays on screen until that to the question is. */
function load<Field extends TabField>(
  { store }: AppContext,
  field: Field,
  question: string,
  ask: () => Promise<ValueOf<Field>>,
  renews: string | null = null,
): void {
  const set = (loaded: Loaded<ValueOf<Field>>): void => {
    const changes: Partial<Record<TabField, unknown>> = { [field]: loaded };
    store.update(changes as Partial<AppState>);
  };
  const isLatest = (): boolean => {
    const now = store.state[field];
    return now.kind !== 'nothing' && now.for === question;
  };
  const before = store.state[field];
  if (before.kind !== 'nothing' && before.kind !== 'refused' && before.for === question) return;
  const isRenewed = before.kind === 'ready' && before.for === renews;
  set(isRenewed ? { ...before, for: question, renewing: true } : { kind: 'loading', for: question });
  ask().then(
    value => {
      if (isLatest()) set({ kind: 'ready', for: question, value });
    },
    (error: unknown) => {
      if (!(error instanceof RequestError)) throw error;
      if (isLatest()) set({ kind: 'refused', for: question, problem: error.problem });
    },
  );
}
