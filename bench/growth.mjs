// Measures how time grows, in a process of its own: the heap of the other packages would be collected with it. Prints JSON, as
// growth() returns it.
//
//   node bench/growth.mjs
import { growth } from './growth.js';
import { floor } from './implementations/floor.js';
import { ours } from './implementations/ours.js';

console.log(JSON.stringify(await growth({ ours, floor })));
