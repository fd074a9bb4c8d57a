import { describe, expect, test } from 'vitest';
import { developmentHeaders, productionHeaders } from '../../headers.ts';
import config from '../../vite.config.ts';

const policy = (headers: { 'Content-Security-Policy': string }) =>
  headers['Content-Security-Policy'].split('; ');

// Written out once more on purpose: a loosened policy should cost a second, deliberate edit.
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app',
];

describe('productionHeaders', () => {
  test('are the strict policy and nothing else', () => {
    expect(productionHeaders).toEqual({
      'Content-Security-Policy': strictPolicy.join('; '),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    });
  });

  test('are what the preview serves', () => {
    expect(config.preview?.headers).toBe(productionHeaders);
  });
});

describe('developmentHeaders', () => {
  test('loosen only styles and the socket of hot reload', () => {
    const loosened = policy(developmentHeaders).filter((rule) => !strictPolicy.includes(rule));
    expect(loosened).toEqual([
      "style-src 'self' 'unsafe-inline'",
      "connect-src 'self' blob: ws://localhost:*",
    ]);
    expect({ ...developmentHeaders, 'Content-Security-Policy': '' }).toEqual({
      ...productionHeaders,
      'Content-Security-Policy': '',
    });
  });

  test('are what the development server serves, to this machine only', () => {
    expect(config.server?.headers).toBe(developmentHeaders);
    expect(config.server?.host).toBeUndefined();
    expect(config.preview?.host).toBeUndefined();
  });
});
