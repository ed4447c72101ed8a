/**
 * How boxes are coloured: by the direction of their change; by package, the stronger the more it changed; by direction
 * on a scale that is told apart by its lightness too; by direction in greys.
 */
export const palettes = ['direction', 'package', 'colourBlind', 'monochrome'] as const;
export type Palette = (typeof palettes)[number];
