import { describe, expect, test } from 'vitest';
import { findBrowser } from '../browser/find-browser.ts';

const machine = (env: Record<string, string>, platform: NodeJS.Platform, ...files: string[]) => ({
  env,
  platform,
  isThere: (path: string) => files.includes(path),
});

describe('findBrowser', () => {
  test('takes PALATE_BROWSER before anything on PATH', () => {
    const env = { PALATE_BROWSER: '/opt/mine', PATH: '/usr/bin' };
    expect(findBrowser(machine(env, 'linux', '/opt/mine', '/usr/bin/chromium'))).toBe('/opt/mine');
  });

  test('does not pass over a PALATE_BROWSER that is missing', () => {
    const env = { PALATE_BROWSER: '/opt/gone', PATH: '/usr/bin' };
    expect(() => findBrowser(machine(env, 'linux', '/usr/bin/chromium'))).toThrow(
      '/opt/gone, which is not there',
    );
  });

  test('takes names in order, whatever the order of folders', () => {
    const env = { PATH: '/a::/b' };
    expect(findBrowser(machine(env, 'linux', '/a/google-chrome', '/b/chromium'))).toBe('/b/chromium');
  });

  test('knows the usual places of macOS and Windows', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine({ PATH: '/usr/bin', HOME: '/Users/a' }, 'darwin', mac))).toBe(mac);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    expect(findBrowser(machine({ PROGRAMFILES: 'C:\\Program Files' }, 'win32', windows))).toBe(windows);
  });

  test('says in one sentence how to get one when there is none', () => {
    expect(() => findBrowser(machine({ PATH: '/usr/bin' }, 'linux'))).toThrow(
      'No Chrome or Chromium found. Install one (Debian: `apt-get install chromium`), or set PALATE_BROWSER to its program.',
    );
  });
});
