import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { launchChromium, noChromium } from './chromium.ts';
import { Harness } from './harness/server.ts';
import { Panel } from './panel.ts';

/** Each is a function's name and, after its number, its file's. */
const hostile = [
  '\u202elive\u202c',
  '\ufeffmain.marked',
  '\u200b',
  '   ',
  'form\ffeed; } body { display: none }',
  'nul\0tab\tline\nreturn\r',
  'soft\u00adhyphen \u2066isolate',
  'tag\u{e0041}',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '[text](command:workbench.action.quit)',
  '$(zap)',
  'x'.repeat(20_000),
];
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

/** Line breaks between parts and rows of a title are ours. */
const unseen = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

suite('hostile names in Chromium', { skip: noChromium }, () => {
  let browser: Browser;
  let harness: Harness;
  before(async () => {
    [browser, harness] = await Promise.all([launchChromium(), Harness.start()]);
  });
  after(async () => {
    await browser.close();
    await harness.stop();
  });

  test('no view shows what cannot be seen, and none is without a name', async () => {
    const stacks = (size: number) =>
      hostile.map((name, i) => ({
        stack: ['main.main@main.go:1', `${name}@${name}${i}.go:${i + 1}`],
        values: [size * (1000 + i)],
      }));
    const bytes = [1, 1000].map(size =>
      profileBytes({ samples: stacks(size), sampleTypes: ['inuse\u202e_space/by\u200btes'] }),
    );
    harness.openBytes(bytes, ['base\u202e.pb', 'current\u200b.pb']);
    const panel = await Panel.open(browser, harness);
    const requests: string[] = [];
    panel.page.on('request', request => requests.push(request.url()));
    panel.page.on('dialog', () => assert.fail('a name has opened a dialog'));
    const look = async (where: string): Promise<string> => {
      await panel.settled();
      const said = await panel.page.evaluate(everythingSaid);
      const found = unseen.exec(said);
      assert.equal(
        found,
        null,
        `${where}: …${said.slice((found?.index ?? 0) - 40, (found?.index ?? 0) + 40)}…`,
      );
      return said;
    };

    const graph = await look('flame graph');
    for (const name of seenInstead) assert.ok(graph.includes(name), name);
    await panel.focusFlame();
    for (let step = 0; step < hostile.length; step++) {
      await panel.press(step === 0 ? 'ArrowDown' : 'ArrowRight');
      await look(`details ${step}`);
      const box = await panel.at(1, (step + 0.5) / hostile.length);
      await panel.page.mouse.move(box.x, box.y);
      await look(`tooltip ${step}`);
    }
    for (const tab of ['Top', 'Suspects', 'Callers & callees']) {
      await panel.page.getByRole('tab', { name: tab }).click();
      await look(tab);
    }
    for (const granularity of ['Lines', 'Files', 'Packages']) {
      await panel.choose('Granularity', granularity);
      for (const tab of ['Flame graph', 'Top', 'Suspects', 'Callers & callees']) {
        await panel.page.getByRole('tab', { name: tab }).click();
        await look(`${tab} by ${granularity}`);
      }
    }
    const ours = /^http:\/\/127\.0\.0\.1:\d+\/message$/;
    assert.deepEqual(
      requests.filter(url => !ours.test(url)),
      [],
    );
    await panel.close();
  });

  test('what is shown escaped is asked for as it is', async () => {
    const name = '\ufeffmain.marked\u202e';
    const bytes = [1000, 9000].map(size =>
      profileBytes({ samples: [{ stack: ['main.main', `${name}@\ufeffa.go:3`], values: [size] }] }),
    );
    harness.openBytes(bytes);
    const panel = await Panel.open(browser, harness);
    await panel.opened();
    await panel.page.getByRole('tab', { name: 'Callers & callees' }).click();
    assert.match(await panel.text('.self-name'), /^\\ufeffmain\.marked\\u202e$/);
    await panel.page.locator('.headline .link').click();
    assert.deepEqual(await panel.opened(), [`go \ufeffa.go:3 ${name}`]);
    await panel.close();
  });

  test('the page may load nothing, go nowhere and send nothing', async () => {
    harness.openBytes([profileBytes({ samples: [{ stack: ['main.main'], values: [1] }] })]);
    const panel = await Panel.open(browser, harness);
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
