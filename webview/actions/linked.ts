import { isDifference } from '../../src/core/flame/widthMode.ts';
import type { LinkedLook } from '../../src/protocol.ts';
import type { AppContext } from '../state/appContext.ts';
import { topNode } from '../state/topNode.ts';
import { visit } from './steps.ts';
import { keysTo } from './views.ts';
import { setOptions } from './wantedView.ts';

/** Frame keys that a link may carry. */
const longestWay = 2_000;

/** Has the host copy a link to what is on screen. */
export function copyLink({ store, rpc }: AppContext): void {
  const { options, screen, width, tab, zoom } = store.state;
  if (options === null || screen.kind !== 'open') return;
  rpc.post({ type: 'copyLink', look: { options, width, tab, zoom: zoom.slice(0, longestWay) } });
}

/** Looks at the profiles as a link has it: as a step of the view where they are shown, else as soon as they are. */
export function followLink(context: AppContext, { options: linked, width, tab, zoom }: LinkedLook): void {
  const { store } = context;
  const { diff, wanted, overall, screen } = store.state;
  const known = wanted?.news?.diff ?? diff;
  const options = { ...linked, sampleType: linked.sampleType || (known?.defaultSampleType ?? '') };
  if (overall !== null && screen.kind === 'open') {
    const selected = keysTo(overall, topNode(overall));
    visit(context, { options, width, tab, zoom, selected });
    return;
  }
  store.update({
    options,
    width,
    difference: isDifference(width) ? width : store.state.difference,
    tab,
    zoom,
    // Where a link says nothing of it, the first look is chosen as ever.
    unseen: linked.sampleType === '' && zoom.length === 0,
  });
  if (wanted !== null) void setOptions(context, options);
}
