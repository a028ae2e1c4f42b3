/** The pixels of a picture, and how many there may be at most. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three or four bytes a pixel. */
  readonly data: Uint8Array;
}

/** As many as phones take; what is larger is nobody's invitation. */
export const MOST_PIXELS = 16_000_000;
/** On the longer side: codes are found in this as well as in more, and several times as fast. */
const LONGEST_SIDE = 1_600;

export function refuseTooLarge(width: number, height: number): void {
  if (width < 1 || height < 1 || width * height > MOST_PIXELS)
    throw new RangeError(`A picture of ${width} by ${height} pixels is not read.`);
}

/** Every second, third or so pixel, until it is small enough. Always three bytes a pixel. */
export function shrink({ width, height, data }: Pixels): Pixels {
  const channels = data.length / (width * height);
  const step = Math.max(1, Math.ceil(Math.max(width, height) / LONGEST_SIDE));
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const small = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const from = (row * step * width + column * step) * channels;
      small.set(data.subarray(from, from + 3), (row * columns + column) * 3);
    }
  }
  return { width: columns, height: rows, data: small };
}
