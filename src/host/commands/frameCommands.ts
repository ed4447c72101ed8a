import { commands } from '../../manifest.ts';
import type { FrameAction } from '../../protocol.ts';

/** What the menu of a frame does in the page, by command. */
export const frameCommands: readonly (readonly [command: string, action: FrameAction])[] = [
  [commands.frameSource, 'openSource'],
  [commands.frameCallers, 'showCallers'],
  [commands.frameFocus, 'focusOn'],
  [commands.frameHide, 'hide'],
  [commands.frameHidePackage, 'hidePackage'],
  [commands.frameGrowth, 'growthBelow'],
  [commands.frameCopyName, 'copyName'],
  [commands.frameCopyStack, 'copyStack'],
  [commands.frameCopyPprof, 'copyPprof'],
];
