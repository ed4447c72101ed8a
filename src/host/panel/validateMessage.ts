import type { ViewOptions } from '../../core/answers/looks.ts';
import { type DiffMethod, exportFormats, type NodeRef } from '../../core/answers/requests.ts';
import { sitesBy } from '../../core/answers/sites.ts';
import { assertNever } from '../../core/assertNever.ts';
import { granularities } from '../../core/names/granularity.ts';
import type { Place } from '../../core/names/place.ts';
import type { Filter } from '../../core/stacks/filterFields.ts';
import type { Remedy, ToHost } from '../../protocol.ts';
import { count, flag, oneOf, record, text } from '../check.ts';

/** C++ template names run to tens of thousands of characters; a path or a name past this is no name. */
const longestName = 1 << 16;
const longestExpression = 10_000;
/** What the clipboard may be given: a large table as text. */
const longestCopy = 16 << 20;

const messageTypes: readonly ToHost['type'][] = [
  'ready',
  'request',
  'openSource',
  'locateSource',
  'showCommit',
  'remedy',
  'save',
  'copy',
];
const methods: readonly DiffMethod[] = [
  'view',
  'details',
  'table',
  'neighbours',
  'headline',
  'suspects',
  'swap',
];
const remedies: readonly Remedy[] = ['reload', 'chooseAgain', 'openAsText', 'openAsBinary', 'showLog'];

/**
 * A message from the webview, checked field by field and copied, so that nothing unknown travels on.
 * Throws `ShapeError`.
 */
export function validateMessage(value: unknown): ToHost {
  const message = record(value, 'message');
  const type = oneOf(message['type'], 'type', messageTypes);
  switch (type) {
    case 'ready':
    case 'showCommit':
      return { type };
    case 'request':
      return request(count(message['id'], 'id'), message);
    case 'openSource':
      return {
        type,
        place: placeFrom(message['place']),
        how: oneOf(message['how'], 'how', ['reveal', 'go']),
      };
    case 'locateSource':
      return { type, place: placeFrom(message['place']) };
    case 'remedy':
      return { type, remedy: oneOf(message['remedy'], 'remedy', remedies) };
    case 'save':
      return {
        type,
        format: oneOf(message['format'], 'format', exportFormats),
        options: viewOptions(message['options']),
      };
    case 'copy':
      return { type, text: text(message['text'], 'text', longestCopy) };
    default:
      return assertNever(type);
  }
}

/** The id of what may be a malformed request, so that it can still be answered; null when there is none. */
export function requestId(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('id' in value)) return null;
  return value.type === 'request' && Number.isSafeInteger(value.id) ? Number(value.id) : null;
}

function request(id: number, message: Readonly<Record<string, unknown>>): ToHost {
  const type = 'request';
  const method = oneOf(message['method'], 'method', methods);
  const params = record(message['params'], 'params');
  switch (method) {
    case 'view': {
      const root = params['root'] === null ? null : nodeRef(params['root'], 'root');
      return { type, id, method, params: { options: viewOptions(params['options']), root } };
    }
    case 'details':
      return { type, id, method, params: { node: nodeRef(params['node'], 'node') } };
    case 'table':
    case 'headline':
      return { type, id, method, params: { options: viewOptions(params['options']) } };
    case 'neighbours': {
      const name = text(params['name'], 'name', longestName);
      const file = text(params['file'], 'file', longestName);
      return { type, id, method, params: { options: viewOptions(params['options']), name, file } };
    }
    case 'suspects': {
      const limit = count(params['limit'], 'limit');
      const by = oneOf(params['by'], 'by', sitesBy);
      return { type, id, method, params: { options: viewOptions(params['options']), by, limit } };
    }
    case 'swap':
      return { type, id, method, params: {} };
    default:
      return assertNever(method);
  }
}

function viewOptions(value: unknown): ViewOptions {
  const options = record(value, 'options');
  return {
    sampleType: text(options['sampleType'], 'sampleType', longestName),
    granularity: oneOf(options['granularity'], 'granularity', granularities),
    normalize: flag(options['normalize'], 'normalize'),
    filter: viewFilter(options['filter']),
  };
}

function viewFilter(value: unknown): Filter {
  const filter = record(value, 'filter');
  const expression = (field: keyof Filter): string => text(filter[field], field, longestExpression);
  return {
    focus: expression('focus'),
    ignore: expression('ignore'),
    hide: expression('hide'),
    show: expression('show'),
    showFrom: expression('showFrom'),
    tagFocus: expression('tagFocus'),
    tagIgnore: expression('tagIgnore'),
  };
}

function nodeRef(value: unknown, field: string): NodeRef {
  const ref = record(value, field);
  return { view: count(ref['view'], `${field}.view`), node: count(ref['node'], `${field}.node`) };
}

/** A place in source, checked and copied. Throws `ShapeError`. */
export function placeFrom(value: unknown): Place {
  const place = record(value, 'place');
  return {
    name: text(place['name'], 'name', longestName),
    file: text(place['file'], 'file', longestName),
    line: count(place['line'], 'line'),
    startLine: count(place['startLine'], 'startLine'),
  };
}
