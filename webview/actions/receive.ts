import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { assertNever } from '../../src/core/assertNever.ts';
import { type Problem, type ToWebview, toWebview } from '../../src/protocol.ts';
import type { AppContext } from '../state/appContext.ts';
import { withAbout } from '../state/suspectList.ts';
import { actOnFrame } from './frameMenu.ts';
import { revealFrame } from './frameSelection.ts';
import { copyLink, followLink } from './linked.ts';
import { loadHeadline } from './views.ts';
import { showFiles } from './wantedView.ts';

/** What does not fit may be quoted in it, at any length. */
const longestReason = 1_000;

/** Takes a message of the host into the state. One that does not fit the protocol is reported, and settles what waits. */
export function receive(context: AppContext, value: unknown): void {
  const read = v.safeParse(toWebview, value, { abortEarly: true });
  if (read.success) take(context, read.output);
  else refuse(context, `${v.getDotPath(read.issues[0]) ?? 'message'}: ${read.issues[0].message}`);
}

function refuse(context: AppContext, why: string): void {
  const { store, rpc } = context;
  const problem: Problem = {
    message: l10n.t`Heap Diff stopped on an error of its own: the panel was told what it does not know. Reload to try again; the log has the details.`,
    remedies: ['reload', 'showLog'],
  };
  rpc.post({ type: 'refused', why: why.slice(0, longestReason) });
  rpc.abandon(problem);
  store.update(
    store.state.screen.kind === 'open' ? { trouble: problem } : { screen: { kind: 'failed', problem } },
  );
}

function take(context: AppContext, message: ToWebview): void {
  const { store, rpc } = context;
  switch (message.type) {
    case 'reply':
      rpc.receive(message);
      break;
    case 'progress': {
      const { phase, fraction } = message;
      store.update({ reading: true });
      // A reload decodes anew while the earlier diff is still worth looking at.
      if (store.state.screen.kind !== 'open') store.update({ screen: { kind: 'progress', phase, fraction } });
      break;
    }
    case 'files':
      store.update({ base: message.base, current: message.current, isOrdered: message.isOrdered });
      break;
    case 'opened':
      // Told again after this page's `ready`, because the first time may have been lost.
      if (message.revision !== store.state.revision) void showFiles(context, message);
      break;
    case 'failed':
      store.update({ screen: { kind: 'failed', problem: message.problem }, reading: true });
      rpc.abandon(message.problem);
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
    case 'aboutSite':
      store.update({ aboutSites: withAbout(store.state.aboutSites, message.about) });
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
    case 'copyLink':
      copyLink(context);
      break;
    case 'look':
      followLink(context, message.look);
      break;
    case 'reveal':
      store.update({ toReveal: message.place });
      revealFrame(context);
      break;
    default:
      assertNever(message);
  }
}
