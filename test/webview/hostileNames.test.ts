import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { hostileNames } from '../fixtures/hostile/hostileNames.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import type { Panel } from './panel.ts';

const hostile = [...Object.values(hostileNames), 'x'.repeat(20_000)];
const seenInstead = ['\\u202elive\\u202c', '\\ufeffmain.marked', '\\u200b', '\\u0020\\u0020\\u0020'];

/** All that is said by what is on the page: its text, and what stands in titles and names of elements. */
function everythingSaid(): string {
  const said = [document.body.textContent ?? ''];
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['title', 'aria-label', 'aria-description', 'placeholder', 'alt']) {
      said.push(element.getAttribute(name) ?? '');
    }
  }
  return said.join('\n');
}

/** Each kind of element there is, with each attribute that one has; in the parts of controls too. */
function elements(): string[] {
  const found = new Set<string>();
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      found.add(element.localName);
      for (const { name } of element.attributes) found.add(`${element.localName} ${name}`);
      if (element.shadowRoot !== null) visit(element.shadowRoot);
    }
  };
  visit(document);
  return [...found];
}

/** Line breaks between parts and rows of a title are ours. */
const unseen = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

suite('hostile names in Chromium', { skip: noChromium }, () => {
  const chromium = new InChromium();

  /** Opens a pair in which every name, path, sample type and comment is one of these, and looks at each view. */
  async function walk(names: readonly string[], look: (panel: Panel, where: string) => Promise<void>) {
    const types = names.map(name => name.replaceAll('/', '|'));
    const bytes = [1, 1000].map(size =>
      profileBytes({
        sampleTypes: ['inuse_space/bytes', ...types.map(type => `${type}/${type}`)],
        samples: names.map((name, i) => ({
          stack: ['main.main@main.go:1', `${name}@${name.replaceAll('@', '(at)')}${i}.go:${i + 1}`],
          values: ['inuse_space', ...types].map(() => size * (1000 + i)),
          labels: { [name]: name },
        })),
        comments: names,
        binary: { file: names[0] ?? '', buildId: names[1] ?? '' },
      }),
    );
    chromium.harness.openBytes(bytes, [`base${names[2]}`, `current${names[3]}`]);
    const panel = await chromium.panel();
    const requests: string[] = [];
    panel.page.on('request', request => requests.push(request.url()));
    panel.page.on('dialog', () => assert.fail('a name has opened a dialog'));
    await look(panel, 'flame graph');
    await panel.focusFlame();
    for (let step = 0; step < names.length; step++) {
      await panel.press(step === 0 ? 'ArrowDown' : 'ArrowRight');
      await look(panel, `details ${step}`);
      const box = await panel.at(1, (step + 0.5) / names.length);
      await panel.page.mouse.move(box.x, box.y);
      await look(panel, `tooltip ${step}`);
    }
    for (const granularity of ['Functions', 'Lines', 'Files', 'Packages']) {
      await panel.choose('Granularity', granularity);
      for (const tab of ['Flame graph', 'Top', 'Suspects', 'Callers & callees']) {
        await panel.page.getByRole('tab', { name: tab }).click();
        await panel.settled();
        await look(panel, `${tab} by ${granularity}`);
      }
    }
    await panel.page.locator('vscode-dropdown[aria-label="Sample type"]').click();
    await panel.press('End', 'Enter');
    await look(panel, 'another sample type');
    const ours = /^http:\/\/127\.0\.0\.1:\d+\/message$/;
    assert.deepEqual(
      requests.filter(url => !ours.test(url)),
      [],
    );
    await panel.close();
  }

  test('no view shows what cannot be seen, and none has an element, an attribute or a request of a name’s', async () => {
    const usual = new Set<string>();
    await walk(
      [0, 1, 2, 3].map(i => `main.f${i}`),
      async ({ page }) => {
        for (const each of await page.evaluate(elements)) usual.add(each);
      },
    );
    let graph = '';
    await walk(hostile, async ({ page }, where) => {
      const said = await page.evaluate(everythingSaid);
      if (where === 'flame graph') graph = said;
      const at = unseen.exec(said)?.index;
      assert.equal(at, undefined, `${where}: …${said.slice((at ?? 0) - 40, (at ?? 0) + 40)}…`);
      const foreign = (await page.evaluate(elements)).filter(each => !usual.has(each));
      assert.deepEqual(foreign, [], where);
    });
    for (const name of seenInstead) assert.ok(graph.includes(name), name);
  });

  test('what is shown escaped is asked for as it is', async () => {
    const name = '\ufeffmain.marked\u202e';
    const bytes = [1000, 9000].map(size =>
      profileBytes({ samples: [{ stack: ['main.main', `${name}@\ufeffa.go:3`], values: [size] }] }),
    );
    chromium.harness.openBytes(bytes);
    const panel = await chromium.panel();
    await panel.opened();
    await panel.page.getByRole('tab', { name: 'Callers & callees' }).click();
    assert.match(await panel.text('.self-name'), /^\\ufeffmain\.marked\\u202e$/);
    await panel.page.locator('.headline .link').click();
    assert.deepEqual(await panel.opened(), [`go \ufeffa.go:3 ${name}`]);
    await panel.close();
  });

  test('the page may load nothing, go nowhere and send nothing', async () => {
    chromium.harness.openBytes([profileBytes({ samples: [{ stack: ['main.main'], values: [1] }] })]);
    const panel = await chromium.panel();
    const directives = ['base-uri', 'img-src', 'frame-src', 'style-src-elem', 'form-action', 'connect-src'];
    const refused = await panel.page.evaluate(async expected => {
      const blocked = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        blocked.add(effectiveDirective),
      );
      const add = (markup: string): void =>
        document.body.append(document.createRange().createContextualFragment(markup));
      add('<base href="https://evil.example/"><img src="https://evil.example/a.png">');
      add('<iframe src="https://evil.example/"></iframe><style>body { color: red }</style>');
      add('<form action="https://evil.example/"><button id="send">send</button></form>');
      add('<script>document.body.dataset.ran = "yes"</script>');
      document.getElementById('send')?.click();
      await fetch('https://evil.example/').catch(() => {});
      // Violations are told in tasks of their own.
      for (let tries = 0; !expected.every(each => blocked.has(each)) && tries < 100; tries++) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      return [...blocked, document.baseURI, document.body.dataset['ran'] ?? 'no'];
    }, directives);
    for (const directive of directives) assert.ok(refused.includes(directive), `${directive} of ${refused}`);
    assert.ok(refused.includes('no'), 'no script ran');
    assert.ok(!refused.some(each => each.includes('evil.example')), 'links still start from here');
    await panel.page.context().close();
  });
});
