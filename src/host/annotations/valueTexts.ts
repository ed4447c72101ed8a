import * as l10n from '@vscode/l10n';
import type { ValueKind } from '../../core/pair/valueKind.ts';
import type { Message } from '../say/say.ts';

/** What is said of values of each kind: only memory is allocated. */
type ValueTexts = Readonly<Record<ValueKind, () => Message>>;

/** A value, and that it is the line's own. */
export const ownText: ValueTexts = {
  memory: () => l10n.t('{0} allocated here'),
  time: () => l10n.t('{0} spent here'),
  waiting: () => l10n.t('{0} waited here'),
  goroutines: () => l10n.t('{0} waiting here'),
  leakedGoroutines: () => l10n.t('{0} waiting here'),
  threads: () => l10n.t('{0} created here'),
  exceptions: () => l10n.t('{0} thrown here'),
  other: () => l10n.t('{0} here'),
};

/** A value, and the function that a line calls for it. */
export const calledText: ValueTexts = {
  memory: () => l10n.t('{0} allocated in {1}, called here'),
  time: () => l10n.t('{0} spent in {1}, called here'),
  waiting: () => l10n.t('{0} waited in {1}, called here'),
  goroutines: () => l10n.t('{0} waiting in {1}, called here'),
  leakedGoroutines: () => l10n.t('{0} waiting in {1}, called here'),
  threads: () => l10n.t('{0} created in {1}, called here'),
  exceptions: () => l10n.t('{0} thrown in {1}, called here'),
  other: () => l10n.t('{0} in {1}, called here'),
};

/** The same for several functions, the first of them named. */
export const calledTextOfSeveral: ValueTexts = {
  memory: () => l10n.t('{0} allocated in {1} and others, called here'),
  time: () => l10n.t('{0} spent in {1} and others, called here'),
  waiting: () => l10n.t('{0} waited in {1} and others, called here'),
  goroutines: () => l10n.t('{0} waiting in {1} and others, called here'),
  leakedGoroutines: () => l10n.t('{0} waiting in {1} and others, called here'),
  threads: () => l10n.t('{0} created in {1} and others, called here'),
  exceptions: () => l10n.t('{0} thrown in {1} and others, called here'),
  other: () => l10n.t('{0} in {1} and others, called here'),
};

/** A list of functions, each with its part. */
export const partsText: ValueTexts = {
  memory: () => l10n.t('allocated in {0}'),
  time: () => l10n.t('spent in {0}'),
  waiting: () => l10n.t('waited in {0}'),
  goroutines: () => l10n.t('waiting in {0}'),
  leakedGoroutines: () => l10n.t('waiting in {0}'),
  threads: () => l10n.t('created in {0}'),
  exceptions: () => l10n.t('thrown in {0}'),
  other: () => l10n.t('in {0}'),
};
