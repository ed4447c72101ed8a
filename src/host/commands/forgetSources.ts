import * as l10n from '@vscode/l10n';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import type { SourceQuestions } from '../source/sourceQuestions.ts';

/** Forgets which files were chosen or located for this workspace. */
export async function forgetSources(questions: SourceQuestions): Promise<void> {
  const count = await questions.forget();
  void inform(
    count === 0
      ? say(l10n.t('Heap Diff had nothing to forget in this workspace.'))
      : count === 1
        ? say(l10n.t('Heap Diff forgot 1 choice of source in this workspace.'))
        : say(l10n.t('Heap Diff forgot {0} choices of source in this workspace.'), count),
  );
}
