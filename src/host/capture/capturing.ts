import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';
import type { DiffPanels } from '../panel/diffPanels.ts';
import type { Log } from '../say/log.ts';
import { Authorizations } from './authorizations.ts';
import { CaptureServers } from './captureServers.ts';
import { Captures } from './captures.ts';
import { NewProfiles } from './newProfiles.ts';
import { RememberedCaptures } from './rememberedCaptures.ts';

/** What is needed to capture. What was going on when the window was closed is asked about once the workspace is trusted. */
export class Capturing extends Disposable {
  readonly remembered: RememberedCaptures;
  readonly authorizations: Authorizations;
  readonly captures: Captures;

  constructor({ workspaceState, secrets }: vscode.ExtensionContext, panels: DiffPanels, log: Log) {
    super();
    const authorizations = new Authorizations(secrets);
    const servers = new CaptureServers(authorizations);
    const captures = this.register(
      new Captures({ panels, servers, authorizations, memento: workspaceState, log }),
    );
    this.register(new NewProfiles(panels, log));
    if (vscode.workspace.isTrusted) captures.askToGoOn();
    else this.register(vscode.workspace.onDidGrantWorkspaceTrust(() => captures.askToGoOn()));
    this.remembered = new RememberedCaptures(workspaceState);
    this.authorizations = authorizations;
    this.captures = captures;
  }
}
