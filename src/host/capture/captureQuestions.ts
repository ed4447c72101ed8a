import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { settings } from '../../manifest.ts';
import { askText, type Choice, pick, pickOrType } from '../say/ask.ts';
import { complain } from '../say/notify.ts';
import { reasonOf, say } from '../say/say.ts';
import { setting } from '../setting.ts';
import type { CapturePlan, CaptureSource } from './capturePlan.ts';
import { intervalText, parseInterval } from './interval.ts';
import { choosePod } from './podQuestions.ts';
import type { RememberedCaptures } from './rememberedCaptures.ts';
import { heapAddress, usualAddress, webAddress } from './server/captureAddress.ts';

const title = (): Shown => say(l10n.t('Capture Heap Profile'));

/** Asks what to capture, how it is called and, if it is not given, how often; undefined when the user thinks better of it. */
export async function askForCapture(
  remembered: RememberedCaptures,
  way: CaptureWay | undefined,
): Promise<CapturePlan | undefined> {
  const folder = await captureFolder();
  if (folder === undefined) return undefined;
  const source = await askForSource(remembered);
  if (source === undefined) return undefined;
  const name = await askText({
    title: title(),
    prompt: say(
      l10n.t('What is it called? It becomes part of the file’s name. Leave it empty for the time alone.'),
    ),
    placeHolder: say(l10n.t('after 1,000 requests')),
  });
  if (name === undefined) return undefined;
  const how = await askHow(remembered, way);
  return how && { source, name: name.trim(), folder: folder.toString(), ...how };
}

/** The folder of the settings, in the workspace or in the part of it that is chosen. */
async function captureFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const path = setting(settings.captureFolder);
  if (folders.length === 0) {
    void complain(say(l10n.t('Open a folder first: captures are written to {0} in it.'), path));
    return undefined;
  }
  const choices = folders.map(({ name, uri }) => ({ label: say`${name}`, value: uri }));
  const chosen =
    folders.length === 1
      ? folders[0]?.uri
      : (await pick(title(), say(l10n.t('The folder of the workspace to write to')), choices))?.value;
  return chosen && vscode.Uri.joinPath(chosen, path);
}

type Way = Extract<CaptureSource, { kind: 'address' }> | 'typed' | 'pod';

async function askForSource(remembered: RememberedCaptures): Promise<CaptureSource | undefined> {
  const addresses = [...new Set([...remembered.addresses, usualAddress])];
  const choices: readonly Choice<Way>[] = [
    ...addresses.map(choiceOf),
    { label: say(l10n.t('Another Address…')), always: true, value: 'typed' },
    { label: say(l10n.t('A Pod in Kubernetes…')), always: true, value: 'pod' },
  ];
  const asked = say(l10n.t('Where the program serves its heap: choose, or type its address'));
  const way = (await pickOrType(title(), asked, choices, text => typedChoice(text, addresses)))?.value;
  if (way === 'pod') return choosePod(title());
  if (way === undefined) return undefined;
  const address = way === 'typed' ? await askForAddress(title(), addresses[0] ?? usualAddress) : way.address;
  if (address === undefined) return undefined;
  await remembered.keepAddress(address);
  return { kind: 'address', address };
}

function choiceOf(address: string): Choice<Way> {
  return { label: say`${address}`, value: { kind: 'address', address } };
}

/** The address that somebody has typed, with the usual path where it has none; undefined where it is none, or in the list already. */
function typedChoice(text: string, known: readonly string[]): Choice<Way> | undefined {
  try {
    const address = heapAddress(text, false).href;
    return known.includes(address) ? undefined : choiceOf(address);
  } catch {
    return undefined;
  }
}

/** Asks for an http or https address; undefined when the user thinks better of it. */
export async function askForAddress(titled: Shown, usual: string): Promise<string | undefined> {
  const typed = await askText({
    title: titled,
    prompt: say(l10n.t('The address of the heap profile, http or https')),
    value: usual,
    refuse: text => {
      try {
        webAddress(text);
        return undefined;
      } catch (error) {
        return reasonOf(error);
      }
    },
  });
  return typed?.trim();
}

type How = Pick<CapturePlan, 'times' | 'interval' | 'settled'>;

/** How often a heap is captured, and whether the load has stopped. */
const ways = {
  once: { times: 1, settled: false },
  settled: { times: 1, settled: true },
  twice: { times: 2, settled: false },
  again: { times: null, settled: false },
} as const;
export type CaptureWay = keyof typeof ways;

export function isCaptureWay(given: unknown): given is CaptureWay {
  return typeof given === 'string' && Object.hasOwn(ways, given);
}

async function askForWay(): Promise<CaptureWay | undefined> {
  const choices: readonly Choice<CaptureWay>[] = [
    { label: say(l10n.t('Once')), value: 'once' },
    {
      label: say(l10n.t('Once, Settled')),
      description: say(l10n.t('the load has stopped: what is still there then is no backlog')),
      value: 'settled',
    },
    {
      label: say(l10n.t('Twice, an Interval Apart')),
      description: say(l10n.t('then the comparison opens')),
      value: 'twice',
    },
    { label: say(l10n.t('Again and Again until Stopped')), value: 'again' },
  ];
  return (await pick(title(), say(l10n.t('How often?')), choices, { followsUp: true }))?.value;
}

async function askHow(
  remembered: RememberedCaptures,
  given: CaptureWay | undefined,
): Promise<How | undefined> {
  const way = given ?? (await askForWay());
  if (way === undefined) return undefined;
  const how = ways[way];
  if (how.times === 1) return { ...how, interval: 0 };
  const typed = await askText({
    title: title(),
    prompt: say(
      l10n.t('How long from one capture to the next: minutes, or with a unit, as in 30 s, 5 min, 1.5 h'),
    ),
    value: intervalText(remembered.interval),
    refuse: text =>
      parseInterval(text) === undefined
        ? say(l10n.t('A time from 1 s to 24 h, as in 30 s, 5 min, 1.5 h'))
        : undefined,
  });
  const interval = parseInterval(typed ?? '');
  if (interval === undefined) return undefined;
  await remembered.keepInterval(interval);
  return { ...how, interval };
}
