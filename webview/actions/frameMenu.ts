import { assertNever } from '../../src/core/assertNever.ts';
import { pathTo } from '../../src/core/flame/zoom.ts';
import type { FrameAction } from '../../src/protocol.ts';
import type { AppContext } from '../state/appContext.ts';
import { chosenOptions } from '../state/chosenOptions.ts';
import { hideAlso, literally } from '../state/filterPresets.ts';
import { frameOf } from '../state/scene.ts';
import { openNode } from './selection.ts';
import { setOptions } from './wantedView.ts';

/** Does what was chosen from a frame's menu, with the selected frame. Nothing for the root and for what stands for many. */
export function actOnFrame(context: AppContext, action: FrameAction): void {
  const { scene, selected } = context.store.state;
  const options = chosenOptions(context.store.state);
  if (scene === null || options === null || selected === 0 || scene.layout.tree.elided.has(selected)) return;
  const nameOf = (node: number): string => scene.names.name(frameOf(scene, node));
  switch (action) {
    case 'openSource':
      openNode(context, selected, 'go');
      break;
    case 'focusOn':
      void setOptions(context, { filter: { ...options.filter, focus: exactly(nameOf(selected)) } });
      break;
    case 'hide':
      void setOptions(context, {
        filter: { ...options.filter, hide: hideAlso(options.filter.hide, exactly(nameOf(selected))) },
      });
      break;
    case 'copyName':
      context.rpc.post({ type: 'copy', text: nameOf(selected) });
      break;
    case 'copyStack':
      context.rpc.post({
        type: 'copy',
        text: pathTo(scene.layout.tree, selected).map(nameOf).reverse().join('\n'),
      });
      break;
    default:
      assertNever(action);
  }
}

function exactly(name: string): string {
  return `^${literally(name)}$`;
}
