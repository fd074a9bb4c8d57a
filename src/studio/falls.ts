import type { Fall } from '#platform/render/renderer.ts';
import type { Session } from './session.ts';

const words: Record<Fall, string> = {
  'no-wasm': 'This browser runs no WebAssembly, so pictures take longer. They look the same.',
  'gpu-lost': 'The graphics chip stopped answering. Pictures go on without it, as they were.',
};

/** Says once what a person would otherwise only feel. Until the returned function is called. */
export const tellFalls = ({ options, notices }: Session): (() => void) =>
  options.renderer.watch((fall) => notices.say(words[fall], { about: fall }));
