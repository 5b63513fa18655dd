// Serves an application that build.mjs has built, and prints its address, until it is ended.
//
//   node tests/loaders/serve.mjs Next
import { frameworks, serve } from './frameworks.mjs';

const { address } = await serve(frameworks[process.argv[2]]);
console.log(address);
