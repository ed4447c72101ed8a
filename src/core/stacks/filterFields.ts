/**
 * pprof's filters, each a regular expression and `''` when off:
 * `focus` keeps stacks with a matching frame, `ignore` drops them; `hide` takes matching frames out of the stacks, `show`
 * keeps only those; `showFrom` cuts the stacks above the outermost matching frame; `tagFocus` keeps and `tagIgnore` drops
 * samples by label, in pprof's tag syntax: `[key=]regexp` or `[key=]min:max` with units.
 */
export const filterFields = ['focus', 'ignore', 'hide', 'show', 'showFrom', 'tagFocus', 'tagIgnore'] as const;
export type FilterField = (typeof filterFields)[number];
export type Filter = Readonly<Record<FilterField, string>>;

/** Nobody types more; the filter that leaves only the workspace's modules has some sixty characters for each. */
export const longestExpression = 65_536;

/** Everything is shown. */
export const noFilter: Filter = {
  focus: '',
  ignore: '',
  hide: '',
  show: '',
  showFrom: '',
  tagFocus: '',
  tagIgnore: '',
};
