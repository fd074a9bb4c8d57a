// The first look at foreign data, before any schema: how deep, how much, which keys, which version.
import { ForeignDataError } from './foreign-data.ts';

/** Levels of lists and objects within one another. Ours have about ten. */
export const DEPTH_LIMIT = 64;

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses what no schema should have to meet: deeper than DEPTH_LIMIT, more than `valueLimit` values in all, or a key that
 * could reach a prototype, unknown fields included. Walks without recursion.
 */
export function refuseHostileShape(value: unknown, valueLimit: number): void {
  let level: object[] = isContainer(value) ? [value] : [];
  let valueCount = 0;
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT)
      throw new ForeignDataError('too-deep', 'This is nested too deeply to be an artwork.');
    const next: object[] = [];
    for (const container of level) {
      if (!Array.isArray(container)) refuseForbiddenKeys(container);
      const items: readonly unknown[] = Array.isArray(container) ? container : Object.values(container);
      valueCount += items.length;
      if (valueCount > valueLimit) throw new ForeignDataError('too-large', 'This holds too many values.');
      // Not for-of: most items are numbers of long lists.
      for (let i = 0; i < items.length; i++) {
        const item = items[i];
        if (isContainer(item)) next.push(item);
      }
    }
    level = next;
  }
}

function refuseForbiddenKeys(object: object): void {
  for (const key of Object.keys(object)) {
    if (forbiddenKeys.has(key)) {
      throw new ForeignDataError('forbidden-key', 'This has a field whose name is never allowed.');
    }
  }
}

// Bytes are left to the schema: asking a typed array for its keys would make a text of each.
const isContainer = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !ArrayBuffer.isView(value) &&
  !(value instanceof ArrayBuffer);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isContainer(value) && !Array.isArray(value);

/** The `schema` number of a document or record: a whole number from 1 to `newest`. */
export function readSchema(value: unknown, newest: number): number {
  if (!isObject(value)) throw new ForeignDataError('wrong-type', 'This is not an object with named fields.');
  const schema = Object.hasOwn(value, 'schema') ? value.schema : undefined;
  if (schema === undefined) throw new ForeignDataError('no-version', 'is missing', 'schema');
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    throw new ForeignDataError('no-version', 'is not a version number', 'schema');
  }
  if (schema > newest) throw new ForeignDataError('newer-version', 'Made by a newer version of Palate.');
  return schema;
}
