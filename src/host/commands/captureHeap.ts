import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { askForCapture, isCaptureWay } from '../capture/captureQuestions.ts';
import type { Captures } from '../capture/captures.ts';
import type { RememberedCaptures } from '../capture/rememberedCaptures.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';

/** Asks what to capture, and captures it; `given` may say how (a `CaptureWay`), which is not asked then. */
export async function captureHeap(
  captures: Captures,
  remembered: RememberedCaptures,
  given: unknown,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void complain(
      say(l10n.t('Heap Diff captures only in a workspace that is trusted: it writes files to it.')),
    );
    return;
  }
  const plan = await askForCapture(remembered, isCaptureWay(given) ? given : undefined);
  if (plan !== undefined) captures.start(plan);
}
