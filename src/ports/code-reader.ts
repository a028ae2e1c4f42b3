/** Reads codes out of pictures: what a QR code in them says. */

export interface CodeReader {
  /**
   * What the codes in a PNG or JPEG say; none for every other kind of file. Bounded in pixels, memory and time: rejects for what is
   * too large, broken, or takes too long, and never holds up who asks.
   */
  read(bytes: Uint8Array): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const noCodes: CodeReader = { read: async () => [], close: async () => {} };
