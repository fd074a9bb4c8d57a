import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isThere: (path: string) => boolean;
}

const thisMachine: Machine = { env: process.env, platform: process.platform, isThere: existsSync };

const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'] as const;

/**
 * The path of an installed Chromium or Chrome: PALATE_BROWSER, then the usual names on PATH, then the usual places.
 * Throws, saying how to get one, when there is none; a PALATE_BROWSER that is missing is an error, never passed over.
 */
export function findBrowser({ env, platform, isThere }: Machine = thisMachine): string {
  const wanted = env.PALATE_BROWSER;
  if (wanted) {
    if (isThere(wanted)) return wanted;
    throw new Error(`PALATE_BROWSER names ${wanted}, which is not there.`);
  }
  const found = [...onPath(env, platform), ...usualPlaces(env, platform)].find(isThere);
  if (found !== undefined) return found;
  throw new Error(
    'No Chrome or Chromium found. Install one (Debian: `apt-get install chromium`), or set PALATE_BROWSER to its program.',
  );
}

// The last list given is the one that counts: what Playwright leaves out for the sake of tests is named here again, and with it the
// pages that Chromium draws its address bar's popup with, which cost more at every new window than the studio's own start.
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
] as const;

/** How every program of the project starts it: quiet, and alike on machines with and without a GPU. */
export function browserLaunchOptions() {
  return {
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses to run as root inside its sandbox
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${disabledFeatures.join(',')}`,
    ],
  };
}

function onPath(env: Machine['env'], platform: NodeJS.Platform): string[] {
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPlaces(env: Machine['env'], platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['', env.HOME ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        win32.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  return [];
}
