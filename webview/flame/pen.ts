/** What draws: a canvas, or what draws as one does. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textBaseline'
  | 'fillRect'
  | 'strokeRect'
  | 'beginPath'
  | 'fill'
  | 'fillText'
> & {
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
};
