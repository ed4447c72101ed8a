import * as l10n from '@vscode/l10n';
import { assertNever } from '../../src/core/assertNever.ts';
import { ProfileError } from '../../src/core/error.ts';
import { pathTo } from '../../src/core/flame/zoom.ts';
import { pprofCommand } from '../../src/core/report/pprofCommand.ts';
import { shownName } from '../../src/core/shown.ts';
import type { Filter } from '../../src/core/stacks/filterFields.ts';
import type { Spellings } from '../../src/core/stacks/spellings.ts';
import type { FrameAction } from '../../src/protocol.ts';
import type { AppContext } from '../state/appContext.ts';
import { sideOf } from '../state/around.ts';
import { chosenOptions } from '../state/chosenOptions.ts';
import { hideAlso, literally } from '../state/filterPresets.ts';
import { packageFrames } from '../state/packageFrames.ts';
import { RequestError } from '../state/rpc.ts';
import { frameOf, type Scene } from '../state/scene.ts';
import { centreOn, chosenFrame, openingAround } from './around.ts';
import { openNode } from './selection.ts';
import { setTab, setWidth, zoomTo } from './views.ts';
import { setOptions } from './wantedView.ts';

/** Does what was chosen from a frame's menu, with the selected frame. Nothing for the root and for what stands for many. */
export function actOnFrame(context: AppContext, action: FrameAction): void {
  const options = chosenOptions(context.store.state);
  const chosen = chosenFrame(context.store.state);
  if (chosen === null || options === null) return;
  const { scene, node: selected } = chosen;
  if (selected === 0 || scene.layout.tree.elided.has(selected)) return;
  const side = sideOf(scene);
  const nameOf = (node: number): string => scene.names.name(frameOf(scene, node));
  const copy = (text: string): void => context.rpc.post({ type: 'copy', text });
  const spelt = (): Promise<Spellings> => {
    const { name, file } = scene.names.place(frameOf(scene, selected));
    return context.rpc.request('spellings', { name, file });
  };
  const filterBy = async (found: Promise<string | null>, changes: Changes): Promise<void> => {
    const expression = await found;
    const filter = chosenOptions(context.store.state)?.filter;
    if (expression === null) {
      refuse(context, l10n.t`No filter tells the package of ${shownName(nameOf(selected))} from others.`);
    } else if (filter !== undefined) {
      await setOptions(context, { filter: { ...filter, ...changes(filter, expression) } });
    }
  };
  switch (action) {
    case 'openSource':
      if (side !== null) openingAround(context, side, selected, 'go')();
      else openNode(context, selected, 'go');
      break;
    case 'showCallers':
      if (side !== null) centreOn(context, side, selected);
      else setTab(context, 'neighbours');
      break;
    case 'focusOn':
      told(
        context,
        filterBy(itself(scene, selected, spelt), (_, focus) => ({ focus })),
      );
      break;
    case 'hide':
      told(context, filterBy(itself(scene, selected, spelt), alsoHidden));
      break;
    case 'hidePackage':
      told(context, filterBy(itsPackage(scene, selected, spelt), alsoHidden));
      break;
    case 'growthBelow':
      showGrowthBelow(context, scene, selected);
      break;
    case 'copyName':
      copy(nameOf(selected));
      break;
    case 'copyStack':
      copy(stackTo(scene, selected).map(nameOf).join('\n'));
      break;
    case 'copyPprof':
      told(context, copyPprof(context, scene, selected, spelt));
      break;
    default:
      assertNever(action);
  }
}

/** What an expression changes in a filter. */
type Changes = (filter: Filter, expression: string) => Partial<Filter>;

const alsoHidden: Changes = ({ hide }, expression) => ({ hide: hideAlso(hide, expression) });

/** Zooms to a frame, where boxes are as wide as what grew: what did not is gone. */
function showGrowthBelow(context: AppContext, scene: Scene, node: number): void {
  const { increase } = scene.layout.tree;
  if ((increase[node] ?? 0) === 0) {
    refuse(
      context,
      l10n.t`Nothing grew in ${shownName(scene.names.name(frameOf(scene, node)))} or below it.`,
    );
    return;
  }
  setWidth(context, 'growth');
  const side = sideOf(scene);
  if (side !== null) {
    centreOn(context, side, node);
    return;
  }
  setTab(context, 'flame');
  zoomTo(context, node);
}

/** Nodes of a frame's stack as far as the tree has it, innermost first. */
function stackTo({ layout: { tree }, view }: Scene, node: number): readonly number[] {
  const path = pathTo(tree, node);
  switch (view.kind) {
    case 'calls':
      return path.toReversed();
    case 'inverted':
      return path;
    case 'callers':
      return [0, ...path];
    case 'callees':
      return [...path.toReversed(), 0];
    default:
      return assertNever(view.kind);
  }
}

/** Asks how the profiles spell the selected frame. */
type Ask = () => Promise<Spellings>;

/** An expression for a frame's function or file; where packages are frames, for the package. */
async function itself(scene: Scene, node: number, ask: Ask): Promise<string | null> {
  const { granularity } = scene.view.options;
  if (granularity === 'packages') return itsPackage(scene, node, ask);
  const { names, files } = await ask();
  const [first = scene.names.name(frameOf(scene, node)), ...others] = granularity === 'files' ? files : names;
  if (others.length === 0) return `^${literally(first)}$`;
  return `^(?:${[first, ...others].map(literally).join('|')})$`;
}

async function itsPackage({ names, view }: Scene, node: number, ask: Ask): Promise<string | null> {
  const frame = view.tree.frame[node] ?? 0;
  const name = names.packageName(frame);
  const isFunction = view.options.granularity === 'functions' || view.options.granularity === 'lines';
  if (!isFunction) return packageFrames(name, null);
  const spelt = await ask();
  return packageFrames(name, names.place(frame), [...spelt.names, ...spelt.files]);
}

/** What is on screen, in pprof's words; what those cannot say is said instead. */
async function copyPprof(context: AppContext, scene: Scene, node: number, ask: Ask): Promise<void> {
  const { diff, base, current } = context.store.state;
  if (diff === null || current === null) return;
  const { options } = scene.view;
  const { name, line } = scene.names.place(frameOf(scene, node));
  // pprof shows the path of a file as it is shown here.
  const names = options.granularity === 'files' ? [] : (await ask()).names;
  const frame = { names: names.length > 0 ? names : [name], line };
  try {
    context.rpc.post({ type: 'copy', text: pprofCommand({ diff, base, current, options, frame }) });
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    refuse(context, error.message);
  }
}

/** Shows why what was asked for did not come. */
function told(context: AppContext, work: Promise<void>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof RequestError)) throw error;
    context.store.update({ trouble: error.problem });
  });
}

function refuse({ store }: AppContext, message: string): void {
  store.update({ trouble: { message, remedies: [] } });
}
