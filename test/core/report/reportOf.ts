import type { Headline } from '../../../src/core/answers/headline.ts';
import type { Site } from '../../../src/core/answers/sites.ts';
import type { Report } from '../../../src/core/report/reportJson.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';

/** A headline that says nothing. */
export const silent: Headline = {
  kind: 'memory',
  direction: 'grew',
  figure: '+4 B',
  context: "+80 % of the base's 5 B",
  baseKnown: true,
  time: null,
  rateOver: null,
  sentence: ['Nothing grew.'],
  chips: [],
  site: null,
  fanOut: null,
  withinNoise: false,
  gaps: [],
};

/** A site that grew from nothing. */
export function siteOf(name: string, net: number, more: Partial<Site> = {}): Site {
  return {
    name,
    file: '/src/c.go',
    line: 31,
    startLine: 20,
    own: null,
    via: null,
    flat: { base: 0, current: net },
    net,
    share: 1,
    objects: null,
    retained: null,
    evidence: null,
    hint: null,
    askers: [],
    ...more,
  };
}

/** What a report says of nothing, with what is given in its place. */
export function reportOf(more: Partial<Report> = {}): Report {
  return {
    sampleType: { type: 'inuse_space', unit: 'bytes' },
    options: { granularity: 'functions', normalize: false, filter: noFilter },
    base: { file: 'a.pb', timeNanos: 0n },
    current: { file: 'b.pb', timeNanos: 0n },
    table: { total: { base: 0n, current: 0n }, increase: 0n, decrease: 0n, rows: [] },
    headline: silent,
    suspects: [],
    notices: [],
    ...more,
  };
}
