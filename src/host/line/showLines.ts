import * as v from 'valibot';
import * as vscode from 'vscode';

/** More lines than anybody looks through. */
export const mostLines = 100;

const lineShape = v.object({
  uri: v.pipe(v.string(), v.maxLength(1 << 15), v.check(isOfWorkspace, 'not in the workspace')),
  line: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1 << 30)),
});

/** A line of a file, 1-based. */
export type ShownLine = v.InferOutput<typeof lineShape>;

/**
 * Shows lines beside the one they are asked for from, or goes to the only one. Throws `ValiError` for what are no lines, and
 * for those of files outside of the workspace: anybody can write a link that runs a command.
 */
export async function showLines(from: unknown, to: unknown): Promise<void> {
  const start = locationOf(v.parse(lineShape, from));
  const places = v.parse(v.pipe(v.array(lineShape), v.minLength(1), v.maxLength(mostLines)), to);
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    start.uri,
    start.range.start,
    places.map(locationOf),
    'peek',
  );
}

function locationOf({ uri, line }: ShownLine): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri, true), new vscode.Position(line - 1, 0));
}

function isOfWorkspace(uri: string): boolean {
  return vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri, true)) !== undefined;
}
