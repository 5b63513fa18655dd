// The arithmetic coder of VP8 (RFC 6386, section 7): every bit is written with the probability of its being 0.

export class BoolEncoder {
  #bytes = [];
  #range = 255;
  #bottom = 0;
  #shiftsLeft = 24;

  /** Writes one bit; `probability` is that of 0, in 256ths. */
  bit(bit, probability = 128) {
    const split = 1 + (((this.#range - 1) * probability) >> 8);
    if (bit) {
      this.#bottom += split;
      this.#range -= split;
    } else {
      this.#range = split;
    }
    while (this.#range < 128) {
      this.#range *= 2;
      if (this.#bottom >= 0x80000000) this.#carry();
      this.#bottom = (this.#bottom * 2) % 0x100000000;
      if (--this.#shiftsLeft === 0) {
        this.#bytes.push(Math.floor(this.#bottom / 0x1000000));
        this.#bottom %= 0x1000000;
        this.#shiftsLeft = 8;
      }
    }
  }

  /** Writes an unsigned number, its highest bit first. */
  number(value, bits) {
    for (let shift = bits - 1; shift >= 0; shift--) this.bit((value >> shift) & 1);
  }

  /** Everything written, padded so that the last bit can be read. */
  finish() {
    this.number(0, 32);
    return Uint8Array.from(this.#bytes);
  }

  #carry() {
    let last = this.#bytes.length - 1;
    while (this.#bytes[last] === 255) this.#bytes[last--] = 0;
    this.#bytes[last]++;
  }
}
