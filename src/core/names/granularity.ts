/** What counts as one frame: function name + file, also its line, the file alone, or the package. */
export const granularities = ['functions', 'lines', 'files', 'packages'] as const;
export type Granularity = (typeof granularities)[number];
