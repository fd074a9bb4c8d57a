// The one file that names p5: its parts for drawing in 2D, without those that need HTML from strings or code from strings.
// Loaded by import(). The page needs an element of the id `p5-loading-style`, or p5 adds a <style>, which the policy refuses.
import accessibility from 'p5/accessibility';
import color from 'p5/color';
import P5 from 'p5/core';
import events from 'p5/events';
import image from 'p5/image';
import math from 'p5/math';
import shape from 'p5/shape';
import type from 'p5/type';
import utilities from 'p5/utilities';

for (const addOn of [accessibility, shape, color, image, math, utilities, type, events]) addOn(P5);

export { P5 };

/** What p5 calls whenever an instance is removed. It adds to the list for each, and takes nothing away. Not in its types. */
export const removeHooks: ((this: InstanceType<typeof P5>) => void)[] = Reflect.get(
  P5,
  'lifecycleHooks',
).remove;
