import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import type { SourceQuestions } from '../source/sourceQuestions.ts';

/** Forgets which files were chosen or located for this workspace. */
export async function forgetSources(questions: SourceQuestions): Promise<void> {
  const count = await questions.forget();
  void inform(
    count === 0
      ? say`Heap Diff had nothing to forget in this workspace.`
      : say`Heap Diff forgot ${count} ${count === 1 ? 'choice' : 'choices'} of source in this workspace.`,
  );
}
