// Where edge routes are deployed no WebAssembly is compiled. Next's own server would.
delete globalThis.WebAssembly;
