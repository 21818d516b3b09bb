interface Held<Value> {
  readonly value: Value;
  readonly size: number;
  /** Whether it was asked for since it was last looked at. */
  isUsed: boolean;
}

/** Values by text, or another key, up to a size together: where there is no more room, those go that were not asked for lately. */
export class Recent<Value, Key = string> {
  /** The order in which they are looked at when there is no room. */
  readonly #known = new Map<Key, Held<Value>>();
  #size = 0;

  /** `most` is in the unit of `sizeOf`. Default: values are counted. */
  constructor(
    private readonly most: number,
    private readonly sizeOf: (key: Key, value: Value) => number = () => 1,
  ) {}

  get(key: Key): Value | undefined {
    const held = this.#known.get(key);
    if (!held) return undefined;
    held.isUsed = true;
    return held.value;
  }

  /** The value of a key; where there is none it is made, and held. */
  getOrMake(key: Key, make: () => Value): Value {
    const held = this.#known.get(key);
    if (held) {
      held.isUsed = true;
      return held.value;
    }
    const value = make();
    this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    const size = this.sizeOf(key, value);
    this.#drop(key);
    if (size > this.most) return;
    this.#makeRoom(size);
    this.#known.set(key, { value, size, isUsed: false });
    this.#size += size;
  }

  /** The clock algorithm: one that was used is passed over once. */
  #makeRoom(size: number): void {
    if (this.#size + size <= this.most) return;
    for (const [key, held] of this.#known) {
      this.#drop(key);
      if (held.isUsed) {
        this.#known.set(key, { ...held, isUsed: false });
        this.#size += held.size;
      } else if (this.#size + size <= this.most) return;
    }
  }

  #drop(key: Key): void {
    const held = this.#known.get(key);
    if (!held) return;
    this.#known.delete(key);
    this.#size -= held.size;
  }
}
