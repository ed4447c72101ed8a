import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import type { ToWebview } from '../../src/protocol.ts';
import type { AppContext } from './appContext.ts';
import { actOnFrame } from './frameMenu.ts';
import { selectFrame } from './frameSelection.ts';
import { loadHeadline, loadView } from './views.ts';

/** Takes a message of the host into the state. */
export function receive(context: AppContext, message: ToWebview): void {
  const { store, rpc } = context;
  switch (message.type) {
    case 'reply':
      rpc.receive(message);
      break;
    case 'progress': {
      const { phase, fraction } = message;
      // A reload decodes anew while the earlier diff is still worth looking at.
      if (store.state.screen.kind === 'open') {
        // What was chosen meanwhile is asked for when the files are open again.
        store.update({ loading: { options: store.state.loading?.options ?? null } });
      } else store.update({ screen: { kind: 'progress', phase, fraction } });
      break;
    }
    case 'opened':
      opened(context, message.diff, message.base, message.current);
      break;
    case 'failed':
      rpc.abandon(message.problem);
      store.update({ screen: { kind: 'failed', problem: message.problem }, loading: null });
      break;
    case 'stale':
      store.update({ stale: message.problem });
      break;
    case 'sourceStatus': {
      const { message: text, locate: place = null } = message;
      store.update({ sourceStatus: text === null ? null : { message: text, place } });
      break;
    }
    case 'aboutSource':
      store.update({ about: message.about });
      break;
    case 'goModules':
      store.update({ goModules: message.paths });
      break;
    case 'ownCode':
      void loadHeadline(context);
      break;
    case 'frameAction':
      actOnFrame(context, message.action);
      break;
    case 'reveal':
      store.update({ toReveal: message.place });
      reveal(context);
      break;
    default:
      assertNever(message);
  }
}

function opened(context: AppContext, diff: DiffInfo, base: string | null, current: string): void {
  const { loading, options: shown } = context.store.state;
  const saved = loading?.options ?? shown;
  const known = saved !== null && diff.sampleTypes.some(each => each.type === saved.sampleType);
  const options: ViewOptions = known
    ? saved
    : { sampleType: diff.defaultSampleType, granularity: 'functions', normalize: false, filter: noFilter };
  // At once: a file may be outdated again before its view is there.
  context.store.update({ stale: null });
  const changes = { diff, base, current, sourceStatus: null, about: null };
  void loadView(context, options, changes).then(() => reveal(context));
}

/** Selects the frame that the host wants seen, as soon as there is a tree to select it in. */
function reveal(context: AppContext): void {
  const { toReveal, scene } = context.store.state;
  if (toReveal === null || scene === null) return;
  context.store.update({ toReveal: null, tab: 'flame' });
  selectFrame(context, toReveal);
}
