import * as vscode from 'vscode';
import type { SourceQuestions } from '../source/sourceQuestions.ts';

/** Forgets which files were chosen or located for this workspace. */
export async function forgetSources(questions: SourceQuestions): Promise<void> {
  const count = await questions.forget();
  void vscode.window.showInformationMessage(
    count === 0
      ? 'Heap Diff had nothing to forget in this workspace.'
      : `Heap Diff forgot ${count} ${count === 1 ? 'choice' : 'choices'} of source in this workspace.`,
  );
}
