/**
 * AES-256-GCM and RSA signatures written by hand from FIPS 197, SP 800-38D and RFC 8017, so that what the product does with
 * the machine's library is held against something else. Slow, and for tests alone.
 */

import { createHash } from 'node:crypto';

/** The table is worked out rather than copied: inverses in the field of 256 elements, then the affine map. */
const SBOX = makeSbox();

function makeSbox(): Uint8Array {
  const box = new Uint8Array(256);
  for (let value = 0; value < 256; value++) {
    const inverse = value === 0 ? 0 : inverseOf(value);
    let mapped = 0x63;
    for (let turn = 0; turn < 5; turn++) mapped ^= ((inverse << turn) | (inverse >> (8 - turn))) & 0xff;
    box[value] = mapped;
  }
  return box;
}

function inverseOf(value: number): number {
  for (let other = 1; other < 256; other++) if (times(value, other) === 1) return other;
  throw new Error('Every value but 0 has an inverse.');
}

/** In the field of 256 elements. */
function times(one: number, other: number): number {
  let product = 0;
  for (let a = one, b = other; b > 0; b >>= 1) {
    if ((b & 1) === 1) product ^= a;
    a = (a << 1) ^ ((a & 0x80) === 0 ? 0 : 0x11b);
  }
  return product;
}

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

/** Fifteen round keys of 16 bytes in a row. */
function expandKey(key: Uint8Array): Uint8Array {
  const words = new Uint8Array(240);
  words.set(key);
  for (let word = 8, constant = 1; word < 60; word++) {
    let last = [...words.subarray(word * 4 - 4, word * 4)];
    if (word % 8 === 0) {
      last = [...last.slice(1), last[0] ?? 0].map((byte) => at(SBOX, byte));
      last[0] = (last[0] ?? 0) ^ constant;
      constant = times(constant, 2);
    } else if (word % 8 === 4) last = last.map((byte) => at(SBOX, byte));
    for (let byte = 0; byte < 4; byte++) words[word * 4 + byte] = at(words, word * 4 - 32 + byte) ^ (last[byte] ?? 0);
  }
  return words;
}

function encryptBlock(block: Uint8Array, keys: Uint8Array): Uint8Array {
  let state = block.map((byte, index) => byte ^ at(keys, index));
  for (let round = 1; round <= 14; round++) {
    const moved = state.map((_, index) => at(SBOX, at(state, (index + 4 * (index % 4)) % 16)));
    const mixed = round === 14 ? moved : mixColumns(moved);
    state = mixed.map((byte, index) => byte ^ at(keys, round * 16 + index));
  }
  return state;
}

function mixColumns(state: Uint8Array): Uint8Array {
  return state.map((_, index) => {
    const column = index - (index % 4);
    const row = (turn: number) => at(state, column + ((index + turn) % 4));
    return times(row(0), 2) ^ times(row(1), 3) ^ row(2) ^ row(3);
  });
}

const R = 0xe1n << 120n;

/** In the field of GCM, whose first bit is the leftmost one. */
function multiply(x: bigint, y: bigint): bigint {
  let product = 0n;
  let v = y;
  for (let bit = 127n; bit >= 0n; bit--) {
    if (((x >> bit) & 1n) === 1n) product ^= v;
    v = (v & 1n) === 1n ? (v >> 1n) ^ R : v >> 1n;
  }
  return product;
}

function blocksOf(bytes: Uint8Array): bigint[] {
  const blocks: bigint[] = [];
  for (let from = 0; from < bytes.length; from += 16) {
    const block = Buffer.alloc(16);
    block.set(bytes.subarray(from, from + 16));
    blocks.push(BigInt(`0x${block.toString('hex')}`));
  }
  return blocks;
}

function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(32, '0'), 'hex');
}

export interface Sealing {
  readonly key: Uint8Array;
  /** 12 bytes. */
  readonly nonce: Uint8Array;
  readonly data: Uint8Array;
}

/** The ciphertext with its tag behind it. */
export function sealByHand(plain: Uint8Array, { key, nonce, data }: Sealing): Buffer {
  const keys = expandKey(key);
  const counter = (count: number): Uint8Array => {
    const block = Buffer.alloc(16);
    block.set(nonce);
    block.writeUInt32BE(count, 12);
    return encryptBlock(block, keys);
  };
  const sealed = Buffer.from(plain.map((byte, index) => byte ^ at(counter(2 + Math.floor(index / 16)), index % 16)));
  const h = BigInt(`0x${Buffer.from(encryptBlock(new Uint8Array(16), keys)).toString('hex')}`);
  const lengths = (BigInt(data.length * 8) << 64n) | BigInt(sealed.length * 8);
  const hash = [...blocksOf(data), ...blocksOf(sealed), lengths].reduce((sum, block) => multiply(sum ^ block, h), 0n);
  const tag = toBytes(hash).map((byte, index) => byte ^ at(counter(1), index));
  return Buffer.concat([sealed, tag]);
}

/** What stands in front of a SHA-256 hash in a signature. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** RSASSA-PKCS1-v1_5 with SHA-256, by the numbers of a private key in base64url. */
export function signByHand(message: Uint8Array, { n, d }: { readonly n: string; readonly d: string }): Buffer {
  const [modulus, exponent] = [bigOf(n), bigOf(d)];
  const length = Buffer.from(n, 'base64url').length;
  const hash = Buffer.concat([DIGEST_INFO, createHash('sha256').update(message).digest()]);
  const padding = Buffer.alloc(length - hash.length - 3, 0xff);
  const padded = Buffer.concat([Buffer.from([0, 1]), padding, Buffer.from([0]), hash]);
  const signed = power(BigInt(`0x${padded.toString('hex')}`), exponent, modulus);
  return Buffer.from(signed.toString(16).padStart(length * 2, '0'), 'hex');
}

function bigOf(text: string): bigint {
  return BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
