import * as l10n from '@vscode/l10n';
import type { Shown } from '../../core/shown.ts';
import { settings } from '../../manifest.ts';
import { askText, type Choice, confirm, pick } from '../say/ask.ts';
import { complain, mention } from '../say/notify.ts';
import { reasonOf, say } from '../say/say.ts';
import { setting } from '../setting.ts';
import type { CaptureSource } from './capturePlan.ts';
import { commandLine } from './server/kubectl.ts';
import {
  type Pod,
  type PodScope,
  podArguments,
  podHeapPath,
  podScopes,
  runningPods,
  usualPort,
} from './server/pods.ts';

/**
 * Lets the user choose a pod and its port. Each command is shown before it is run, and run when it is chosen; undefined
 * when the user thinks better of it.
 */
export async function choosePod(title: Shown): Promise<CaptureSource | undefined> {
  const scopes: readonly Choice<PodScope>[] = [
    {
      label: say(l10n.t('Pods of the Current Namespace')),
      detail: runs(podScopes.namespace),
      value: 'namespace',
    },
    { label: say(l10n.t('Pods of All Namespaces')), detail: runs(podScopes.cluster), value: 'cluster' },
  ];
  const scope = (await pick(title, say(l10n.t('Which pods to list')), scopes, { followsUp: true }))?.value;
  if (scope === undefined) return undefined;
  const chosen = await choosePodOf(title, await listed(scope));
  if (chosen === undefined) return undefined;
  const port = await askForPort(title, chosen);
  if (port === undefined) return undefined;
  const place = { namespace: chosen.namespace, pod: chosen.name, port };
  const command = commandLine(podArguments(place, podHeapPath(setting(settings.collectGarbage))));
  const isWanted = await confirm(
    say(l10n.t('Capture the heap of {0} in {1}?'), place.pod, place.namespace),
    say(
      l10n.t(
        'For each capture this is run: {0} And the same for goroutines, metrics and variables, if it has them.',
      ),
      command,
    ),
    say(l10n.t('Run')),
  );
  return isWanted ? { kind: 'pod', ...place } : undefined;
}

function runs(args: readonly string[]): Shown {
  return say(l10n.t('runs {0}'), commandLine(args));
}

async function listed(scope: PodScope): Promise<readonly Pod[]> {
  mention(say(l10n.t('Listing pods…')));
  try {
    return await runningPods(scope, new AbortController().signal);
  } catch (error) {
    void complain(say(l10n.t('No pods were listed: {0}.'), reasonOf(error)));
    return [];
  }
}

async function choosePodOf(title: Shown, pods: readonly Pod[]): Promise<Pod | undefined> {
  if (pods.length === 0) return undefined;
  const choices = pods.map(pod => ({
    label: say`${pod.name}`,
    description: say`${pod.namespace}`,
    value: pod,
  }));
  return (await pick(title, say(l10n.t('The pod to capture from')), choices, { followsUp: true }))?.value;
}

async function askForPort(title: Shown, { name, ports }: Pod): Promise<number | undefined> {
  const isPort = (text: string): boolean =>
    /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
  const typed = await askText({
    title,
    prompt: say(l10n.t('The port of {0} that serves /debug/pprof'), name),
    value: String(ports.includes(usualPort) ? usualPort : (ports[0] ?? usualPort)),
    refuse: text => (isPort(text) ? undefined : say(l10n.t('A number from 1 to 65535'))),
  });
  return typed === undefined ? undefined : Number(typed);
}
