/** What is ranked: where memory is allocated, or the reader's own code that has it allocated. */
export const sitesBy = ['site', 'own'] as const;
export type SitesBy = (typeof sitesBy)[number];

/** More sites of a ranking than anyone follows up. */
export const mostSuspects = 50;
