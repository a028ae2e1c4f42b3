/**
 * The process in which codes are read: gets the bytes of a picture, answers with its codes or with what is wrong. Strangers' pictures are
 * opened here, where nothing is that could be lost.
 */

import { readCodes } from './read-codes.js';

process.on('message', (bytes: Uint8Array) => {
  process.send?.(answer(bytes));
});

function answer(bytes: Uint8Array): { readonly codes: readonly string[] } | { readonly trouble: string } {
  try {
    return { codes: readCodes(bytes) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}
