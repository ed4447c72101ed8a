import type { Page } from 'playwright-core';

/** Has the workbench that this page is about to open start its extension host with an inspector; gives what to ask for. */
export async function inspectable(page: Page, port: number): Promise<Readonly<Record<string, string>>> {
  await page.addInitScript(takePort);
  return { payload: JSON.stringify([['inspect-extensions', String(port)]]) };
}

/** Leaves it out of the page's address. Runs in the page. */
export function forgetPort(): void {
  const address = new URL(location.href);
  address.searchParams.delete('payload');
  history.replaceState(null, '', address);
}

/** A built workbench takes a port for VS Code's own smoke tests only. Runs in the page. */
function takePort(): void {
  const { getAttribute } = Element.prototype;
  Element.prototype.getAttribute = function (name: string): string | null {
    const value = getAttribute.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || value === null) return value;
    const { developmentOptions, ...settings } = JSON.parse(value) as { developmentOptions?: object };
    return JSON.stringify({
      ...settings,
      developmentOptions: { ...developmentOptions, enableSmokeTestDriver: true },
    });
  };
}
