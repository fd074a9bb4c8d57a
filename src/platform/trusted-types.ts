// The one Trusted Types policy, `app`: what may become a script. The production headers allow no other name.

interface ScriptPolicy {
  // What comes back stands for the string, and TypeScript's DOM takes a string there: it does not know TrustedScriptURL.
  createScriptURL(url: string): string;
}

declare const trustedTypes: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } | undefined;

const rules: ScriptPolicy = {
  createScriptURL(url) {
    const { href, origin } = new URL(url, location.href);
    if (origin !== location.origin)
      throw new TypeError(`Scripts come from ${location.origin} only, not from ${origin}.`);
    return href;
  },
};

let policy: ScriptPolicy | null = null;

/** Passes the address of a script of this origin; throws TypeError for any other. */
export function trustScriptUrl(url: string): string {
  policy ??= typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('app', rules);
  return policy.createScriptURL(url);
}
