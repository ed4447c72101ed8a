import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { formatCount } from '../format.ts';
import { JsonCursor } from '../formats/jsonCursor.ts';
import { type Limits, MiB, overLimit } from '../formats/limits.ts';
import { longestSentence, shown } from '../shown.ts';
import { MetricPoints, mostMetrics } from './metricPoints.ts';
import { sinceEpoch } from './metricTime.ts';
import type { ReadMetrics } from './readMetrics.ts';

/** Of one series. */
const mostLabels = 100;

/**
 * Reads the answer of Prometheus' `/api/v1/query_range`, a matrix, whole or its `data` alone. Series are named by the
 * labels in which they differ. NaN and infinities are no values; native histograms are left out. Linear.
 */
export function prometheusMetrics(bytes: Uint8Array, limits: Limits): ReadMetrics {
  if (bytes.length > limits.jsonMiB * MiB) throw overLimit('jsonMiB', limits, 'MiB of JSON');
  const answer = new Answer();
  try {
    const json = new JsonCursor(bytes);
    object(json, key => {
      if (key === 'data' && json.kind() === 'object') object(json, inner => answer.member(json, inner));
      else answer.member(json, key);
    });
    json.end();
  } catch (error) {
    if (!(error instanceof ProfileError) || error.code !== 'malformed') throw error;
    throw new ProfileError('wrongKind', l10n.t`cannot be read, ${error.message}: save it again`);
  }
  return answer.done();
}

/** What an answer holds, as it is walked. */
class Answer {
  readonly #points = new MetricPoints();
  readonly #labels: ReadonlyMap<string, string>[] = [];
  #isAnswer = false;
  #type = '';
  #error = '';
  #series = 0;
  #badPoints = 0;

  /** Reads a member of the answer, or of its data. */
  member(json: JsonCursor, key: string): void {
    if (key === 'resultType' && json.kind() === 'string') this.#type = json.string();
    else if (key === 'error' && json.kind() === 'string') this.#error = json.string();
    else if (key === 'result' && json.kind() === 'array') {
      this.#isAnswer = true;
      list(json, () => this.#seriesOf(json));
    } else json.skip();
  }

  done(): ReadMetrics {
    if (this.#error !== '') {
      const error = shown(this.#error, longestSentence);
      throw new ProfileError(
        'wrongKind',
        l10n.t`is an error of Prometheus, “${error}”: save the answer of a query that works`,
      );
    }
    if (!this.#isAnswer) {
      throw new ProfileError(
        'wrongKind',
        l10n.t('is JSON, but no answer of Prometheus: save that of /api/v1/query_range'),
      );
    }
    if (this.#type !== 'matrix') {
      throw new ProfileError(
        'wrongKind',
        this.#type === ''
          ? l10n.t('holds nothing, no values over time: save the answer of /api/v1/query_range')
          : l10n.t`holds a ${shown(this.#type)}, no values over time: save the answer of /api/v1/query_range`,
      );
    }
    const notices: string[] = [];
    if (this.#series > mostMetrics) {
      notices.push(l10n.t`Only the first ${mostMetrics} of ${formatCount(this.#series)} series were read.`);
    }
    if (this.#badPoints > 0) {
      notices.push(
        this.#badPoints === 1
          ? l10n.t('One value was left out: no time or no number.')
          : l10n.t`${formatCount(this.#badPoints)} values were left out: no time or no number.`,
      );
    }
    const metrics = this.#points.done(namesOf(this.#labels), notices);
    if (metrics.length === 0) {
      throw new ProfileError('wrongKind', l10n.t('holds no values: ask for a time in which there are some'));
    }
    return { metrics, notices };
  }

  #seriesOf(json: JsonCursor): void {
    if (++this.#series > mostMetrics || json.kind() !== 'object') {
      json.skip();
      return;
    }
    const metric = this.#points.addMetric();
    let labels: ReadonlyMap<string, string> = new Map();
    object(json, key => {
      if (key === 'metric' && json.kind() === 'object') labels = labelsOf(json);
      else if (key === 'values' && json.kind() === 'array') list(json, () => this.#pointOf(json, metric));
      else json.skip();
    });
    this.#labels.push(labels);
  }

  /** `[1764316800.123, "42"]`. */
  #pointOf(json: JsonCursor, metric: number): void {
    let time: number | null = null;
    let text = '';
    let parts = 0;
    if (json.kind() !== 'array') {
      json.skip();
      this.#badPoints++;
      return;
    }
    list(json, () => {
      parts++;
      if (parts === 1 && json.kind() === 'other') time = sinceEpoch(json.number());
      else if (parts === 2 && json.kind() === 'string') text = json.string();
      else json.skip();
    });
    if (time !== null && text !== '' && Number.isFinite(Number(text)))
      this.#points.add(metric, time, Number(text));
    else if (time === null || !/^(?:NaN|[+-]?Inf)$/.test(text)) this.#badPoints++;
  }
}

function labelsOf(json: JsonCursor): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  object(json, key => {
    if (json.kind() === 'string' && labels.size < mostLabels) labels.set(key, json.string());
    else json.skip();
  });
  return labels;
}

/** One name a series: `rss`, `api-7d9` where one label tells them apart, else `pod=api-7d9, code=200`. */
function namesOf(series: readonly ReadonlyMap<string, string>[]): string[] {
  const [first] = series;
  const keys = [...new Set(series.flatMap(labels => [...labels.keys()]))];
  const telling = keys.filter(key => series.some(labels => labels.get(key) !== first?.get(key)));
  return series.map(labels => {
    const [key, ...more] = telling;
    if (key === undefined) return labels.get('__name__') ?? l10n.t('value');
    if (more.length === 0) return labels.get(key) ?? l10n.t`no ${key}`;
    return telling
      .flatMap(each => (labels.has(each) ? [`${each}=${labels.get(each) ?? ''}`] : []))
      .join(', ');
  });
}

function object(json: JsonCursor, member: (key: string) => void): void {
  json.enter('object');
  for (let key = json.key(true); key !== undefined; key = json.key(false)) member(key);
}

function list(json: JsonCursor, item: () => void): void {
  json.enter('array');
  for (let first = true; json.item(first); first = false) item();
}
