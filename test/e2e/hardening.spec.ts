// What a page could do that had been taken over: every row of the hardening table (T-PREF, T-PERM, T-CSP, T-NAV,
// T-IPC, T-FILE), tried from inside the real window. T-SBX and T-FUSE are in packaged.spec.ts, T-NET in test/network.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { appErrorCodes } from '../../shared/domain/appError.ts';
import { channelNames } from '../../shared/ipc/channelNames.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let folder: string;
let yandu: RunningYandu;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-hardening-'));
  yandu = await launchYandu({ dataFolder: join(folder, 'data'), exportFolder: folder });
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
});
test.afterAll(async () => {
  await yandu.app.close();
  removeFolder(folder);
});

test('T-PREF: every window is sandboxed and isolated, the hidden one that prints too', async () => {
  const { app, window } = yandu;
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await window.getByRole('button', { name: '新建讲义' }).click();
  await expect(window.getByRole('img', { name: /^第 1 \/ /u })).toBeVisible();

  const all = await app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((one) =>
        (one as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences(),
      ),
  );

  expect(all).toHaveLength(2);
  for (const preferences of all) {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
    });
  }
  const spelling = await app.evaluate(({ session }) =>
    [session.defaultSession, session.fromPartition('handout-print')].map((one) => [
      one.isSpellCheckerEnabled(),
      one.getSpellCheckerLanguages(),
    ]),
  );
  expect(spelling).toEqual([
    [false, []],
    [false, []],
  ]);
  await window.getByRole('button', { name: '阅读', exact: true }).click();
});

test('T-PREF: the page has the contract’s functions and nothing of Node or Electron', async () => {
  const page = await yandu.window.evaluate(() => ({
    globals: ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys(Reflect.get(globalThis, 'yandu') as object).sort(),
    kinds: [
      ...new Set(
        Object.values(Reflect.get(globalThis, 'yandu') as object).map((value) => typeof value),
      ),
    ],
  }));

  expect(page).toEqual({
    globals: [],
    bridge: [...channelNames].sort(),
    kinds: ['function'],
  });
});

test('T-PERM: nothing is permitted but writing text to the clipboard', async () => {
  const asked = await yandu.window.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'storage-access',
      'idle-detection',
      'local-fonts',
      'window-management',
      'screen-wake-lock',
      'background-sync',
    ];
    const states = await Promise.all(
      names.map(async (name) => {
        const query = { name } as unknown as PermissionDescriptor;
        const state = await navigator.permissions.query(query).then(
          (status) => status.state,
          () => 'unknown',
        );
        return [name, state] as const;
      }),
    );
    return states.filter(([, state]) => state !== 'denied');
  });
  expect(asked).toEqual([]);

  const tried = await yandu.window.evaluate(async () => {
    const refused = (attempt: () => Promise<unknown>): Promise<string> =>
      Promise.resolve()
        .then(attempt)
        .then(
          (value) => (Array.isArray(value) && value.length === 0 ? 'refused' : 'given'),
          () => 'refused',
        );
    type Ask = { readonly requestDevice?: (o: object) => Promise<unknown> };
    const device = (name: string, options: object) => () => {
      const ask = Reflect.get(navigator, name) as Ask | undefined;
      return ask?.requestDevice?.(options) ?? Promise.reject(new Error('not there'));
    };
    return {
      position: await refused(
        () => new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no)),
      ),
      camera: await refused(() =>
        navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
      ),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
      notification: await Notification.requestPermission(),
      hid: await refused(device('hid', { filters: [] })),
      usb: await refused(device('usb', { filters: [] })),
      bluetooth: await refused(device('bluetooth', { acceptAllDevices: true })),
      reading: await refused(() => navigator.clipboard.readText()),
    };
  });
  expect(tried).toEqual({
    position: 'refused',
    camera: 'refused',
    screen: 'refused',
    notification: 'denied',
    hid: 'refused',
    usb: 'refused',
    bluetooth: 'refused',
    reading: 'refused',
  });
});

