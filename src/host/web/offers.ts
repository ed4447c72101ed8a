/** Whether heaps can be captured from here. A page reaches no server that does not expect it. */
export const canCapture = false;
