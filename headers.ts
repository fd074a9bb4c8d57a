/**
 * The production response headers, on every file: page, workers, WASM. One table for preview, tests and hosts.
 * `default-src 'none'` is the point: what Palate does not name, it cannot load.
 */
const contentSecurityPolicy = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'connect-src': "'self' blob:",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app',
};

const write = (policy: Record<string, string>) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const others = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

export const productionHeaders = {
  'Content-Security-Policy': write(contentSecurityPolicy),
  ...others,
};

/** The same policy, enforced, with the two things the dev server's hot reload needs. */
export const developmentHeaders = {
  'Content-Security-Policy': write({
    ...contentSecurityPolicy,
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': "'self' blob: ws://localhost:*",
  }),
  ...others,
};
