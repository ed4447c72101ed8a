/** A tool as both doors offer it. `inputSchema` is JSON Schema. */
export interface ToolDefinition {
  readonly name: ToolName;
  readonly title: string;
  /** For the model. */
  readonly description: string;
  /** For people. */
  readonly about: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
}

export const toolNames = [
  'compare_heap_profiles',
  'explain_growth',
  'heap_over_time',
  'check_evidence',
  'verify_fix',
] as const;
export type ToolName = (typeof toolNames)[number];

const path = (what: string): Readonly<Record<string, unknown>> => ({
  type: 'string',
  description: `Path of ${what}, below the workspace or a folder that the server was given.`,
});

const files = (what: string): Readonly<Record<string, unknown>> => ({
  type: 'array',
  items: { type: 'string' },
  minItems: 1,
  maxItems: 500,
  description: `Paths of ${what}; a folder stands for the profiles in it, and a CSV of requests or memory beside them.`,
});

const sampleType = {
  type: 'string',
  description:
    'Which numbers to compare, such as inuse_space (the default, what is still in use), inuse_objects, alloc_space or alloc_objects. Every answer says which there are.',
};

export const toolDefinitions: readonly ToolDefinition[] = [
  {
    name: 'compare_heap_profiles',
    title: 'Compare Heap Profiles',
    description:
      'Compares two heap profiles (Go pprof, gperftools, jemalloc, V8, Java) and says what grew, at which lines, how much of it is beyond sampling noise, how much of what was allocated is still in use, and what two captures cannot prove. Start here with two files. Growth is not yet a leak: read "Cannot tell".',
    about: 'What grew between two heap profiles, at which lines, and what that does not prove.',
    inputSchema: {
      type: 'object',
      properties: {
        base: path('the earlier profile'),
        current: path('the later profile'),
        sampleType,
        focus: {
          type: 'string',
          description: 'A regular expression: only stacks through functions that match count.',
        },
        top: {
          type: 'integer',
          minimum: 1,
          maximum: 20,
          description: 'How many sites to list; 5 unless given.',
        },
      },
      required: ['base', 'current'],
      additionalProperties: false,
    },
  },
  {
    name: 'explain_growth',
    title: 'Explain Growth',
    description:
      'Explains the growth of one allocation site of a pair: its lines, callers, own code that leads there, the source around it, who changed it last, and a guess why it may stay. Call it with a function name from compare_heap_profiles.',
    about: 'Lines, callers, source and author of one place that grew.',
    inputSchema: {
      type: 'object',
      properties: {
        base: path('the earlier profile'),
        current: path('the later profile'),
        site: {
          type: 'string',
          description: 'The function of the site, whole or its last part: (*cache).put.',
        },
        sampleType,
      },
      required: ['base', 'current', 'site'],
      additionalProperties: false,
    },
  },
  {
    name: 'heap_over_time',
    title: 'Heap over Time',
    description:
      'Judges a series of captures of one process: staircase, follows traffic, one step, flat or cannot say, as a whole and by site, with growth an hour and its interval. It takes four captures for a trend; one that was taken after the load had stopped tells a leak from a backlog.',
    about: 'Whether a heap goes on growing, over four or more captures.',
    inputSchema: {
      type: 'object',
      properties: {
        files: files('the captures, in any order'),
        settled: { ...files('those of them that were taken after the load had stopped'), minItems: 0 },
      },
      required: ['files'],
      additionalProperties: false,
    },
  },
  {
    name: 'check_evidence',
    title: 'Check Evidence',
    description:
      'Says what one, two or more profiles can not support, and which capture would close each gap: other program, other build, restart, no garbage collection in between, no settled capture, too few samples. Call it before claiming a leak.',
    about: 'What these profiles cannot tell, and which capture would change that.',
    inputSchema: {
      type: 'object',
      properties: { files: files('the profiles') },
      required: ['files'],
      additionalProperties: false,
    },
  },
  {
    name: 'verify_fix',
    title: 'Verify Fix',
    description:
      'Holds captures from after a change against captures from before it, by growth per hour and not by level: fixed, slower, not fixed or cannot say, with intervals, and which suspects are gone. It takes four captures each.',
    about: 'Whether a change has stopped the growth.',
    inputSchema: {
      type: 'object',
      properties: {
        before: files('captures from before the change'),
        after: files('captures from after it'),
      },
      required: ['before', 'after'],
      additionalProperties: false,
    },
  },
];
