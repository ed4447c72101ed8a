import type { Filter } from '../view.ts';

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
