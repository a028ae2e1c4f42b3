/** The merchant whose payments are believed, and the keys by which WeChat Pay signs. */

import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';

export interface Merchant {
  readonly merchantId: string;
  readonly appIds: readonly string[];
  /** 32 bytes of text, set at the merchant's site. A secret. */
  readonly apiKey: string;
  /** By the serial number of a certificate, or the id of a public key. */
  readonly platformKeys: ReadonlyMap<string, KeyObject>;
}

/** `serial` is needed for a bare public key; a certificate bears its own. Throws for what is neither, or not RSA. */
export function readPlatformKey(pem: string, serial: string | undefined): readonly [string, KeyObject] {
  const certificate = pem.includes('BEGIN CERTIFICATE') ? new X509Certificate(pem) : undefined;
  const key = certificate?.publicKey ?? createPublicKey(pem);
  if (key.type !== 'public' || key.asymmetricKeyType !== 'rsa') throw new Error('This is no RSA public key.');
  const name = serial ?? certificate?.serialNumber;
  if (name === undefined) throw new Error('A public key needs its id in front: ID=PATH.');
  return [name.toUpperCase(), key];
}
