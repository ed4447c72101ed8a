import { mix, Random } from './random.ts';

/** How large a generated pair is; the numbers are those of one profile. */
export interface Shape {
  readonly samples: number;
  /** Locations to choose from; about nine in ten come to be used. */
  readonly locations: number;
  readonly functions: number;
  /** Mean number of locations by which a stack differs from the one it branched off. */
  readonly branch: number;
}

/** What the linker of the imagined Go program would know: functions, and call sites with inlined lines. */
export interface Program {
  readonly functionName: readonly string[];
  readonly functionFile: readonly string[];
  /** Location `i` owns the lines `lineStart[i] ..< lineStart[i + 1]`, innermost first. */
  readonly lineStart: Uint32Array;
  readonly lineFunction: Uint32Array;
  readonly lineNumber: Uint32Array;
  readonly address: Uint32Array;
}

const services =
  'ingest query ledger gateway indexer billing mailer search auth session catalog pricing router relay archive planner replica metering notifier scheduler exporter compactor tracing profile audit quota account payment order stock report image video upload export stream batch control proxy limits'.split(
    ' ',
  );
const packages =
  'storage cache codec wire index block chunk merge pool queue shard ring lease raft wal snapshot segment bloom trie arena buffer stream encode decode parse lexer plan exec optimizer filter join sort group window rate limit retry breaker health metric trace label series sample digest sketch hash table page btree heap tree graph path route match rule policy token'.split(
    ' ',
  );
const verbs = 'Append Merge Decode Flush Insert'.split(' ');
const nouns = 'Entries Postings Record Labels Window'.split(' ');
const types = 'Writer Reader Manager Iterator Store'.split(' ');
const functionsInPackage = verbs.length * nouns.length;

function functionAt(index: number): { name: string; file: string } {
  const packageIndex = Math.floor(index / functionsInPackage);
  const service = services[packageIndex % services.length] ?? '';
  const generation = Math.floor(packageIndex / (services.length * packages.length));
  const leaf = packages[Math.floor(packageIndex / services.length) % packages.length] ?? '';
  const path = `github.com/acme/${service}/internal/${leaf}${generation === 0 ? '' : generation}`;
  const inPackage = index % functionsInPackage;
  const verb = verbs[inPackage % verbs.length] ?? '';
  const noun = nouns[Math.floor(inPackage / verbs.length)] ?? '';
  const type = types[mix(index) % types.length] ?? '';
  const method = mix(index + 1) % 4 === 0 ? `${verb}${noun}` : `(*${type}).${verb}${noun}`;
  const closure = mix(index + 2) % 8 === 0 ? '.func1' : '';
  return { name: `${path}.${method}${closure}`, file: `/src/${path}/${type.toLowerCase()}.go` };
}

/** Lays out the program of a shape: each function has a call site, popular ones have many; 1–3 lines a site. */
export function layOutProgram(shape: Shape): Program {
  const random = new Random(shape.functions);
  const functions = Array.from({ length: shape.functions }, (_, index) => functionAt(index));
  const lineStart = new Uint32Array(shape.locations + 1);
  const lineFunction: number[] = [];
  const lineNumber: number[] = [];
  const address = new Uint32Array(shape.locations);
  const popular = () =>
    Math.floor((random.below(shape.functions) * random.below(shape.functions)) / shape.functions);
  for (let location = 0; location < shape.locations; location++) {
    const inlined = random.percent(10) ? 2 : random.percent(28) ? 1 : 0;
    for (let depth = 0; depth < inlined; depth++) lineFunction.push(popular());
    lineFunction.push(location < shape.functions ? location : popular());
    while (lineNumber.length < lineFunction.length) lineNumber.push(10 + random.below(900));
    lineStart[location + 1] = lineFunction.length;
    address[location] = 0x401000 + location * 96 + random.below(90);
  }
  return {
    functionName: functions.map(each => each.name),
    functionFile: functions.map(each => each.file),
    lineStart,
    lineFunction: Uint32Array.from(lineFunction),
    lineNumber: Uint32Array.from(lineNumber),
    address,
  };
}
