// Text of every kind, lone surrogates included. Quicker to set up than fast-check's own units of all Unicode.
import fc from 'fast-check';

const unit = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }),
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0, 0x0a, 0x22, 0x2e, 0x2f, 0x5c, 0x301, 0x202e, 0xfeff, 0xd83d, 0xde00),
);

export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));

/** Without lone surrogates. */
export const anyWellFormedText = (maxLength = 40): fc.Arbitrary<string> =>
  anyText(maxLength).map((text) => text.replace(/[\uD800-\uDFFF]/gu, '?'));
