import type { Neighbours } from '../../src/core/answers/neighbours.ts';
import type { Around as Answer } from '../../src/core/answers/requests.ts';
import { scaleEnd } from '../../src/core/flame/strength.ts';
import type { WidthMode } from '../../src/protocol.ts';
import { inWidth, type Scene, sceneOf } from './scene.ts';

export const sides = ['callers', 'callees'] as const;
export type Side = (typeof sides)[number];

/** Callers and callees of a function, ready to be drawn. */
export interface Around {
  readonly beside: Neighbours;
  readonly scenes: Readonly<Record<Side, Scene>>;
  /** The change that has the full colour, in both. */
  readonly scaleEnd: number;
  /** Nodes of the scenes; 0 is the function itself. */
  readonly selected: Readonly<Record<Side, number>>;
  /** Where a frame was selected last. */
  readonly side: Side;
}

/** Lays callers and callees out in a width mode. */
export function aroundOf({ trees, ...beside }: Answer, width: WidthMode): Around {
  const scenes = { callers: sceneOf(trees.callers, width), callees: sceneOf(trees.callees, width) };
  return {
    beside,
    scenes,
    scaleEnd: Math.max(...sides.map(side => scaleEnd(scenes[side].layout.tree, 0))),
    selected: { callers: 0, callees: 0 },
    side: 'callees',
  };
}

/** The same in another width mode. */
export function aroundInWidth(around: Around, width: WidthMode): Around {
  const { callers, callees } = around.scenes;
  return { ...around, scenes: { callers: inWidth(callers, width), callees: inWidth(callees, width) } };
}

/** Which side of a function a scene is; null for one of the whole. */
export function sideOf({ view: { kind } }: Scene): Side | null {
  return kind === 'callers' || kind === 'callees' ? kind : null;
}
