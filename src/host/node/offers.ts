/** Whether heaps can be captured from here. */
export const canCapture = true;
