import type { ArtworkId } from '#core/gallery/records.ts';
import { hash32 } from '#core/math/random.ts';

/** 64 bits that depend on every character of a text, as 16 hexadecimal digits. Not proof against a forger. */
export function contentId(text: string): ArtworkId {
  let low = hash32(text.length, 0, 0xd0c);
  let high = hash32(low, 0, 0xa11ce);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = hash32(low, unit, 1);
    high = hash32(high, unit, low);
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
