/** Every id that package.json declares and the code uses, so that neither can drift from the other. */

/** Publisher and name: what an address that leads to the extension begins with. */
export const extensionId = 'heap-diff.heap-diff';

export const commands = {
  compare: 'heapDiff.compare',
  compareSelected: 'heapDiff.compareSelected',
  selectBase: 'heapDiff.selectBase',
  compareWithBase: 'heapDiff.compareWithBase',
  compareWithHead: 'heapDiff.compareWithHead',
  compareWithCommit: 'heapDiff.compareWithCommit',
  openRecent: 'heapDiff.openRecent',
  open: 'heapDiff.open',
  showOverTime: 'heapDiff.showOverTime',
  verifyFix: 'heapDiff.verifyFix',
  verifySelected: 'heapDiff.verifySelected',
  swap: 'heapDiff.swap',
  reveal: 'heapDiff.reveal',
  openPlace: 'heapDiff.openPlace',
  showCommit: 'heapDiff.showCommit',
  showLines: 'heapDiff.showLines',
  nextGrowth: 'heapDiff.nextGrowth',
  previousGrowth: 'heapDiff.previousGrowth',
  toggleAnnotations: 'heapDiff.toggleAnnotations',
  forgetSources: 'heapDiff.forgetSources',
  frameSource: 'heapDiff.frameSource',
  frameCallers: 'heapDiff.frameCallers',
  frameFocus: 'heapDiff.frameFocus',
  frameHide: 'heapDiff.frameHide',
  frameHidePackage: 'heapDiff.frameHidePackage',
  frameGrowth: 'heapDiff.frameGrowth',
  frameCopyName: 'heapDiff.frameCopyName',
  frameCopyStack: 'heapDiff.frameCopyStack',
  frameCopyPprof: 'heapDiff.frameCopyPprof',
  capture: 'heapDiff.capture',
  stopCapture: 'heapDiff.stopCapture',
  setAuthorization: 'heapDiff.setAuthorization',
  copyMcp: 'heapDiff.copyMcp',
  copyForAi: 'heapDiff.copyForAi',
  copyLink: 'heapDiff.copyLink',
  saveHtml: 'heapDiff.saveHtml',
} as const;

/** Settings. */
export const settings = {
  annotations: 'heapDiff.annotations.enabled',
  codeLens: 'heapDiff.codeLens.enabled',
  sourceMap: 'heapDiff.sourceMap',
  goroot: 'heapDiff.goroot',
  gomodcache: 'heapDiff.gomodcache',
  inflatedMiB: 'heapDiff.limits.inflatedMiB',
  textMiB: 'heapDiff.limits.textMiB',
  jsonMiB: 'heapDiff.limits.jsonMiB',
  samples: 'heapDiff.limits.samples',
  frames: 'heapDiff.limits.frames',
  labels: 'heapDiff.limits.labels',
  strings: 'heapDiff.limits.strings',
  locations: 'heapDiff.limits.locations',
  captureFolder: 'heapDiff.capture.folder',
  collectGarbage: 'heapDiff.capture.collectGarbage',
  metricsAddress: 'heapDiff.capture.metricsAddress',
  requestCounter: 'heapDiff.capture.requestCounter',
  captureMiB: 'heapDiff.capture.mostMiB',
  captureSeconds: 'heapDiff.capture.seconds',
  offerComparison: 'heapDiff.capture.offerComparison',
} as const;

/** Theme colours of growth in the editor. */
export const colors = {
  increaseNote: 'heapDiff.increaseNote',
  decreaseNote: 'heapDiff.decreaseNote',
  calledNote: 'heapDiff.calledNote',
  increaseRuler: 'heapDiff.increaseRuler',
  decreaseRuler: 'heapDiff.decreaseRuler',
} as const;

/**
 * View types: the comparison's panel, that of a series, and the read-only custom editor of one profile, once for file names that are
 * surely profiles (it opens them) and once for names that may be (it is offered).
 */
export const views = {
  diff: 'heapDiff.diff',
  series: 'heapDiff.series',
  profile: 'heapDiff.profile',
  possibleProfile: 'heapDiff.possibleProfile',
} as const;

/** Tree views, in the side bar's container `heapDiff`. */
export const treeViews = { suspects: 'heapDiff.suspects' } as const;

/** Keys for `when` clauses, set with the `setContext` command. */
export const contextKeys = {
  /** A base has been selected to compare with. */
  hasBase: 'heapDiff.hasBase',
  /** A frame's source line has been shown at least once. */
  sourceShown: 'heapDiff.sourceShown',
  /** A comparison is open. */
  comparing: 'heapDiff.comparing',
  /** Heaps are being captured. */
  capturing: 'heapDiff.capturing',
  /**
   * The extension has found itself in a page, where no server is reached and no program started. What takes a machine is
   * offered from the first moment of a window that has one: by this key's absence, and by a remote machine in a browser.
   */
  inBrowser: 'heapDiff.inBrowser',
  /** Paths of the files that the stacks of the comparison in front pass through. */
  comparedFiles: 'heapDiff.comparedFiles',
} as const;

export const walkthroughs = { firstComparison: 'firstComparison' } as const;
