// The parts schemas are made of, and how a failed schema becomes one sentence.
import * as v from 'valibot';
import { type ForeignDataCode, ForeignDataError } from './foreign-data.ts';

/** A finite number; -0 becomes 0, which is what JSON makes of it. */
export const finite = v.pipe(
  v.number(),
  v.finite(),
  v.transform((x) => x + 0),
);

/** Ends included. */
export const between = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check((x) => x >= min && x <= max, `must lie from ${min} to ${max}`),
    v.transform((x) => x + 0),
  );

/** More than `min`, at most `max`. */
export const above = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check((x) => x > min && x <= max, `must be more than ${min} and at most ${max}`),
  );

/** From `min` to less than `max`. */
export const below = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check((x) => x >= min && x < max, `must be at least ${min} and less than ${max}`),
    v.transform((x) => x + 0),
  );

export const whole = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check(
      (x) => Number.isInteger(x) && x >= min && x <= max,
      `must be a whole number from ${min} to ${max}`,
    ),
    v.transform((x) => x + 0),
  );

const anyList = v.custom<unknown[]>(Array.isArray, 'is not a list');

/** A list whose length is looked at before its items are. */
export const list = <const S extends v.GenericSchema>(item: S, min: number, max: number) =>
  v.pipe(anyList, v.rawCheck(checkCount(min, max)), v.array(item));

/** Numbers only, in one tight loop: a network may have 131,072 of them. */
export const numbers = (min: number, max: number) =>
  v.pipe(
    anyList,
    v.rawCheck(checkCount(min, max)),
    v.rawTransform<unknown[], number[]>(({ dataset, addIssue, NEVER }) => {
      const input = dataset.value;
      const output = new Array<number>(input.length);
      for (let i = 0; i < input.length; i++) {
        const value = input[i];
        if (typeof value !== 'number' || !Number.isFinite(value)) {
          addIssue({
            message: 'is not a number',
            path: [{ type: 'array', origin: 'value', input, key: i, value }],
          });
          return NEVER;
        }
        output[i] = value + 0;
      }
      return output;
    }),
  );

const checkCount =
  (min: number, max: number) =>
  ({ dataset, addIssue }: v.RawCheckContext<unknown[]>) => {
    if (!dataset.typed || (dataset.value.length >= min && dataset.value.length <= max)) return;
    const wanted = min === max ? `${min}` : `${min} to ${max}`;
    addIssue({ message: `has ${dataset.value.length} entries where ${wanted} are allowed` });
  };

/** Text of people: cut to `limit` characters, halves of broken characters replaced. */
export const text = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((raw) => wellFormed(raw.slice(0, limit + 1), limit)),
  );

/** At most `limit` UTF-16 units, never ending within a character; U+FFFD in place of lone surrogates. */
export function wellFormed(raw: string, limit: number): string {
  const cut = raw.length > limit ? raw.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '') : raw;
  return cut.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** Runs a schema; throws ForeignDataError for the first field that is wrong. */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const where = (issue.path ?? []).reduce((path, { key }) => path + step(path, key), '');
  const { code, reason } = explain(issue);
  throw where === ''
    ? new ForeignDataError(code, `This ${reason}.`)
    : new ForeignDataError(code, reason, where);
}

const step = (path: string, key: unknown) =>
  typeof key === 'number' ? `[${key}]` : path === '' ? String(key) : `.${String(key)}`;

function explain(issue: v.BaseIssue<unknown>): { code: ForeignDataCode; reason: string } {
  if (issue.kind === 'schema' && issue.received === 'undefined')
    return { code: 'missing', reason: 'is missing' };
  switch (issue.type) {
    case 'number':
    case 'finite':
      return { code: 'wrong-type', reason: 'is not a number' };
    case 'string':
      return { code: 'wrong-type', reason: 'is not text' };
    case 'boolean':
      return { code: 'wrong-type', reason: 'is neither true nor false' };
    case 'array':
      return { code: 'wrong-type', reason: 'is not a list' };
    case 'object':
      return { code: 'wrong-type', reason: 'is not an object with named fields' };
    case 'picklist':
    case 'enum':
    case 'literal':
    case 'variant':
      return { code: 'unknown-name', reason: 'is not one that this version of Palate knows' };
    case 'raw_check':
      return { code: 'wrong-count', reason: issue.message };
    case 'check':
      return { code: 'out-of-range', reason: issue.message };
    default:
      return { code: 'wrong-type', reason: issue.message };
  }
}
