/** The module, inlined by xtask/bundle.mjs as hexadecimal digits. */
declare module '#core.wasm' {
  const digits: string;
  export default digits;
}
