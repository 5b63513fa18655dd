/** The modules, inlined by xtask/bundle/plugins.mjs as text. */
declare module '#core.wasm' {
  const text: string;
  export default text;
}

declare module '#host.wasm' {
  const text: string;
  export default text;
}

declare module '#devices-machine.wasm' {
  const text: string;
  export default text;
}

declare module '#constraints.wasm' {
  const text: string;
  export default text;
}

/** Whether this is the package for require(): xtask/bundle/bundle.mjs says so. */
declare const COMMONJS: boolean;
declare function require(path: string): any;

/** Whether this may run in workerd, whose EventTarget is of its own making: xtask/bundle/bundle.mjs says so. */
declare const WORKERD: boolean;

/** The package's, as its package.json has it. */
declare const VERSION: string;