test('T-CSP: every answer of the program’s own scheme carries the policy, the refusals too', async () => {
  const answers = await yandu.window.evaluate(async () => {
    const loaded = [...document.querySelectorAll('script, link')].map(
      (element) => Reflect.get(element, element.tagName === 'LINK' ? 'href' : 'src') as string,
    );
    const asked = [
      ...new Set([
        'app://bundle/index.html',
        'app://bundle/none.html',
        'app://bundle/..%2f..%2fmain.cjs',
        'app://bundle/index.html?x',
        ...loaded,
      ]),
    ];
    return Promise.all(
      asked.map(async (url) => {
        const { status, headers } = await fetch(url);
        return {
          url,
          status,
          policy: headers.get('content-security-policy') ?? '',
          sniffing: headers.get('x-content-type-options'),
          features: headers.get('permissions-policy') ?? '',
        };
      }),
    );
  });

  expect(answers.length).toBeGreaterThan(5);
  for (const { policy, sniffing, features } of answers) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(sniffing).toBe('nosniff');
    expect(features).toContain('geolocation=()');
  }
  const refused = answers.filter(({ url }) => /none|%2f|\?x/.test(url));
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('T-CSP: inline script, eval, and everything from elsewhere are violations', async () => {
  const { window } = yandu;
  const seen = await window.evaluate(async () => {
    const violated: string[] = [];
    Reflect.set(globalThis, 'violated', violated);
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      violated.push(effectiveDirective);
    });
    const attempt = (run: () => unknown): string => {
      try {
        run();
        return 'ran';
      } catch {
        return 'refused';
      }
    };
    const add = (name: string, attributes: Readonly<Record<string, string>>): void => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) {
        attempt(() => element.setAttribute(key, value));
      }
      element.dataset['tried'] = '';
      document.body.append(element);
    };
    // What a debugger evaluates may evaluate; what runs later may not.
    const evaluated = await new Promise<string>((done) => {
      requestAnimationFrame(() => {
        done(
          attempt(() =>
            Reflect.apply(Reflect.get(globalThis, 'eval') as () => unknown, null, ['1 + 1']),
          ),
        );
      });
    });
    const script = document.createElement('script');
    script.dataset['tried'] = '';
    const inline = attempt(() => {
      script.text = 'globalThis.wasRun = true';
      document.body.append(script);
    });
    const markup = attempt(() => {
      Reflect.set(document.createElement('p'), 'innerHTML', '<b>x</b>');
    });
    add('img', { src: 'https://example.org/a.png' });
    add('img', { src: 'file:///etc/hostname' });
    add('iframe', { src: 'app://bundle/index.html' });
    add('link', { rel: 'stylesheet', href: 'https://example.org/a.css' });
    add('video', { src: 'https://example.org/a.mp4' });
    add('base', { href: 'https://example.org/' });
    const style = document.createElement('style');
    style.dataset['tried'] = '';
    style.textContent = 'body { color: red }';
    document.body.append(style);
    const remote = await fetch('https://example.org').then(
      () => 'loaded',
      () => 'refused',
    );
    const file = await fetch('file:///etc/hostname').then(
      () => 'loaded',
      () => 'refused',
    );
    const socket = attempt(() => new globalThis['WebSocket']('wss://example.org'));
    const worker = attempt(() => new Worker('data:text/javascript,1'));
    return { evaluated, inline, markup, remote, file, socket, worker };
  });

  expect(seen).toMatchObject({
    evaluated: 'refused',
    inline: 'refused',
    markup: 'refused',
    remote: 'refused',
    file: 'refused',
    worker: 'refused',
  });
  await expect
    .poll(() => window.evaluate(() => Reflect.get(globalThis, 'violated') as readonly string[]))
    .toEqual(
      expect.arrayContaining([
        ...['connect-src', 'img-src', 'frame-src', 'style-src-elem', 'media-src', 'base-uri'],
        'require-trusted-types-for',
      ]),
    );
  expect(await window.evaluate(() => 'wasRun' in globalThis)).toBe(false);
  await window.evaluate(() => {
    for (const element of document.querySelectorAll('[data-tried]')) element.remove();
  });
});

