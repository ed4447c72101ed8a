import type { Closing } from '../../core/evidence/gap.ts';

/** Does what would close a gap in the evidence. What nothing here closes has no button in the page. */
export async function closeGap(closing: Closing, chooseAgain: () => Promise<void>): Promise<void> {
  if (closing === 'chooseAgain') await chooseAgain();
}
