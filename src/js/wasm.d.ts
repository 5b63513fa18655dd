/** The modules, inlined by xtask/bundle.mjs as text. */
declare module '#core.wasm' {
  const text: string;
  export default text;
}

declare module '#constraints.wasm' {
  const text: string;
  export default text;
}