test('T-NAV: the page cannot leave, open another window, or take in a dropped file', async () => {
  const { app, window } = yandu;
  const here = window.url();
  const dropped = join(folder, 'dropped.html');
  writeFileSync(dropped, '<title>dropped</title>');

  await window.evaluate(() => {
    const go = (run: () => unknown): void => {
      try {
        run();
      } catch {
        // Refused at once is refused too.
      }
    };
    go(() => location.assign('https://example.org/'));
    go(() => location.assign('file:///etc/hostname'));
    go(() => location.assign('app://bundle/other.html'));
    go(() => location.replace('data:text/html,x'));
    go(() => Reflect.set(location, 'href', 'javascript:document.title=1'));
    go(() => open('https://example.org/'));
    go(() => open('app://bundle/index.html', '_blank', 'nodeIntegration=1'));
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0;url=https://example.org/';
    document.head.append(meta);
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(form);
    go(() => {
      form.submit();
    });
    for (const target of ['_self', '_blank', '_top']) {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.target = target;
      document.body.append(link);
      go(() => {
        link.click();
      });
      go(() => link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true })));
      link.remove();
    }
    meta.remove();
    form.remove();
  });
  const devTools = await window.context().newCDPSession(window);
  const drag = {
    x: 400,
    y: 400,
    data: { items: [], files: [dropped], dragOperationsMask: 1 },
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devTools.send('Input.dispatchDragEvent', { type, ...drag });
  }
  // The window still answers its own keys. Asked in the page: Playwright waits for the refused journeys to end.
  const isAnyOpen = () => window.evaluate(() => document.querySelector('dialog[open]') !== null);
  await window.keyboard.press('Control+,');
  await expect.poll(isAnyOpen).toBe(true);
  await window.keyboard.press('Escape');
  await expect.poll(isAnyOpen).toBe(false);

  expect(window.url()).toBe(here);
  expect(await window.title()).not.toBe('1');
  const count = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length,
  );
  expect(count).toBe(1);
  expect(await app.evaluate(({ session }) => session.defaultSession.cookies.get({}))).toEqual([]);
});

test('T-IPC: another window with the same preload is a stranger', async () => {
  const answers = await yandu.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/preload.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    try {
      await stranger.loadURL('app://bundle/index.html');
      const code =
        'Promise.all(Object.keys(yandu).map((name) => yandu[name]({}))).then((answers) => ' +
        "answers.map((one) => (typeof one === 'string' ? JSON.parse(one) : one).code))";
      return (await stranger.webContents.executeJavaScript(code)) as readonly string[];
    } finally {
      stranger.destroy();
    }
  });

  expect(answers).toHaveLength(channelNames.length);
  expect([...new Set(answers)]).toEqual(['sender_untrusted']);
});

test('T-IPC: whatever is sent to a channel gets a typed answer', async () => {
  // They end the program or the page, or wait for a person before a dialog of the system.
  const left: readonly string[] = [
    ...['finishClosing', 'reloadPage', 'printPage', 'toggleFullScreen'],
  ];
  const channels = channelNames.filter((name) => !left.includes(name));
  const value = fc.oneof(
    fc.anything({ maxDepth: 2, withNullPrototype: false }),
    fc.dictionary(
      fc.constantFrom('id', 'ids', 'documentId', 'query', 'handout', 'target', 'format', 'copy'),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.constant('../../etc'),
        fc.constant(null),
      ),
    ),
  );
  const inputs = fc
    .sample(value, { numRuns: 40, seed: 20261121 })
    .map((input) => JSON.stringify(input) as string | undefined)
    .filter((text) => text !== undefined);

  const answers = await yandu.window.evaluate(
    async ({ names, texts }) => {
      type Answer = { readonly ok?: unknown; readonly code?: unknown };
      // As JSON text, or with bytes in it.
      type Channel = (input: unknown) => Promise<string | Answer>;
      const bridge = Reflect.get(globalThis, 'yandu') as Readonly<Record<string, Channel>>;
      const wrong: string[] = [];
      const codes = new Set<unknown>();
      for (const name of names) {
        for (const text of texts) {
          const sent = await bridge[name]?.(JSON.parse(text)).catch(() => ({ ok: 'thrown' }));
          const answer: Answer | undefined =
            typeof sent === 'string' ? (JSON.parse(sent) as Answer) : sent;
          if (typeof answer?.ok !== 'boolean') wrong.push(`${name} ${text}`);
          if (answer?.ok === false) codes.add(answer.code ?? null);
        }
      }
      return { wrong, codes: [...codes] };
    },
    { names: channels, texts: inputs },
  );

  expect(answers.wrong).toEqual([]);
  expect(answers.codes).toContain('input_invalid');
  expect(answers.codes).not.toContain('unexpected');
  for (const code of answers.codes) expect(appErrorCodes).toContain(code);
});
