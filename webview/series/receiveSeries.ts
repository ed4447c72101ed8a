import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { assertNever } from '../../src/core/assertNever.ts';
import { wholeWindow } from '../../src/core/flame/zoom.ts';
import type { Problem } from '../../src/protocol.ts';
import { type SeriesToHost, type SeriesToWebview, seriesToWebview } from '../../src/seriesProtocol.ts';
import type { Store } from '../state/store.ts';
import type { SeriesView } from './seriesView.ts';

/** What every action works on. */
export interface SeriesContext {
  readonly store: Store<SeriesView>;
  readonly post: (message: SeriesToHost) => void;
}

/** What does not fit may be quoted in it, at any length. */
const longestReason = 1_000;

/** Takes a message of the host into the state. One that does not fit the protocol is reported. */
export function receiveSeries(context: SeriesContext, value: unknown): void {
  const read = v.safeParse(seriesToWebview, value, { abortEarly: true });
  if (read.success) take(context, read.output);
  else refuse(context, `${v.getDotPath(read.issues[0]) ?? 'message'}: ${read.issues[0].message}`);
}

function refuse({ store, post }: SeriesContext, why: string): void {
  const problem: Problem = {
    message: l10n.t`Heap Diff stopped on an error of its own: the panel was told what it does not know. Reload to try again; the log has the details.`,
    remedies: ['reload', 'showLog'],
  };
  post({ type: 'refused', why: why.slice(0, longestReason) });
  store.update(
    store.state.screen.kind === 'open' ? { trouble: problem } : { screen: { kind: 'failed', problem } },
  );
}

function take({ store }: SeriesContext, message: SeriesToWebview): void {
  switch (message.type) {
    case 'state':
      store.update({ kept: message.state });
      break;
    case 'progress': {
      const { done, of } = message;
      // What is read anew is outdated by nothing yet.
      store.update({ reading: true, stale: null });
      // A reload reads anew while the earlier series is still worth looking at.
      if (store.state.screen.kind !== 'open') store.update({ screen: { kind: 'progress', done, of } });
      break;
    }
    case 'series': {
      const { answer, fix, beside, remarks } = message;
      const last = Math.max(0, (answer?.captures.length ?? 0) - 1);
      const { reading, at, mark } = store.state;
      store.update({
        screen: { kind: 'open' },
        answer,
        fix,
        beside,
        remarks,
        at: reading ? last : Math.min(at, last),
        window: reading ? wholeWindow : store.state.window,
        mark: reading || mark === null || mark > last ? null : mark,
        reading: false,
      });
      break;
    }
    case 'failed':
      store.update({ screen: { kind: 'failed', problem: message.problem }, reading: true });
      break;
    case 'stale':
      store.update({ stale: message.problem });
      break;
    case 'sourceStatus': {
      const { message: text, locate: place = null } = message;
      store.update({ sourceStatus: text === null ? null : { message: text, place } });
      break;
    }
    default:
      assertNever(message);
  }
}
