import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { hostileNames } from '../fixtures/hostile/hostileNames.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import type { Panel } from './panel.ts';

/** What the page asks the host to save. */
async function saved(panel: Panel, format: 'SVG' | 'PNG'): Promise<string> {
  await panel.chooseFrom('Copy and save', `Save flame graph (${format})`);
  return await panel.page.evaluate(() => {
    const message = window.posted.at(-1);
    return message?.type === 'savePicture' ? message.data : '';
  });
}

/** How large a PNG picture is, and how many colours it has. Runs in the page. */
async function pixelsOf(data: string) {
  const bytes = Uint8Array.from(atob(data), each => each.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(picture, 0, 0);
  const pixels = new Uint32Array(
    context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0),
  );
  return { width, height, colours: new Set(pixels).size };
}

/** An SVG image as its reader sees it: kinds of elements with their attributes, texts, size. */
function read(panel: Panel, svg: string) {
  return panel.page.evaluate(text => {
    const { documentElement: image } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const elements = [image, ...image.querySelectorAll('*')];
    return {
      kinds: [...new Set(elements.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(elements.flatMap(each => each.getAttributeNames()))].sort(),
      texts: Array.from(image.querySelectorAll('text'), ({ textContent }) => textContent ?? ''),
      size: ['width', 'height'].map(side => Number(image.getAttribute(side))),
    };
  }, svg);
}

suite('the flame graph as a picture, in Chromium', { skip: noChromium }, () => {
  const chromium = new InChromium();
  const { onLeak } = chromium;

  onLeak('an SVG image has the caption, the boxes and their labels as text', async panel => {
    const { kinds, texts } = await read(panel, await saved(panel, 'SVG'));
    assert.deepEqual(kinds, ['path', 'pattern', 'rect', 'svg', 'text']);
    assert.ok(texts.includes('+365.0 MiB · heap-1300.pb.gz → heap-1400.pb.gz · inuse_space'));
    for (const label of ['all', '▲ +365.0 MiB', '(*dedupeCache).seen', '▲ +349.5 MiB']) {
      assert.ok(
        texts.some(text => text.endsWith(label)),
        label,
      );
    }
  });

  onLeak('a PNG picture is the same drawing, twice as fine', async panel => {
    const { size } = await read(panel, await saved(panel, 'SVG'));
    const data = await saved(panel, 'PNG');
    const drawn = await panel.page.evaluate(pixelsOf, data);
    assert.deepEqual(
      [drawn.width, drawn.height],
      size.map(side => 2 * side),
    );
    assert.ok(drawn.colours > 20, `${drawn.colours} colours`);
  });

  test('rows out of sight are in it, too', async () => {
    const stack = Array.from({ length: 400 }, (_, i) => `main.f${i}@main.go:${i + 1}`);
    const bytes = [1, 2].map(size =>
      profileBytes({ sampleTypes: ['inuse_space/bytes'], samples: [{ stack, values: [size * 1_000_000] }] }),
    );
    chromium.harness.openBytes(bytes, ['a', 'b']);
    const panel = await chromium.panel();
    const { texts } = await read(panel, await saved(panel, 'SVG'));
    assert.ok(texts.some(text => text.endsWith('f298')) && !texts.some(text => text.endsWith('f299')));
    assert.ok(texts.some(text => text.endsWith('· inuse_space · the first 300 of 401 rows')));
    const drawn = await panel.page.evaluate(pixelsOf, await saved(panel, 'PNG'));
    assert.ok(drawn.height > 10_000 && drawn.colours > 2);
    await panel.close();
  });

  test('no name makes an element or an attribute of its own', async () => {
    const names = Object.values(hostileNames);
    const bytes = [1, 1000].map(size =>
      profileBytes({
        sampleTypes: ['inuse_space/bytes'],
        samples: names.map((name, i) => ({
          stack: ['main.main@main.go:1', `${name.replaceAll('@', '(at)')}@a.go:${i + 1}`],
          values: [size * (1000 + i)],
        })),
      }),
    );
    chromium.harness.openBytes(bytes, [`base${names[0]}`, `current${names[1]}`]);
    const panel = await chromium.panel();
    const { kinds, attributes } = await read(panel, await saved(panel, 'SVG'));
    assert.deepEqual(kinds, ['path', 'pattern', 'rect', 'svg', 'text']);
    const ours = [
      'd',
      'dominant-baseline',
      'fill',
      'font-family',
      'font-size',
      'height',
      'id',
      'patternUnits',
      'rx',
      'stroke',
      'stroke-width',
    ];
    assert.deepEqual(attributes, [...ours, 'viewBox', 'width', 'x', 'xmlns', 'y']);
    await panel.close();
  });
});
