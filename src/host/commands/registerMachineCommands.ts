import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import type { Capturing } from '../capture/capturing.ts';
import type { Log } from '../say/log.ts';
import { captureHeap } from './captureHeap.ts';
import { copyMcpConfiguration } from './copyMcpConfiguration.ts';
import { registering } from './registering.ts';
import { setAuthorization } from './setAuthorization.ts';

/** Registers the commands that take a machine: one that reaches servers, and runs programs. Elsewhere they are not offered. */
export function registerMachineCommands(
  extensionUri: vscode.Uri,
  { captures, remembered, authorizations }: Capturing,
  log: Log,
): vscode.Disposable {
  const register = registering(log);
  return vscode.Disposable.from(
    register(commands.capture, how => captureHeap(captures, remembered, how)),
    register(commands.stopCapture, () => captures.stop()),
    register(commands.setAuthorization, () => setAuthorization(authorizations, remembered)),
    register(commands.copyMcp, () => copyMcpConfiguration(extensionUri)),
  );
}
