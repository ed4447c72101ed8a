import * as l10n from '@vscode/l10n';
import { longestUri } from '../../src/messageFields.ts';
import { mostDropped } from '../../src/protocol.ts';
import type { AppContext } from '../state/appContext.ts';
import type { Dragged } from '../state/appState.ts';

/** Lists of URIs, the one that is read first: VS Code writes all files into its own, and one into the other. */
const uriLists = ['application/vnd.code.uri-list', 'text/uri-list'];

/** Takes files that are dragged over the page and dropped on it. */
export function takeDrops(context: AppContext): void {
  const show = (dragged: Dragged | null): void => {
    if (context.store.state.dragged !== dragged) context.store.update({ dragged });
  };
  const over = (event: DragEvent): void => {
    const dragged = draggedIn(event);
    show(dragged);
    if (dragged === null || event.dataTransfer === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  addEventListener('dragenter', over);
  addEventListener('dragover', over);
  addEventListener('dragleave', event => {
    // Anything else is a step from one element to another.
    if (event.relatedTarget === null) show(null);
  });
  // The pointer is heard of again only when nothing is dragged any more, wherever it was let go.
  addEventListener('pointermove', () => show(null));
  addEventListener('drop', event => {
    const dragged = draggedIn(event);
    show(null);
    if (dragged === null || event.dataTransfer === null) return;
    event.preventDefault();
    compareDropped(context, addressesIn(event.dataTransfer));
  });
}

/** What can be told while it is dragged: not yet which files. */
function draggedIn({ dataTransfer, shiftKey }: DragEvent): Dragged | null {
  const types = dataTransfer?.types ?? [];
  if (uriLists.some(list => types.includes(list))) return 'named';
  // Without Shift they are VS Code's, which opens them.
  return types.includes('Files') && shiftKey ? 'unnamed' : null;
}

/** What was dropped, as far as its addresses are told; nothing of it is followed here. */
function addressesIn(transfer: DataTransfer): readonly string[] {
  const lists = uriLists.map(list =>
    transfer
      .getData(list)
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(line => line !== '' && !line.startsWith('#')),
  );
  return lists.find(list => list.length > 0) ?? [];
}

function compareDropped({ store, rpc }: AppContext, addresses: readonly string[]): void {
  if (addresses.length > 0 && addresses.every(each => each.length <= longestUri)) {
    rpc.post({ type: 'drop', files: addresses.slice(0, mostDropped) });
  } else if (store.state.screen.kind === 'open') {
    const message = l10n.t`What was dropped tells no path, as files from outside VS Code do not: it could not be read again, watched or linked to. Drag it from the explorer, or choose the files.`;
    store.update({ trouble: { message, remedies: ['chooseAgain'] } });
  }
}
