import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { palettes } from '../../../src/core/flame/palette.ts';
import { boxStyles } from '../../../webview/flame/boxStyles.ts';
import { contrast, type Rgb } from '../../../webview/flame/contrast.ts';
import { hueCount } from '../../../webview/state/scene.ts';
import { type ThemeName, themes } from '../harness/themes.ts';

const css = readFileSync(new URL('../../../media/styles/theme.css', import.meta.url), 'utf8');

/** The custom properties of rules with that selector, as the style sheet has them. */
function properties(selector: string): readonly (readonly [name: string, value: string])[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, selectors = '']) =>
      selectors
        .replace(/\/\*.*?\*\//gs, '')
        .split(',')
        .some(each => each.trim() === selector),
    )
    .flatMap(([, , body = '']) =>
      [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
}

/** What a property is worth in a theme and a palette, as the browser works it out. */
function colourOf(theme: ThemeName, palette: string): (name: string) => Rgb {
  const { bodyClass, variables } = themes[theme];
  const known = new Map([
    ...Object.entries(variables).map(([name, value]) => [`--vscode-${name}`, value] as const),
    ...properties(':root'),
    ...properties(`body.${bodyClass.split(' ')[0]}`),
  ]);
  const overridden = new Map(properties(`.panel[data-palette="${palette}"]`));
  const resolved = (value: string): string => {
    const [, name = '', fallback = ''] = /^var\((--[\w-]+)(?:,\s*(.*))?\)$/.exec(value) ?? [];
    return name === '' ? value : resolved(known.get(name) ?? fallback);
  };
  return name => {
    const value = resolved(overridden.get(name) ?? known.get(name) ?? '');
    const [, hex] = /^#([0-9a-f]{6})$/.exec(value) ?? [];
    assert.ok(hex !== undefined, `${theme}, ${palette}: ${name} is '${value}'`);
    return [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
  };
}

function rgbOf(text: string): Rgb {
  return (/^rgb\((\d+),(\d+),(\d+)\)$/.exec(text) ?? []).slice(1).map(Number) as unknown as Rgb;
}

for (const theme of Object.keys(themes) as ThemeName[]) {
  for (const palette of palettes) {
    const colour = colourOf(theme, palette);
    const [neutral, grew, shrank] = ['neutral', 'grew', 'shrank'].map(name => colour(`--flame-${name}`)) as [
      Rgb,
      Rgb,
      Rgb,
    ];
    const hues = Array.from({ length: hueCount }, (_, hue) => colour(`--flame-hue-${hue}`));
    const styles = boxStyles({ background: colour('--flame-background'), neutral, grew, shrank, hues });

    test(`${theme}, ${palette}: what stands on a box has at least 4.5 : 1, also on every stripe`, () => {
      for (const faded of [false, true]) {
        for (let hue = -1; hue < hueCount; hue++) {
          for (let strength = -1; strength <= 1; strength += 1 / 48) {
            for (const gone of [false, true]) {
              const { fill, ink } = styles.style({ strength, hue, gone, faded });
              const ratio = contrast(rgbOf(fill), rgbOf(ink));
              assert.ok(ratio >= 4.5, `${ink} on ${fill}: ${ratio}`);
            }
          }
        }
        const { ground, stripe, ink } = styles.hatch(faded);
        for (const below of [ground, stripe]) {
          const ratio = contrast(rgbOf(below), rgbOf(ink));
          assert.ok(ratio >= 4.5, `${ink} on ${below}: ${ratio}`);
        }
      }
    });

    test(`${theme}, ${palette}: an empty box has an edge that is seen`, () => {
      const ground = colour('--flame-background');
      for (let strength = -1; strength <= 0; strength += 1 / 48) {
        const { edge } = styles.style({ strength, hue: -1, gone: true, faded: false });
        assert.ok(contrast(rgbOf(edge ?? ''), ground) >= 1.25, `${edge} at ${strength}`);
      }
    });

    test(`${theme}, ${palette}: stripes are seen, and growth is not loss`, () => {
      const { ground, stripe } = styles.hatch(false);
      assert.ok(contrast(rgbOf(ground), rgbOf(stripe)) >= 1.4);
      // Without any colour: by the lightness alone.
      if (palette === 'colourBlind' || palette === 'monochrome') assert.ok(contrast(grew, shrank) >= 3);
    });
  }
}
