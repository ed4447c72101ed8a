import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { Closing } from '../../core/evidence/gap.ts';
import { commands } from '../../manifest.ts';

/** Does what would close a gap in the evidence. */
export async function closeGap(closing: Closing, chooseAgain: () => Promise<void>): Promise<void> {
  switch (closing) {
    case 'chooseAgain':
      return chooseAgain();
    case 'showSeries':
      await vscode.commands.executeCommand(commands.showOverTime);
      return;
    case 'captureSettled':
      await vscode.commands.executeCommand(commands.capture, 'settled');
      return;
    case 'captureAgain':
    case 'captureCollected':
    case 'captureSameBuild':
    case 'captureLonger':
    case 'captureWholeStacks':
    case 'captureAllocations':
      await vscode.commands.executeCommand(commands.capture);
      return;
    default:
      return assertNever(closing);
  }
}
