// What is said when data from outside (an imported file, an old record) is not what it should be.

export type ForeignDataCode =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'unreadable'
  | 'unknown-format'
  | 'no-network'
  | 'two-networks'
  | 'damaged'
  | 'cut-short'
  | 'not-text'
  | 'not-json'
  | 'newer-version'
  | 'no-version'
  | 'missing'
  | 'wrong-type'
  | 'unknown-name'
  | 'out-of-range'
  | 'wrong-count'
  | 'duplicate'
  | 'forbidden-key';

/**
 * Refused at the border. `message` is one sentence for people, made of our own words only: nothing foreign is quoted in it.
 * `where` names the field, as in `layers[2].kernel[17]`; absent when the whole is meant.
 */
export class ForeignDataError extends Error {
  override readonly name = 'ForeignDataError';
  readonly code: ForeignDataCode;
  readonly where?: string;
  /** The sentence without its subject: `is not a number`. The whole sentence when there is no `where`. */
  readonly reason: string;

  constructor(code: ForeignDataCode, reason: string, where?: string) {
    super(where === undefined ? reason : `${where} ${reason}.`);
    this.code = code;
    this.reason = reason;
    if (where !== undefined) this.where = where;
  }
}

/** Runs `parse` on a field of something larger, so that its errors name the way to it. */
export function within<T>(field: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ForeignDataError) || error.where === undefined) throw error;
    const joint = error.where.startsWith('[') ? '' : '.';
    throw new ForeignDataError(error.code, error.reason, `${field}${joint}${error.where}`);
  }
}
