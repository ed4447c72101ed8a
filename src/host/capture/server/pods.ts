import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { usualAddress } from './captureAddress.ts';
import { CaptureFailure } from './captureFailure.ts';
import type { GetLimits } from './httpGet.ts';
import { kubectl } from './kubectl.ts';
import type { Beside, ProfileServer } from './profileServer.ts';

/** Where to ask for pods. */
export const podScopes = {
  namespace: ['get', 'pods', '--output=json'],
  cluster: ['get', 'pods', '--all-namespaces', '--output=json'],
} as const;
export type PodScope = keyof typeof podScopes;

/** RFC 1123: a namespace is a label, the name of a pod is labels with dots between. */
const label = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?';
const namespaceName = v.pipe(v.string(), v.regex(new RegExp(`^${label}$`)));
const podName = v.pipe(v.string(), v.maxLength(253), v.regex(new RegExp(`^${label}(?:\\.${label})*$`)));
const portNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));

const listedPort = v.object({ containerPort: portNumber, name: v.fallback(v.string(), '') });
const listed = v.object({
  metadata: v.object({ name: podName, namespace: namespaceName }),
  spec: v.fallback(
    v.object({
      containers: v.array(v.object({ ports: v.fallback(v.array(v.unknown()), []) })),
    }),
    { containers: [] },
  ),
  status: v.fallback(v.object({ phase: v.fallback(v.string(), '') }), { phase: '' }),
});
const podList = v.object({ items: v.array(v.unknown()) });

/** A pod that runs, its names checked. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  /** What its containers say they listen on, the likeliest for profiles first. */
  readonly ports: readonly number[];
}

/** A pod and the port that it serves profiles on. */
export const podPlace = v.object({ namespace: namespaceName, pod: podName, port: portNumber });
export type PodPlace = Readonly<v.InferOutput<typeof podPlace>>;

/** More pods than anyone looks through. */
const mostPods = 5_000;
/** A list of so many pods is a few dozen MiB. */
const listLimits: GetLimits = { bytes: 64 * 2 ** 20, milliseconds: 30_000 };

/** The pods that run. Rejects with `CaptureFailure`. */
export async function runningPods(scope: PodScope, signal: AbortSignal): Promise<readonly Pod[]> {
  return parsePods(new TextDecoder().decode(await kubectl(podScopes[scope], listLimits, signal)));
}

/** The pods that run, of a list as `kubectl get pods --output=json` writes it. Throws `CaptureFailure`. */
export function parsePods(json: string): readonly Pod[] {
  const { items } = listOf(json);
  const pods: Pod[] = [];
  for (const item of items.slice(0, mostPods)) {
    const pod = v.safeParse(listed, item);
    if (!pod.success || pod.output.status.phase !== 'Running') continue;
    const { metadata, spec } = pod.output;
    const ports = spec.containers
      .flatMap(container => container.ports)
      .map(port => v.safeParse(listedPort, port))
      .flatMap(({ success, output }) => (success ? [output] : []))
      .sort((one, other) => likelihood(other) - likelihood(one))
      .map(port => port.containerPort);
    pods.push({ ...metadata, ports: [...new Set(ports)] });
  }
  return pods;
}

function listOf(json: string): v.InferOutput<typeof podList> {
  try {
    return v.parse(podList, JSON.parse(json));
  } catch {
    throw new CaptureFailure(l10n.t`kubectl wrote no list of pods`);
  }
}

/** The port that `net/http/pprof` serves by default. */
export const usualPort = Number(new URL(usualAddress).port);

function likelihood({ containerPort, name }: v.InferOutput<typeof listedPort>): number {
  return Number(/pprof|debug|prof/.test(name)) * 2 + Number(containerPort === usualPort);
}

/** The arguments that read a path of the pod through the cluster's API, as `net/http/pprof` serves it. */
export function podArguments({ namespace, pod, port }: PodPlace, path: string): readonly string[] {
  return ['get', '--raw', `/api/v1/namespaces/${namespace}/pods/${pod}:${port}/proxy${path}`];
}

/** The path of the heap profile in a pod. */
export function podHeapPath(collect: boolean): string {
  return `/debug/pprof/heap${collect ? '?gc=1' : ''}`;
}

const besidePaths: Readonly<Record<Beside, string>> = {
  goroutine: '/debug/pprof/goroutine',
  goroutineleak: '/debug/pprof/goroutineleak',
  variables: '/debug/vars',
  metrics: '/metrics',
};

/** The program in a pod. */
export function podServer(place: PodPlace, collect: boolean, limits: GetLimits): ProfileServer {
  const read = (path: string, signal: AbortSignal): Promise<Uint8Array> =>
    kubectl(podArguments(v.parse(podPlace, place), path), limits, signal);
  return {
    from: `pod ${place.namespace}/${place.pod}:${place.port}`,
    shortName: `${place.namespace}-${place.pod}-${place.port}`,
    heap: signal => read(podHeapPath(collect), signal),
    beside: (what, signal) =>
      what === 'goroutineleak' && !collect ? undefined : read(besidePaths[what], signal),
  };
}
