import type { Log, Result } from 'sarif';
import type { Place } from '../names/place.ts';
import { shown } from '../shown.ts';

/** A site that grew, as a code host shows it at its line. */
export interface SarifSite {
  readonly place: Place;
  /** The file below the repository's root, `/` between segments; null where it is not there. */
  readonly path: string | null;
  /** `error` for what passed a limit. */
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  /** What it is recognised by in the next run. */
  readonly fingerprint: string;
  /** Why it is set aside; null where it is not. */
  readonly known: string | null;
}

const rule = {
  id: 'heap-growth',
  name: 'HeapGrowth',
  shortDescription: { text: 'Growth between profiles' },
  fullDescription: {
    text: 'What profiles count at this line, or in what it calls, grew from an earlier one to a later one: memory in use or allocated, goroutines, time. The message says by how much.',
  },
  defaultConfiguration: { level: 'warning' as const },
};

/** Growth at its lines as SARIF 2.1.0, for a code host's review. `notes` are limits that could not be judged, and notices. */
export function reportSarif(sites: readonly SarifSite[], notes: readonly string[], version: string): string {
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'heap-diff', version, rules: [rule] } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notes.map(text => ({ level: 'warning', message: { text } })),
          },
        ],
        results: sites.map(resultOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ place, path, level, text, fingerprint, known }: SarifSite): Result {
  const logicalLocations = [{ fullyQualifiedName: shown(place.name), kind: 'function' }];
  const region = place.line > 0 ? { region: { startLine: place.line } } : {};
  const artifactLocation = { uri: uriOf(path ?? pathOutside(place)), uriBaseId: '%SRCROOT%' };
  return {
    ruleId: rule.id,
    ruleIndex: 0,
    level,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation, ...region }, logicalLocations }],
    partialFingerprints: { 'site/v1': fingerprint },
    ...(known !== null && {
      suppressions: [{ kind: 'external' as const, justification: known === '' ? 'known' : shown(known) }],
    }),
  };
}

/**
 * A path for what is in no file of the repository. GitHub's code scanning refuses all of a file where one result has no artifact ("expected
 * artifact location"), and takes a path that leads nowhere.
 */
function pathOutside({ name, file }: Place): string {
  const way = (file === '' ? name : file).split(/[\\/]/);
  return ['not-in-this-repository', ...way.filter(part => !/^(?:\.{0,2}|[a-z]:)$/i.test(part))].join('/');
}

/** A relative reference: nothing in a file's name may mean something to whoever reads it as an address. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map(segment => encodeURIComponent(segment.replace(/[\ud800-\udfff]/g, '\ufffd')))
    .join('/');
}
