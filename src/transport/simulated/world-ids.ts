/** Ids that a person can read, such as `wxid_sl4t0_7` and `sl4t0_8@chatroom`, never the same in two worlds. */

export class WorldIds {
  /** Part of every id. */
  readonly mark: string;
  #issued: number;

  constructor(options: { readonly mark: string; readonly issued: number }) {
    this.mark = options.mark;
    this.#issued = options.issued;
  }

  get issued(): number {
    return this.#issued;
  }

  next(before: string, after = ''): string {
    this.#issued += 1;
    return `${before}${this.mark}_${this.#issued}${after}`;
  }
}
