import * as l10n from '@vscode/l10n';
import type { Palette } from '../../src/core/flame/palette.ts';
import { matchingNodes } from '../../src/core/flame/search.ts';
import { type Around, type Side, sides } from '../state/around.ts';
import type { Scene } from '../state/scene.ts';
import { matchedFrames, type SearchState } from '../state/search.ts';
import type { FlameActions } from './flameActions.ts';
import { FlameElement } from './flameElement.ts';

/** What of a scene a search has found. */
interface Found {
  readonly scene: Scene;
  readonly search: SearchState;
  readonly matched: Uint8Array | null;
}

/** Two flame graphs with one function between them: its callers grow upwards, its callees downwards. */
export class AroundGraphs {
  readonly #graphs: Readonly<Record<Side, FlameElement>>;
  readonly #found: Partial<Record<Side, Found>> = {};

  constructor(actions: (side: Side) => FlameActions) {
    this.#graphs = {
      callers: new FlameElement(actions('callers'), {
        id: 'caller',
        label: l10n.t`Callers as a flame graph`,
        upward: true,
      }),
      callees: new FlameElement(actions('callees'), {
        id: 'callee',
        label: l10n.t`Callees as a flame graph`,
        upward: false,
      }),
    };
  }

  get elements(): Readonly<Record<Side, HTMLElement>> {
    const { callers, callees } = this.#graphs;
    return { callers: callers.element, callees: callees.element };
  }

  show(around: Around, search: SearchState, alone: boolean, palette: Palette): void {
    for (const side of sides) {
      this.#graphs[side].show({
        scene: around.scenes[side],
        zoomed: 0,
        selected: around.selected[side],
        matched: this.#matched(side, around.scenes[side], search),
        alone,
        palette,
        scaleEnd: around.scaleEnd,
      });
    }
  }

  #matched(side: Side, scene: Scene, search: SearchState): Uint8Array | null {
    const before = this.#found[side];
    if (
      before?.scene === scene &&
      before.search.isMatch === search.isMatch &&
      before.search.sought === search.sought
    ) {
      return before.matched;
    }
    const { isMatch, sought } = search;
    const matched =
      isMatch && matchingNodes(scene.layout, matchedFrames(scene.names, isMatch), sought).isMatch;
    this.#found[side] = { scene, search, matched };
    return matched;
  }
}
