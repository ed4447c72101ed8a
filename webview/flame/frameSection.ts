/**
 * For `data-vscode-context` of what stands for frames. What the right button offers there is the host's: package.json contributes it for
 * this section, and the host has the page do it with the selected frame.
 */
export const frameSection: string = JSON.stringify({
  webviewSection: 'frame',
  preventDefaultContextMenuItems: true,
});
